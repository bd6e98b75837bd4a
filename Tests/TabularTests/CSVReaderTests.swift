import Diagnostics
import Tabular
import Testing

/// All cells of a text, header first.
private func cells(_ text: String, header: [String]? = nil) throws -> [[String]] {
    var reader = try CSVReader(Array(text.utf8), path: "t.csv", header: header)
    var rows = [reader.header]
    while let row = try reader.next() { rows.append((0..<row.count).map { row.text($0) }) }
    return rows
}

/// What RFC 4180 allows, read without changing a character.
@Suite struct CSVReaderTests {
    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n,\n", [["a", "b"], ["", ""]]),
        ("a,b\n\"1,5\",2\n", [["a", "b"], ["1,5", "2"]]),
        ("a,b\n\"say \"\"so\"\"\",2\n", [["a", "b"], ["say \"so\"", "2"]]),
        ("a,b\n\"\",\"\"\"\"\n", [["a", "b"], ["", "\""]]),
        ("a,b\n\"two\nlines\",2\n", [["a", "b"], ["two\nlines", "2"]]),
        ("a,b\n\"two\r\nlines\",2\r\n", [["a", "b"], ["two\r\nlines", "2"]]),
        ("a,b\n 1 ,\t2\n", [["a", "b"], [" 1 ", "\t2"]]),
        ("\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a\nč\n", [["a"], ["č"]]),
        ("a\n\"\"\n", [["a"], [""]]),
        ("a\n\nx\n", [["a"], [""], ["x"]]),
        ("a,b\n", [["a", "b"]]),
    ])
    func reads(text: String, expected: [[String]]) throws {
        #expect(try cells(text) == expected)
    }

    @Test func takesAHeaderForFilesWithoutOne() throws {
        #expect(try cells("1,2\n", header: ["a", "b"]) == [["a", "b"], ["1", "2"]])
    }

    /// SwiftCSV 0.10.0 gives no places; here a row knows its line even after cells of several lines.
    @Test func linesCountThroughEmbeddedLineFeeds() throws {
        var reader = try CSVReader(Array("a,b\n\"1\n2\n3\",x\ny,z\n".utf8), path: "t.csv")
        let first = try #require(try reader.next())
        let second = try #require(try reader.next())
        #expect(first.line == 2)
        #expect(first.location(of: 1) == Diagnostics.SourceLocation(path: "t.csv", line: 4, column: 4))
        #expect(second.line == 5)
    }

    @Test func columnsCountCharactersNotBytes() throws {
        var reader = try CSVReader(Array("a,b\nčšž,x\n".utf8), path: "t.csv")
        let row = try #require(try reader.next())
        #expect(row.location(of: 1) == Diagnostics.SourceLocation(path: "t.csv", line: 2, column: 5))
    }

    @Test func namesTheNearestColumn() throws {
        let reader = try CSVReader(Array("year,value\n".utf8), path: "t.csv")
        #expect(try reader.column("value") == 1)
        let error = #expect(throws: Diagnostic.self) { try reader.column("vaule") }
        #expect(error?.remedy == "did you mean 'value'?")
    }

    /// The Namibia bug of country codes: NA is a text; only the empty cell is missing.
    @Test func onlyTheEmptyCellIsMissing() throws {
        var reader = try CSVReader(Array("a,b,c\nNA,,\"\"\n".utf8), path: "t.csv")
        let row = try #require(try reader.next())
        #expect((0..<3).map { row.isEmpty($0) } == [false, true, true])
        #expect(throws: Diagnostic.self) { try row.requiredText(1) }
    }

    @Test func typedCellsPointAtThemselves() throws {
        var reader = try CSVReader(Array("a,b\n-3,x\n".utf8), path: "t.csv")
        let row = try #require(try reader.next())
        #expect(try row.integer(0) == -3)
        #expect(try row.number(0) == -3)
        let negative = #expect(throws: Diagnostic.self) { try row.count(0) }
        #expect(negative?.location == Diagnostics.SourceLocation(path: "t.csv", line: 2, column: 1))
        let word = #expect(throws: Diagnostic.self) { try row.number(1) }
        #expect(word?.location == Diagnostics.SourceLocation(path: "t.csv", line: 2, column: 4))
        #expect(word?.found == "'x'")
    }
}
