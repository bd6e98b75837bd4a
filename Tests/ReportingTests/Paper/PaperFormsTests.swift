import Foundation
import Tabular
import Testing

@testable import Reporting

/// One table in every form, character by character, with names that each form would take for commands.
struct PaperFormsTests {
    static let table = PaperTable(
        name: "sample", caption: "A & B: 100 % of <pairs>", label: "tab:sample",
        columns: [
            .init("rank", "Rank", .rank, "Rank."),
            .init("dyad", "Dyad", .text, "Codes.", place: .data),
            .init("pair", "Pair", .text, "Names.", isName: true),
            .init("score", "Score", .number(decimals: 2), "Score.", unit: "points"),
            .init("set", "Set", .range, "Confidence set.", place: .paper),
        ],
        sections: [
            .init(
                id: "all", title: "All | pairs",
                rows: [
                    .init([
                        .rank(1, isShared: true), .text("A-B"), .text("<script>x</script>\\input{y}|"),
                        .number(1.005), .range(1...3),
                    ]),
                    .init([.rank(1, isShared: true), .text("A-C"), .text("=cmd()"), .missing, .missing]),
                    .init(
                        [
                            .rank(12, isShared: false), .text("B-C"), .text("[B]–Ω"), .number(-10),
                            .range(9...12),
                        ],
                        isEmphasised: true, followsGap: true, decimals: 1),
                ])
        ], notes: ["N = 3_pairs."], sources: ["b2000", "a1999", "b2000"], key: ["dyad"])

    @Test func latex() {
        let expected = """
            % Needs \\usepackage{booktabs} and \\usepackage{siunitx}.
            % Sources: citations in a document with \\bibliography{references}, else plain keys.
            \\makeatletter
            \\providecommand{\\dyadscoresources}[3]{\\if@filesw\\immediate\\write\\@auxout{\\string\\citation{#2}}\\fi
              Sources: \\@ifundefined{b@#1}{#3}{\\cite{#2}}.}
            \\makeatother
            \\begin{table}
              \\centering
              \\caption{A \\& B: 100 \\% of \\textless{}pairs\\textgreater{}}
              \\label{tab:sample}
              \\smallskip
              \\begin{tabular}{@{}rlS[table-format=-2.2]r@{}}
                \\toprule
                Rank & Pair & {Score} & Set \\\\
                \\midrule
                \\multicolumn{4}{@{}l@{}}{\\textit{All \\textbar{} pairs}} \\\\*
                1= & \\textless{}script\\textgreater{}x\\textless{}/script\\textgreater{}\\textbackslash{}input\\{y\\}\\textbar{} & 1.00 & 1--3 \\\\
                1= & =cmd() & {---} & --- \\\\
                \\addlinespace
                12 & \\textbf{{[}B{]}--{\\ifdefined\\Umathcode Ω\\else U+03A9\\fi}} & -10.0 & 9--12 \\\\
                \\bottomrule
              \\end{tabular}

              \\smallskip
              \\noindent\\begin{minipage}{\\linewidth}\\footnotesize\\raggedright
                N = 3\\_pairs. \\dyadscoresources{a1999}{a1999,b2000}{a1999, b2000}
              \\end{minipage}
            \\end{table}

            """
        #expect(Self.table.latex == expected)
    }

    @Test func markdown() {
        let expected = """
            **A \\& B: 100 % of \\<pairs>**

            | Rank | Pair | Score | Set |
            | ---: | :--- | ---: | ---: |
            | *All \\| pairs* |  |  |  |
            | 1= | \\<script>x\\</script>\\\\input{y}\\| | 1.00 | 1–3 |
            | 1= | =cmd() | — | — |
            | 12 | **\\[B\\]–Ω** | -10.0 | 9–12 |

            N = 3\\_pairs.

            Sources (keys of references.bib): a1999, b2000.

            """
        #expect(Self.table.markdown == expected)
    }

    /// RFC 4180; what a spreadsheet would take for a formula is led by an apostrophe, and numbers are not.
    @Test func csv() throws {
        let expected = """
            section,rank,dyad,pair,score
            all,1,A-B,<script>x</script>\\input{y}|,1.005
            all,1,A-C,'=cmd(),
            all,12,B-C,[B]–Ω,-10

            """
        let schema = Self.table.data.schema
        #expect(try String(decoding: Self.table.data.csv(significantDigits: 8), as: UTF8.self) == expected)
        #expect(schema.primaryKey == ["section", "dyad"] && schema.pathInResults == "tables/sample.csv")
        #expect(schema.fields.map(\.isRequired) == [true, true, true, true, false])
        #expect(schema.fields.last?.unit == "points")
    }

    @Test func html() {
        let html = Self.table.html
        #expect(!html.contains("<script") && html.contains("&lt;script&gt;x&lt;/script&gt;\\input{y}|"))
        #expect(html.contains(">A &amp; B: 100 % of &lt;pairs&gt;</caption>"))
        #expect(html.components(separatedBy: "scope=\"col\"").count == 5)
        #expect(html.components(separatedBy: "scope=\"row\"").count == 4)
        #expect(html.contains("scope=\"rowgroup\" colspan=\"4\""))
        // One decimal less than the widest: as much room as a digit.
        #expect(html.contains(">\u{2212}10.0\u{2007}</td>") && html.contains(">1.00</td>"))
        #expect(html.contains("font-weight:bold\">[B]–Ω</th>"))
        #expect(html.components(separatedBy: "border-bottom:1.5pt").count == 5)
        #expect(Self.table.htmlPage.contains("<meta charset=\"utf-8\">"))
    }

    @Test func json() throws {
        struct Read: Decodable {
            struct Column: Decodable { let id, heading, type: String }
            struct Row: Decodable {
                let section, dyad, pair: String
                let rank: Int
                let score: Double?
            }
            let name, caption, label: String
            let columns: [Column]
            let rows: [Row]
            let notes, sources: [String]
        }
        let read = try JSONDecoder().decode(Read.self, from: Data(try jsonBytes(of: Self.table)))
        #expect(read.columns.map(\.id) == ["section", "rank", "dyad", "pair", "score"])
        #expect(read.rows.map(\.score) == [1.005, nil, -10] && read.rows[0].rank == 1)
        #expect(read.sources == ["a1999", "b2000"] && read.notes == ["N = 3_pairs."])
    }

    @Test func columnsAreChosenAndOrdered() throws {
        let chosen = try Self.table.choosing(["score", "dyad"])
        #expect(
            try String(decoding: chosen.data.csv(significantDigits: 8), as: UTF8.self)
                == "section,score,dyad\nall,1.005,A-B\nall,,A-C\nall,-10,B-C\n")
        #expect(chosen.markdown.contains("| Score | Dyad |\n"))
        #expect(throws: (any Error).self) { try Self.table.choosing([]) }
        #expect(throws: (any Error).self) { try Self.table.choosing(["rank", "rank"]) }
        do {
            _ = try Self.table.choosing(["scoer"])
            Issue.record("a column that is not there was found")
        } catch {
            #expect(
                "\(error)"
                    == "error: a column of the table 'sample' must be one of rank, dyad, pair, score, set; found 'scoer'; did you mean 'score'?"
            )
        }
    }
}
