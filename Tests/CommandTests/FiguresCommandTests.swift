import Foundation
import TestSupport
import Testing

/// `dyadscore figures`: what it writes, and what it says about wrong arguments.
struct FiguresCommandTests {
    private let study = "studies/kazakhstan-kyrgyzstan.yaml"

    private struct Report: Decodable {
        struct Figure: Decodable {
            struct File: Decodable {
                let path: String
                let width: String
                let variant: String
                let bytes: Int
            }

            let name: String
            let title: String
            let description: String
            let files: [File]
        }

        let study: String
        let figures: [Figure]
    }

    private func figures(
        _ arguments: [String], environment: [String: String] = [:]
    ) throws -> CommandTests.Outcome {
        try CommandTests().dyadscore(["figures"] + arguments, environment: environment)
    }

    private func report(_ arguments: [String]) throws -> Report {
        let outcome = try figures(arguments + ["--format", "json"])
        try #require(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    }

    /// Writes an executable of its own as `rsvg-convert`, and a PATH that holds nothing else.
    private func fakeConverter(in folder: String, script: String) throws -> [String: String] {
        let path = "\(folder)/rsvg-convert"
        try "#!/bin/sh\n\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return ["PATH": folder]
    }

    @Test("Two figures in two widths and variants, each with its values; other files stay")
    func writing() throws {
        try withTemporaryFolder { folder in
            try "kept".write(toFile: "\(folder)/mine.txt", atomically: true, encoding: .utf8)
            let written = try report([
                study, "--figure", "matrix", "--figure", "ranking", "--figure", "matrix", "--output", folder,
                "--width", "one", "--width", "two", "--variant", "light", "--variant", "print",
            ])
            #expect(written.study == "kazakhstan-kyrgyzstan")
            #expect(written.figures.map(\.name) == ["matrix", "ranking"])
            let endings = ["-one-column", "-one-column-print", "", "-print"]
            let expected = ["matrix", "ranking"].flatMap { name in
                endings.flatMap { ["\(name)\($0).csv", "\(name)\($0).svg"] }
            }
            let found = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(Set(found) == Set(expected + ["mine.txt"]))
            for file in written.figures.flatMap(\.files) {
                let size = FileManager.default.contents(atPath: file.path)?.count
                #expect(size == file.bytes)
                #expect(file.path.contains("-one-column") == (file.width == "one"))
                #expect(file.path.contains("-print") == (file.variant == "print"))
                guard file.path.hasSuffix(".svg") else { continue }
                let text = try String(contentsOfFile: file.path, encoding: .utf8)
                #expect(text.contains("width=\"\(file.width == "one" ? 88 : 180)mm\""))
                #expect(text.contains("#D55E00") == (file.variant == "light"))
            }
        }
    }

    @Test("The standard figures are those of the results folder")
    func sameAsResults() throws {
        try withTemporaryFolder { folder in
            _ = try report([study, "--output", "\(folder)/figures"])
            let run = try CommandTests().dyadscore(["run", study, "--output", folder, "--quiet"])
            try #require(run.status == 0, "\(run.errors)")
            let results = "\(folder)/kazakhstan-kyrgyzstan/figures"
            let names = try FileManager.default.contentsOfDirectory(atPath: results)
            #expect(!names.isEmpty)
            for name in names {
                #expect(
                    FileManager.default.contentsEqual(
                        atPath: "\(results)/\(name)", andPath: "\(folder)/figures/\(name)"), "\(name)")
            }
        }
    }

    @Test("A list names the figures with their titles, and writes nothing")
    func listing() throws {
        try withTemporaryFolder { folder in
            let listed = try report([study, "--list", "--output", "\(folder)/none"])
            #expect(
                listed.figures.contains { $0.name == "ranking" && $0.title.hasPrefix("Ranking on volume") })
            #expect(listed.figures.allSatisfy { $0.files.isEmpty && !$0.description.isEmpty })
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/none"))
            let text = try figures([study, "--list", "--figure", "matrix"]).output
            #expect(text.hasPrefix("matrix  Pairs on volume, 1992–2022: "))
            #expect(text.split(separator: "\n").count == 1)
        }
    }

    @Test("A wrong name suggests the nearest, or tells all")
    func wrongNames() throws {
        try withTemporaryFolder { folder in
            let near = try figures([study, "--figure", "rankign", "--output", "\(folder)/none"])
            #expect(near.status == 64)
            #expect(
                near.errors.contains(
                    "a figure must be one of the study's; found 'rankign'; did you mean 'ranking'?"))
            let far = try figures([study, "--figure", "pie-chart", "--output", "\(folder)/none"])
            #expect(far.status == 64)
            #expect(far.errors.contains("they are ranking, matrix, "))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/none"))
        }
    }

    @Test(
        "Options that do not go together are usage errors",
        arguments: [
            (["--dpi", "300"], "--dpi needs --png"), (["--png", "--dpi", "30"], "from 36 to 2400, found 30"),
            (["--list", "--pdf"], "--list writes nothing"), (["--width", "three"], "three"),
            (["--width", "one", "--width", "one"], "the same width twice"),
            (["--variant", "print", "--variant", "print"], "the same variant twice"),
        ])
    func wrongOptions(options: [String], message: String) throws {
        let outcome = try figures([study] + options)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test("Without rsvg-convert PDF files cannot be made: exit code 69 and the name of the package")
    func missingProgram() throws {
        try withTemporaryFolder { folder in
            let outcome = try figures(
                [study, "--pdf", "--output", "\(folder)/none"], environment: ["PATH": folder])
            #expect(outcome.status == 69)
            #expect(outcome.errors.contains("need the program rsvg-convert; install it"))
            #expect(outcome.errors.contains("librsvg2-bin"))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/none"))
        }
    }

    @Test("A converter that fails leaves nothing half done")
    func failingProgram() throws {
        try withTemporaryFolder { folder in
            let outcome = try figures(
                [study, "--png", "--output", "\(folder)/none"],
                environment: try fakeConverter(in: folder, script: "echo broken >&2\nexit 3"))
            #expect(outcome.status == 70)
            #expect(outcome.errors.contains("rsvg-convert could not convert a figure; found 'broken'"))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/none"))
        }
    }

    @Test("The converter is asked for the resolution, and for a date that does not change")
    func converterArguments() throws {
        try withTemporaryFolder { folder in
            // Writes what it is asked for into the file that it is asked for, which is the last argument but one.
            let script = """
                asked="$SOURCE_DATE_EPOCH $*"
                while [ $# -gt 2 ]; do shift; done
                echo "$asked" >"$1"
                """
            let environment = try fakeConverter(in: folder, script: script)
            let outcome = try figures(
                [study, "--figure", "ranking", "--pdf", "--png", "--dpi", "72", "--output", "\(folder)/out"],
                environment: environment)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let pdf = try String(contentsOfFile: "\(folder)/out/ranking.pdf", encoding: .utf8)
            #expect(pdf.hasPrefix("0 --format pdf --output "))
            let png = try String(contentsOfFile: "\(folder)/out/ranking.png", encoding: .utf8)
            #expect(png.hasPrefix("0 --format png --dpi-x 72 --dpi-y 72 --output "))
        }
    }

    @Test("Two runs of the real converter give the same bytes", .enabled(if: Self.hasConverter))
    func sameBytes() throws {
        try withTemporaryFolder { folder in
            for name in ["a", "b"] {
                let outcome = try figures([
                    study, "--figure", "profiles", "--pdf", "--png", "--dpi", "120", "--output",
                    "\(folder)/\(name)", "--quiet",
                ])
                #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.errors)")
            }
            for ending in ["pdf", "png", "svg", "csv"] {
                let first = FileManager.default.contents(atPath: "\(folder)/a/profiles.\(ending)")
                #expect(first?.isEmpty == false)
                #expect(first == FileManager.default.contents(atPath: "\(folder)/b/profiles.\(ending)"))
            }
            let png = try #require(FileManager.default.contents(atPath: "\(folder)/a/profiles.png"))
            // Width in the header: 180 mm at 120 pixels an inch.
            let width = png.dropFirst(16).prefix(4).reduce(0) { $0 * 256 + Int($1) }
            #expect(abs(width - 850) <= 1)
        }
    }

    private static let hasConverter = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(
        separator: ":"
    )
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/rsvg-convert") }
}
