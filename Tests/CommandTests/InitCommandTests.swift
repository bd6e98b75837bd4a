import Foundation
import TestSupport
import Testing

/// A newcomer's study file: written by `init`, it runs as it is.
struct InitCommandTests {
    func start(
        _ target: String, _ more: [String] = [], citation: String = "kerchelaev2023", output: String
    ) throws -> CommandTests.Outcome {
        try CommandTests().dyadscore(
            [
                "init", "--target", target, "--statement", "A \"sentence\": with # and 'quotes'",
                "--citation",
                citation, "--published", "2026-11-24", "--output", output,
            ] + more)
    }

    @Test func theFileRunsAsItIsAndItsSummaryFitsATerminal() throws {
        try withTemporaryFolder { folder in
            let long =
                "Armenia and Georgia among pairs whose name is much longer than a terminal's line is wide"
            let file = "\(folder)/south-caucasus.yaml"
            let written = try start(
                "GEO-ARM", ["--states", "ARM,AZE,GEO", "--title", long, "--class-name", long], output: file)
            #expect(written.status == 0, "\(written.errors)")
            #expect(written.output.contains("Left out: gdelt-contact-days (values for 1 of the pairs only)"))
            let run = try CommandTests().dyadscore(["run", file, "--output", "\(folder)/out"])
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.contains("\nVerdict: "))
            for line in run.output.split(separator: "\n") where !line.hasPrefix("  \(folder)/out/") {
                #expect(line.count <= 80, "\(line)")
            }
            let second = try start("GEO-ARM", output: file)
            #expect(second.status == 73)
            #expect(second.errors.contains("a study file is never overwritten"))
        }
    }

    @Test(
        "Drafts of other regions, windows and indicators are studies",
        arguments: [
            ["AZE-KAZ", "--exclude", "RUS"], ["EST-LVA", "--states", "EST,LVA,LTU,RUS", "--exclude", "RUS"],
            [
                "AZE-GEO", "--states", "AZE,GEO,KAZ,UZB", "--indicators", "trade,embassies", "--window",
                "2004-2014",
            ],
            ["KAZ-UZB", "--states", "KAZ,KGZ,TJK,TKM,UZB", "--author", "Ada \"B\" C", "--author", "D: E"],
        ])
    func otherRegions(arguments: [String]) throws {
        try withTemporaryFolder { folder in
            let file = "\(folder)/s-1.yaml"
            let written = try start(arguments[0], Array(arguments.dropFirst()), output: file)
            #expect(written.status == 0, "\(written.errors)")
            // Data and study fit: everything up to the first number is read.
            let explained = try CommandTests().dyadscore(["explain", file, arguments[0]])
            #expect(explained.status == 0, "\(explained.errors)")
        }
    }

    @Test func anIndicatorOfOnesOwnIsTakenIn() throws {
        try withTemporaryFolder { folder in
            let data = "\(folder)/datasets"
            try FileManager.default.copyItem(atPath: Repository.path("datasets"), toPath: data)
            var rows = "a,b,year,visits\n"
            for year in 2001...2010 { rows += "ARM,GEO,\(year),\(year - 2000)\nARM,AZE,\(year),1\n" }
            try rows.write(toFile: "\(folder)/visits.csv", atomically: true, encoding: .utf8)
            let added = try CommandTests().dyadscore([
                "datasets", "add", "\(folder)/visits.csv", "--id", "visits", "--title", "Visits",
                "--dimension",
                "visits", "--kind", "count", "--unit", "visits", "--direction", "more", "--operator", "mean",
                "--codes", "iso3", "--state-a", "a", "--state-b", "b", "--year", "year", "--value", "visits",
                "--first-year", "2001", "--last-year", "2010", "--unrecorded", "zero", "--definition",
                "Visits.",
                "--citation", "kerchelaev2023", "--source", "Own", "--licence", "CC0", "--datasets", data,
                "--format", "json",
            ])
            #expect(added.status == 0, "\(added.errors)")
            let file = "\(folder)/mine.yaml"
            let written = try start(
                "ARM-GEO", ["--states", "ARM,AZE,GEO", "--datasets", data], output: file)
            #expect(written.status == 0, "\(written.errors)")
            #expect(written.output.contains("\n  visits\n"))
            #expect(written.output.hasSuffix("dyadscore run \(file) --datasets \(data)\n"))
            #expect(try String(contentsOfFile: file, encoding: .utf8).contains("  - id: visits\n"))
        }
    }

    @Test(
        "What is wrong is said, and how to put it right",
        arguments: [
            (["--target", "GEO"], 64, "--target is a pair of two states, written AZE-KAZ; found 'GEO'"),
            (["--target", "ARM-Georgia"], 64, "write GEO for Georgia"),
            (["--target", "ARM-GEO", "--states", "ARM,GEO"], 64, "at least three states"),
            (["--target", "ARM-GEO", "--states", "ARM,AZE,GEO,FRA"], 64, "found 'FRA'"),
            (
                ["--target", "ARM-GEO", "--states", "ARM,AZE,GEO,GEO"], 64,
                "a state may be named once in --states"
            ),
            (["--target", "ARM-GEO", "--exclude", "ARM"], 64, "the target's own states cannot be excluded"),
            (["--target", "ARM-GEO", "--window", "2010"], 64, "--window is two years"),
            (["--target", "ARM-GEO", "--indicators", "embasies"], 64, "did you mean 'embassies'?"),
            (
                ["--target", "ARM-GEO", "--indicators", "embassies", "--window", "1992-1993"], 64,
                "embassies: no covered year in the window"
            ),
            (["--target", "ARM-GEO", "--published", "soon"], 64, "--published is a date"),
            (["--target", "ARM-GEO", "--title", " "], 64, "--title must not be empty"),
            (
                ["--target", "ARM-GEO", "--citation", "nobody2020"], 65,
                "references.bib: error: every citation must be in the bibliography; found 'nobody2020'; add an entry there, such as @misc{nobody2020"
            ),
            (
                ["--target", "ARM-GEO", "--output", "Not_A_Name.yaml"], 64,
                "small letters, digits and hyphens"
            ),
            (["--target", "ARM-GEO", "--output", "-", "--format", "json"], 64, "name one with --output"),
        ])
    func mistakes(arguments: [String], status: Int32, message: String) throws {
        try withTemporaryFolder { folder in
            var all = ["init", "--statement", "x", "--datasets", Repository.path("datasets")] + arguments
            if !arguments.contains("--citation") { all += ["--citation", "kerchelaev2023"] }
            let outcome = try CommandTests().dyadscore(all, in: folder)
            #expect(outcome.status == status)
            #expect(outcome.errors.contains(message), "\(outcome.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }
}
