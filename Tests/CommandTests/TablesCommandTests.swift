import Foundation
import TestSupport
import Testing

/// `dyadscore tables` on the second study.
struct TablesCommandTests {
    static let study = "studies/kazakhstan-kyrgyzstan.yaml"

    func tables(_ arguments: [String]) throws -> CommandTests.Outcome {
        try CommandTests().dyadscore(["tables", Self.study] + arguments)
    }

    @Test func theRankingIsThatOfTheResults() throws {
        let outcome = try tables(["--table", "ranking"])
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(
            outcome.output.contains(
                """
                | Rank | Pair | Volume | Contacts | Agreements | Projects | Rank, output |
                | ---: | :--- | ---: | ---: | ---: | ---: | ---: |
                | 1 | Kazakhstan–Uzbekistan | 77.9 | 76.9 | 61.5 | 100.0 | 1 |
                | 2 | Kyrgyzstan–Uzbekistan | 54.6 | 59.4 | 59.7 | 46.0 | 2 |
                | 3 | **Kazakhstan–Kyrgyzstan** | 45.8 | 96.9 | 99.3 | 10.0 | 4 |
                """))
    }

    @Test func columnsRowsAndDigitsAreThoseAskedFor() throws {
        let outcome = try tables([
            "--table", "ranking", "--top", "1", "--columns", "pair, projects,rank", "--digits", "3",
            "--format",
            "latex", "--label", "tab:mine", "--caption", "Mine & yours",
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.output.contains(
                """
                  \\caption{Mine \\& yours}
                  \\label{tab:mine}
                  \\smallskip
                  \\begin{tabular}{@{}lS[table-format=3.3]r@{}}
                    \\toprule
                    Pair & {Projects} & Rank \\\\
                    \\midrule
                    Kazakhstan--Uzbekistan & 100.000 & 1 \\\\
                    \\addlinespace
                    \\textbf{Kazakhstan--Kyrgyzstan} & 10.000 & 3 \\\\
                    \\bottomrule
                """))
    }

    @Test func csvHoldsTheValuesUnrounded() throws {
        let outcome = try tables([
            "--table", "ranking", "--format", "csv", "--columns", "dyad,volume", "--top", "2",
        ])
        #expect(
            outcome.output == "dyad,volume\nKAZ-UZB,77.933464\nKGZ-UZB,54.640975\nKAZ-KGZ,45.81946\n")
    }

    @Test func jsonIsOneObjectOrAList() throws {
        struct Read: Decodable {
            let name: String
            let rows: [[String: Value]]
            enum Value: Decodable {
                case text, number, nothing
                init(from decoder: any Decoder) throws {
                    let container = try decoder.singleValueContainer()
                    self =
                        container.decodeNil()
                        ? .nothing : (try? container.decode(Double.self)) != nil ? .number : .text
                }
            }
        }
        let one = try tables(["--table", "descriptives", "--format", "json"])
        #expect(try JSONDecoder().decode(Read.self, from: Data(one.output.utf8)).name == "descriptives")
        let two = try tables(["--table", "codebook", "--table", "correlations", "--format", "json"])
        let read = try JSONDecoder().decode([Read].self, from: Data(two.output.utf8))
        #expect(read.map(\.name) == ["codebook", "correlations"])
        // Eleven indicators make 55 pairs of them.
        #expect(read.last?.rows.count == 55)
    }

    @Test func filesAreWrittenIntoAFolderThatIsMade() throws {
        try withTemporaryFolder { folder in
            let outcome = try tables([
                "--table", "ranking", "--table", "codebook", "--output", "\(folder)/new/tables",
            ])
            #expect(outcome.status == 0 && outcome.output.isEmpty)
            #expect(outcome.errors == "9 files in \(folder)/new/tables\n")
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: "\(folder)/new/tables").sorted() == [
                    "codebook.csv", "codebook.html", "codebook.md", "codebook.tex", "paper.tex",
                    "ranking.csv",
                    "ranking.html", "ranking.md", "ranking.tex",
                ])
            let html = try tables(["--table", "ranking", "--format", "html", "--output", "\(folder)/html"])
            #expect(html.status == 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/html") == ["ranking.html"])
        }
    }

    @Test func theListNamesEveryTable() throws {
        let outcome = try tables(["--list"])
        let names = outcome.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
        #expect(
            names == [
                "ranking", "verdict", "codebook", "descriptives", "correlations", "multiverse", "robustness",
            ])
        #expect(outcome.output.contains("(needs tests)\n"))
    }

    @Test(arguments: [
        (["--table", "rankin"], "did you mean 'ranking'?"),
        (["--table", "ranking", "--columns", "pair,volum"], "found 'volum'; did you mean 'volume'?"),
        (["--table", "ranking", "--columns", ""], "a table needs a column"),
        (["--table", "ranking", "--top", "0"], "--top must be at least 1"),
        (["--table", "ranking", "--digits", "12"], "--digits must be from 0 to 9"),
        (["--table", "ranking", "--label", "a}b"], "--label may hold"),
        (["--columns", "pair"], "--columns is for one table"),
        (["--format", "csv"], "a CSV file holds one table"),
        (["--table", "ranking", "--format", "word"], "word"),
    ])
    func wrongArguments(arguments: [String], message: String) throws {
        let outcome = try tables(arguments)
        #expect(outcome.status == 64 && outcome.output.isEmpty)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test func aTableWithoutDataIsAnErrorOnlyIfAskedFor() throws {
        try withTemporaryFolder { folder in
            let text = try String(contentsOfFile: Repository.path(Self.study), encoding: .utf8)
            let start = try #require(text.range(of: "\ntests:\n")).lowerBound
            let end = try #require(text.range(of: "\ndecision-rule:\n")).lowerBound
            let file = "\(folder)/study.yaml"
            try (text[..<start] + "\n" + text[end...]).write(toFile: file, atomically: true, encoding: .utf8)
            let asked = try CommandTests().dyadscore(["tables", file, "--table", "multiverse"])
            #expect(asked.status == 65)
            #expect(
                asked.errors.contains("the study has no data for the table 'multiverse'"), "\(asked.errors)")
            let all = try CommandTests().dyadscore(["tables", file, "--format", "json"])
            #expect(all.status == 0, "\(all.errors)")
            #expect(!all.output.contains("\"name\" : \"multiverse\""))
            #expect(all.output.contains("\"name\" : \"verdict\""))
        }
    }

    @Test func whatCannotBeReadOrWrittenIsTold() throws {
        #expect(try CommandTests().dyadscore(["tables", "no/such.yaml"]).status == 66)
        let outcome = try tables(["--table", "codebook", "--output", "/proc/no-folder"])
        #expect(outcome.status == 73 && outcome.errors.contains("cannot be written"))
    }
}
