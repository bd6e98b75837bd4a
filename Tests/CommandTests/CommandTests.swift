import Foundation
import TestSupport
import Testing

/// What a user sees: the built program with right and wrong arguments.
struct CommandTests {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Runs the program that was built beside the tests.
    ///
    /// - Parameter environment: added to that of the tests, without what asks for colour.
    func dyadscore(
        _ arguments: [String], in folder: String = Repository.root, environment: [String: String] = [:]
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = try Self.program()
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .filter { !["NO_COLOR", "CLICOLOR_FORCE"].contains($0.key) }
            .merging(environment) { _, new in new }
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let errorText = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: text, errors: errorText)
    }

    static func program() throws -> URL {
        let besideTests = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("dyadscore")
        if FileManager.default.isExecutableFile(atPath: besideTests.path) { return besideTests }
        #if DEBUG
            let configuration = "debug"
        #else
            let configuration = "release"
        #endif
        return URL(fileURLWithPath: Repository.path(".build/\(configuration)/dyadscore"))
    }

    /// The second study in a folder of its own, with one piece of its text replaced.
    func study(in folder: String, replacing piece: String = "", with other: String = "") throws -> String {
        var text = try String(
            contentsOfFile: Repository.path("studies/kazakhstan-kyrgyzstan.yaml"), encoding: .utf8)
        if !piece.isEmpty {
            try #require(text.contains(piece))
            text = text.replacing(piece, with: other)
        }
        let file = "\(folder)/study.yaml"
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    @Test func aRunWritesItsFolderAndSaysWhatItFound() throws {
        try withTemporaryFolder { folder in
            let outcome = try dyadscore(["run", try study(in: folder), "--output", "\(folder)/out"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(
                outcome.output.contains(
                    "Among the 10 pairs of Central Asian states, Kazakhstan-Kyrgyzstan ranks 3rd on"))
            #expect(
                outcome.output.split(separator: "\n").allSatisfy {
                    $0.count <= 80 || $0.hasPrefix("  \(folder)/out/")
                })
            #expect(outcome.output.contains("\nVerdict: not established\n"))
            #expect(outcome.output.split(separator: "\n").count <= 28)
            #expect(outcome.errors.isEmpty)
            let results = "\(folder)/out/kazakhstan-kyrgyzstan"
            func text(_ file: String) throws -> String { try String(contentsOfFile: file, encoding: .utf8) }
            // The folder can be rerun, and cites what the study cites.
            #expect(try text("\(results)/study.yaml") == text("\(folder)/study.yaml"))
            let cited = try dyadscore(["cite", "\(results)/study.yaml"])
            #expect(try cited.output.hasSuffix("\n\n" + text("\(results)/references.bib")))
            #expect(cited.output.hasPrefix("% Program: dyadscore\n% Claim: weedcabar\n"))
            let crate = try text("\(results)/ro-crate-metadata.json")
            for name in try #require(FileManager.default.subpaths(atPath: results)) where name.contains(".") {
                #expect(crate.contains("\"@id\" : \"\(name)\""), "\(name)")
            }
            #expect(!crate.contains("OpenBLAS"))
            #expect(
                FileManager.default.fileExists(atPath: "\(folder)/out/kazakhstan-kyrgyzstan/verdict.json"))
            // Nothing of the staging is left.
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: "\(folder)/out") == [
                    "kazakhstan-kyrgyzstan"
                ])
        }
    }

    @Test func aWrongKeyLeavesTheOldResultsAlone() throws {
        try withTemporaryFolder { folder in
            let old = "\(folder)/out/kazakhstan-kyrgyzstan"
            try FileManager.default.createDirectory(atPath: old, withIntermediateDirectories: true)
            try "kept".write(toFile: "\(old)/verdict.csv", atomically: true, encoding: .utf8)
            let file = try study(in: folder, replacing: "readings:", with: "reading:")
            let outcome = try dyadscore(["run", file, "--output", "\(folder)/out"])
            #expect(outcome.status == 65)
            #expect(outcome.errors.contains("\(file):40:1: error: the key must be one of"))
            #expect(outcome.errors.contains("did you mean 'readings'?"))
            #expect(outcome.output.isEmpty)
            #expect(try String(contentsOfFile: "\(old)/verdict.csv", encoding: .utf8) == "kept")
        }
    }

    @Test func anIndicatorThatIsNotDefined() throws {
        try withTemporaryFolder { folder in
            let file = try study(in: folder, replacing: "joint-igo]", with: "joint-ingo]")
            let outcome = try dyadscore(["run", file, "--output", folder])
            #expect(outcome.status == 65)
            #expect(
                outcome.errors.contains(
                    "every indicator must be defined in the datasets folder; found 'joint-ingo'"))
            #expect(outcome.errors.contains("did you mean 'joint-igo'?"))
        }
    }

    @Test func anIndicatorWithoutDataInTheWindow() throws {
        try withTemporaryFolder { folder in
            let file = try study(
                in: folder, replacing: "first-year: 1992, last-year: 2022",
                with: "first-year: 1992, last-year: 2001")
            let outcome = try dyadscore(["run", file, "--output", folder])
            #expect(outcome.status == 65)
            #expect(outcome.errors.contains("an indicator must have data in a window of the study"))
            #expect(outcome.errors.contains("icews-verbal-cooperation (main: no covered year in the window)"))
        }
    }

    @Test func aStateThatNobodyKnows() throws {
        try withTemporaryFolder { folder in
            let file = try study(in: folder, replacing: "TKM, UZB]", with: "TKM, UZB, QQQ]")
            let outcome = try dyadscore(["run", file, "--output", folder])
            #expect(outcome.status == 65)
            #expect(
                outcome.errors.contains("every state of a study must be in the package 'states'; found QQQ"))
        }
    }

    @Test func missingFilesHaveTheirOwnExitCode() throws {
        try withTemporaryFolder { folder in
            let noStudy = try dyadscore(["run", "\(folder)/none.yaml"])
            #expect(noStudy.status == 66)
            #expect(noStudy.errors.contains("none.yaml: error: no such file"))
            let noData = try dyadscore(["run", try study(in: folder), "--datasets", "\(folder)/nowhere"])
            #expect(noData.status == 66)
        }
    }

    @Test func aResultsFolderThatCannotBeWritten() throws {
        try withTemporaryFolder { folder in
            let inTheWay = "\(folder)/file"
            try "kept".write(toFile: inTheWay, atomically: true, encoding: .utf8)
            let outcome = try dyadscore(["run", try study(in: folder), "--output", inTheWay])
            #expect(outcome.status == 73)
            #expect(outcome.errors.contains("error: the output cannot be written"))
            #expect(try String(contentsOfFile: inTheWay, encoding: .utf8) == "kept")
            let occupied = "\(folder)/kazakhstan-kyrgyzstan"
            try "kept".write(toFile: occupied, atomically: true, encoding: .utf8)
            let second = try dyadscore(["run", try study(in: folder), "--output", folder])
            #expect(second.status == 73)
            #expect(second.errors.contains("a file is in its place"))
            #expect(try String(contentsOfFile: occupied, encoding: .utf8) == "kept")
        }
    }

    /// A copy of the data with one table changed.
    func withDamagedData(_ table: String, _ change: (String) -> String, _ body: (String) throws -> Void)
        throws
    {
        try withTemporaryFolder { folder in
            let copy = "\(folder)/datasets"
            try FileManager.default.copyItem(atPath: Repository.path("datasets"), toPath: copy)
            let file = "\(copy)/\(table)"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            let changed = change(text)
            try #require(changed != text)
            try changed.write(toFile: file, atomically: true, encoding: .utf8)
            try body(copy)
        }
    }

    @Test func aMalformedCell() throws {
        try withDamagedData(
            "joint-igo/dyad-years.csv",
            { $0.replacing("ARM-AZE,ARM,AZE,371,373,1992,19", with: "ARM-AZE,ARM,AZE,371,373,1992,nan") }
        ) { data in
            let outcome = try dyadscore([
                "run", "studies/kazakhstan-kyrgyzstan.yaml", "--datasets", data, "--output", data,
            ])
            #expect(outcome.status == 65)
            #expect(
                outcome.errors.contains(
                    "joint-igo/dyad-years.csv:3:30: error: the cell must be a decimal number; found 'nan'"))
        }
    }

    @Test func aDuplicateRow() throws {
        let row = "ARM-AZE,ARM,AZE,371,373,1992,19\n"
        try withDamagedData("joint-igo/dyad-years.csv", { $0.replacing(row, with: row + row) }) { data in
            let outcome = try dyadscore([
                "run", "studies/kazakhstan-kyrgyzstan.yaml", "--datasets", data, "--output", data,
            ])
            #expect(outcome.status == 65)
            #expect(
                outcome.errors.contains(
                    "joint-igo/dyad-years.csv:4:1: error: a dyad-year may occur once; found 'ARM-AZE'"))
        }
    }

    @Test func wrongArgumentsAreUsageErrors() throws {
        #expect(try dyadscore(["run"]).status == 64)
        #expect(try dyadscore(["rum"]).status == 64)
        #expect(try dyadscore(["run", "x.yaml", "--colour"]).status == 64)
        #expect(try dyadscore(["--help"]).status == 0)
        #expect(try dyadscore(["--version"]).output == "0.1.0\n")
    }

    @Test func doctorNamesTheLibrary() throws {
        let outcome = try dyadscore(["doctor"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("OpenBLAS"))
    }
}
