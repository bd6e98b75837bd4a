import Diagnostics
import Foundation
import Tabular
import Testing

@Suite struct TableTests {
    private static let schema = TableSchema(
        name: "t", title: "T",
        fields: [
            .init("key", .string, "k"), .init("n", .integer, "n"),
            .init("x", .number, "x", isRequired: false),
        ],
        primaryKey: ["key", "n"])

    private func text(_ rows: [[Table.Cell]], sorted: Bool = false) throws -> String {
        var table = Table(schema: Self.schema)
        for row in rows { table.append(row) }
        if sorted { table.sortByPrimaryKey() }
        return String(decoding: try table.csv(significantDigits: 6), as: UTF8.self)
    }

    @Test func quotesWhatNeedsQuotes() throws {
        let texts = ["a,b", "say \"so\"", "two\nlines", " lead", "trail ", "plain", "cr\r"]
        let written = try text(texts.map { [.text($0), .integer(1), .missing] })
        let expected = [
            "key,n,x", "\"a,b\",1,", "\"say \"\"so\"\"\",1,", "\"two\nlines\",1,", "\" lead\",1,",
            "\"trail \",1,",
            "plain,1,", "\"cr\r\",1,", "",
        ]
        #expect(written == expected.joined(separator: "\n"))
    }

    /// What is written must be read back as it was.
    @Test func readsBackWhatItWrites() throws {
        let texts = ["a,b", "say \"so\"", "two\r\nlines", " lead", "č", "\"", ""]
        var reader = try CSVReader(
            Array(text(texts.map { [.text($0), .integer(-7), .number(0.5)] }).utf8), path: "t")
        for expected in texts {
            let row = try #require(try reader.next())
            #expect(row.text(0) == expected)
            #expect(try row.integer(1) == -7)
            #expect(try row.number(2) == 0.5)
        }
        #expect(try reader.next() == nil)
    }

    @Test func sortsNumbersByValueAndTextsByCodePoint() throws {
        let rows: [[Table.Cell]] = [
            [.text("b"), .integer(10), .missing], [.text("b"), .integer(9), .missing],
            [.text("č"), .integer(1), .missing], [.text("Z"), .integer(1), .missing],
            [.missing, .integer(1), .missing],
        ]
        #expect(try text(rows, sorted: true) == "key,n,x\n,1,\nZ,1,\nb,9,\nb,10,\nč,1,\n")
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func aValueThatIsNotFiniteNeverReachesAFile(value: Double) {
        let error = #expect(throws: Diagnostic.self) {
            try text([[.text("a"), .integer(1), .number(value)]])
        }
        #expect(error?.category == .internalFailure)
        #expect(error?.location?.description == "t.csv:2")
        #expect(error?.found == "\(NonFiniteNumber(value)?.word ?? "") in the column x of key a, n 1")
    }

    private struct Document: Encodable {
        struct Row: Encodable { let values: [Double] }
        let rows: [Row]
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func jsonRefusesItWithItsKeys(value: Double) {
        let error = #expect(throws: Diagnostic.self) {
            try jsonBytes(
                of: Document(rows: [.init(values: [1]), .init(values: [2, value])]), file: "v.json")
        }
        #expect(error?.category == .internalFailure)
        #expect(error?.location?.path == "v.json")
        #expect(error?.found == "\(NonFiniteNumber(value)?.word ?? "") at rows/2/values/2")
    }

    @Test func theSchemaFollowsTableSchema() throws {
        let json = try jsonBytes(of: Self.schema)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        #expect(object["primaryKey"] as? [String] == ["key", "n"])
        #expect(object["missingValues"] as? [String] == [""])
        let fields = try #require(object["fields"] as? [[String: Any]])
        #expect(fields.map { $0["type"] as? String } == ["string", "integer", "number"])
        #expect(fields.map { ($0["constraints"] as? [String: Bool])?["required"] } == [true, true, nil])
    }

    /// A quote and an accent after it are one character, and yet a quote.
    @Test(arguments: ["a\"\u{301}b", "\"\u{301}", ",\"\u{200D}", "\u{FEFF}x"])
    func whatIsQuotedIsReadAgain(text: String) throws {
        var table = Table(
            schema: TableSchema(name: "t", title: "t", fields: [.init(text, .string, "d")], primaryKey: []))
        table.append([.text(text)])
        var reader = try CSVReader(try table.csv(significantDigits: 12), path: "t.csv")
        #expect(Array(reader.header[0].unicodeScalars) == Array(text.unicodeScalars))
        let row = try #require(try reader.next())
        #expect(Array(row.text(0).unicodeScalars) == Array(text.unicodeScalars))
    }
}

/// OWASP, CSV Injection: what spreadsheets would take for formulas, and what they would not.
@Suite struct SpreadsheetTextTests {
    @Test(arguments: [
        "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''-1",
    ])
    func formulasAreGuardedAndComeBack(_ text: String) throws {
        let guarded = text.guardedForSpreadsheets
        #expect(guarded == "'" + text)
        #expect(guarded.withoutSpreadsheetGuard == text)
        var table = Table(
            schema: TableSchema(
                name: "t", title: "T", fields: [.init("a", .string, "A."), .init("b", .number, "B.")],
                primaryKey: ["a"]))
        table.append([.text(text), .number(-1.5)])
        var reader = try CSVReader(try table.csv(significantDigits: 3), path: "t")
        let row = try #require(try reader.next())
        #expect(row.text(0) == guarded && row.text(1) == "-1.5")
        var verbatim = try CSVReader(try table.csv(significantDigits: 3, isVerbatim: true), path: "t")
        #expect(try verbatim.next()?.text(0) == text)
    }

    @Test(arguments: ["", "'", "Kazakhstan", "'s-Hertogenbosch", "1-2", " =1", "a=b"])
    func otherTextsStayAsTheyAre(_ text: String) {
        #expect(text.guardedForSpreadsheets == text)
        #expect(text.withoutSpreadsheetGuard == text)
    }
}
