import Diagnostics

/// A strict reader of comma-separated values (RFC 4180) that knows where it is.
///
/// Rows end in LF or CRLF. Refused, each with line and column: a row with more or fewer cells than the header,
/// a header that repeats a name, a quote inside an unquoted cell, text after a closing quote, a quoted cell
/// that never closes, a lone carriage return, a NUL byte, and bytes that are not UTF-8. A UTF-8 byte-order mark
/// before the header is skipped. Nothing is padded, cut or trimmed. An empty cell is the only missing value.
public struct CSVReader: Sendable {
    public let path: String
    public private(set) var header: [String]
    private let bytes: [UInt8]
    private var position: Int
    private var line: Int

    /// Opens `bytes` and reads the header row, or takes `header` for files that have none.
    ///
    /// - Throws: `Diagnostic` when the text is not UTF-8, there is no header row, or a name is repeated.
    public init(_ bytes: [UInt8], path: String, header given: [String]? = nil) throws(Diagnostic) {
        self.path = path
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        line = 1
        try Self.requireUTF8(bytes, path: path)
        if let given {
            header = given
            return
        }
        header = []
        guard let row = try nextRow(cellCount: nil) else {
            throw Diagnostic(
                at: SourceLocation(path: path, line: 1), rule: "a table needs a header row",
                found: "an empty file")
        }
        var names: [String] = []
        for index in 0..<row.count {
            let name = row.text(index)
            guard !names.contains(name) else {
                throw Diagnostic(
                    at: row.location(of: index), rule: "column names must differ",
                    found: name.quotedForMessage)
            }
            names.append(name)
        }
        header = names
    }

    /// The position of a column.
    ///
    /// - Throws: `Diagnostic` naming the nearest column when there is none of that name.
    public func column(_ name: String) throws(Diagnostic) -> Int {
        if let index = header.firstIndex(of: name) { return index }
        let near = nearestWord(to: name, among: header).map { "did you mean \($0.quotedForMessage)?" }
        throw Diagnostic(
            at: SourceLocation(path: path, line: 1),
            rule: "the table must have a column \(name.quotedForMessage)",
            found: "columns " + header.joined(separator: ", "), remedy: near)
    }

    /// The next row, or nil at the end of the file.
    ///
    /// - Throws: `Diagnostic` with line and column for the first thing that is not a well-formed row.
    public mutating func next() throws(Diagnostic) -> CSVRow? {
        try nextRow(cellCount: header.count)
    }

    private mutating func nextRow(cellCount: Int?) throws(Diagnostic) -> CSVRow? {
        guard position < bytes.count else { return nil }
        let rowStart = position
        let rowLine = line
        var cells: [CSVRow.Cell] = []
        cells.reserveCapacity(cellCount ?? 16)
        var rowIsOpen = true
        while rowIsOpen {
            let cell =
                position < bytes.count && bytes[position] == .quote ? try quotedCell() : try plainCell()
            cells.append(cell)
            rowIsOpen = try stepOverSeparator()
        }
        let row = CSVRow(bytes: bytes, cells: cells, path: path, line: rowLine, start: rowStart)
        if let cellCount, cells.count != cellCount {
            throw Diagnostic(
                at: SourceLocation(path: path, line: rowLine),
                rule: "every row must have as many cells as the header (\(cellCount))",
                found: "\(cells.count) cells",
                remedy: "quote cells that contain commas; write missing values as empty cells")
        }
        return row
    }

    private mutating func plainCell() throws(Diagnostic) -> CSVRow.Cell {
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case .comma, .lineFeed, .carriageReturn:
                return CSVRow.Cell(start: start, end: position, line: line, hasDoubledQuotes: false)
            case .quote:
                throw malformed(
                    "a quote may not stand inside an unquoted cell", remedy: "quote the whole cell")
            case 0: throw malformed("text may not contain NUL bytes", remedy: "is this a text file?")
            default: position += 1
            }
        }
        return CSVRow.Cell(start: start, end: position, line: line, hasDoubledQuotes: false)
    }

    private mutating func quotedCell() throws(Diagnostic) -> CSVRow.Cell {
        let openingLine = line
        let opening = position
        position += 1
        var hasDoubledQuotes = false
        while position < bytes.count {
            switch bytes[position] {
            case .quote:
                if position + 1 < bytes.count, bytes[position + 1] == .quote {
                    hasDoubledQuotes = true
                    position += 2
                } else {
                    position += 1
                    return CSVRow.Cell(
                        start: opening + 1, end: position - 1, line: openingLine,
                        hasDoubledQuotes: hasDoubledQuotes)
                }
            case .lineFeed:
                line += 1
                position += 1
            case 0: throw malformed("text may not contain NUL bytes", remedy: "is this a text file?")
            default: position += 1
            }
        }
        throw Diagnostic(
            at: SourceLocation(
                path: path, line: openingLine, column: CSVRow.characterColumn(of: opening, in: bytes)),
            rule: "a quoted cell must be closed", found: "the end of the file",
            remedy: "add the closing quote")
    }

    /// Steps over what follows a cell; true when another cell of the same row comes.
    private mutating func stepOverSeparator() throws(Diagnostic) -> Bool {
        guard position < bytes.count else { return false }
        switch bytes[position] {
        case .comma:
            position += 1
            return true
        case .lineFeed:
            position += 1
            line += 1
            return false
        case .carriageReturn:
            guard position + 1 < bytes.count, bytes[position + 1] == .lineFeed else {
                throw malformed("a carriage return must be followed by a line feed", remedy: "use LF or CRLF")
            }
            position += 2
            line += 1
            return false
        default:
            throw malformed("after a closing quote a comma or the end of the row must follow", remedy: nil)
        }
    }

    private func malformed(_ rule: String, remedy: String?) -> Diagnostic {
        Diagnostic(
            at: SourceLocation(
                path: path, line: line, column: CSVRow.characterColumn(of: position, in: bytes)),
            rule: rule, remedy: remedy)
    }

    private static func requireUTF8(_ bytes: [UInt8], path: String) throws(Diagnostic) {
        guard String(validating: bytes, as: UTF8.self) == nil else { return }
        // Only now, for the message: the first line that is not valid by itself.
        for (index, line) in bytes.split(separator: .lineFeed, omittingEmptySubsequences: false).enumerated()
        where String(validating: line, as: UTF8.self) == nil {
            throw Diagnostic(
                at: SourceLocation(path: path, line: index + 1), rule: "text must be UTF-8",
                remedy: "convert the file, for example with iconv -t UTF-8")
        }
    }
}

extension UInt8 {
    static var comma: UInt8 { 0x2C }
    static var quote: UInt8 { 0x22 }
    static var lineFeed: UInt8 { 0x0A }
    static var carriageReturn: UInt8 { 0x0D }
}
