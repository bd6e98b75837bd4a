import Diagnostics
import Tabular
import Testing

/// What SwiftCSV 0.10.0 reads in silence: padded rows, cut rows, lost columns, quotes that never close.
@Suite struct CSVErrorTests {
    struct Torture: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let bytes: [UInt8]
        let place: Diagnostics.SourceLocation
        let rule: String

        init(_ name: String, _ text: String, line: Int, column: Int? = nil, _ rule: String) {
            self.init(name, bytes: Array(text.utf8), line: line, column: column, rule)
        }

        init(_ name: String, bytes: [UInt8], line: Int, column: Int? = nil, _ rule: String) {
            testDescription = name
            self.bytes = bytes
            place = Diagnostics.SourceLocation(path: "t.csv", line: line, column: column)
            self.rule = rule
        }
    }

    static let tortures = [
        Torture("short row", "a,b\n1,2\n3\n", line: 3, "every row must have as many cells as the header (2)"),
        Torture("long row", "a,b\n1,2,3\n", line: 2, "every row must have as many cells as the header (2)"),
        Torture("blank line", "a,b\n1,2\n\n", line: 3, "every row must have as many cells as the header (2)"),
        Torture("repeated name", "a,b,a\n", line: 1, column: 5, "column names must differ"),
        Torture("empty file", "", line: 1, "a table needs a header row"),
        Torture("only a byte-order mark", "\u{FEFF}", line: 1, "a table needs a header row"),
        Torture("open quote", "a,b\n1,\"x\ny\n", line: 2, column: 3, "a quoted cell must be closed"),
        Torture(
            "text after a quote", "a,b\n\"x\"y,2\n", line: 2, column: 4,
            "after a closing quote a comma or the end of the row must follow"),
        Torture(
            "space after a quote", "a,b\n\"x\" ,2\n", line: 2, column: 4,
            "after a closing quote a comma or the end of the row must follow"),
        Torture(
            "backslash escape", "a\n\"x\\\"y\"\n", line: 2, column: 5,
            "after a closing quote a comma or the end of the row must follow"),
        Torture(
            "quote inside", "a,b\nčx\"y,2\n", line: 2, column: 3,
            "a quote may not stand inside an unquoted cell"),
        Torture(
            "lone carriage return", "a,b\n1,2\r3,4\n", line: 2, column: 4,
            "a carriage return must be followed by a line feed"),
        Torture(
            "carriage return at the end", "a\nx\r", line: 2, column: 2,
            "a carriage return must be followed by a line feed"),
        Torture("NUL", "a,b\n1,\u{0}\n", line: 2, column: 3, "text may not contain NUL bytes"),
        Torture("NUL in quotes", "a\n\"\n\u{0}\"\n", line: 3, column: 1, "text may not contain NUL bytes"),
        Torture("Latin-1", bytes: [0x61, 0x0A, 0x78, 0x0A, 0xE9, 0x0A], line: 3, "text must be UTF-8"),
        Torture("UTF-16", bytes: [0xFF, 0xFE, 0x61, 0x00], line: 1, "text must be UTF-8"),
        Torture("overlong form", bytes: [0x61, 0x0A, 0xC0, 0xAF, 0x0A], line: 2, "text must be UTF-8"),
    ]

    @Test(arguments: tortures)
    func isRefusedWithItsPlace(torture: Torture) {
        let error = #expect(throws: Diagnostic.self) {
            var reader = try CSVReader(torture.bytes, path: "t.csv")
            while try reader.next() != nil {}
        }
        #expect(error?.rule == torture.rule)
        #expect(error?.location == torture.place)
        #expect(error?.category == .badData)
    }
}
