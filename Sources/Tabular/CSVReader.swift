import Diagnostics

/// A strict reader of comma-separated values (RFC 4180) that knows where it is.
///
/// Rows end in LF or CRLF. Refused, each with line and column: a row with more or fewer cells than the header,
/// a header that repeats a name, a quote inside an unquoted cell, text after a closing quote, a quoted cell
/// that never closes, a lone carriage return, a NUL byte, and bytes that are not UTF-8. A UTF-8 byte-order mark
/// before the header is skipped. Nothing is padded, cut or trimmed. An empty cell is the only missing value.
///
/// A file is read in pieces: memory holds one piece, or one row if that is longer, whatever the length of the file.
/// UTF-8 is checked piece by piece, so that of two things wrong in a file the one in the earlier piece is reported; bytes
/// that are given whole are one piece. Copies of a reader go on by themselves, and a row stays valid when the reader moves
/// on.
public struct CSVReader: Sendable {
    /// Bytes of a file from an offset on, at most so many; fewer as the source likes, none only at the end.
    public typealias ReadBytes =
        @Sendable (_ offset: Int, _ atMost: Int) throws(Diagnostic) -> [UInt8]

    public private(set) var header: [String] = []
    private var window: CSVWindow
    private var line = 1
    /// The cells of the last row; their storage serves the next one too unless somebody keeps the row.
    private var cells: [CSVRow.Cell] = []

    /// Opens `bytes` and reads the header row, or takes `header` for files that have none.
    ///
    /// - Throws: `Diagnostic` when the text is not UTF-8, there is no header row, or a name is repeated.
    public init(_ bytes: [UInt8], path: String, header given: [String]? = nil) throws(Diagnostic) {
        window = try CSVWindow(of: bytes, path: path)
        try readHeader(given)
    }

    /// Opens a file in pieces and reads the header row, or takes `header` for files that have none.
    ///
    /// - Parameters:
    ///   - path: what messages call the file.
    ///   - given: names of the columns of a file without a header row, which are not checked; nil to read them.
    ///   - pieceSize: how many bytes are asked for at once, at least 1.
    ///   - read: gives the bytes.
    /// - Throws: as the other; and what `read` throws.
    public init(
        path: String, header given: [String]? = nil, pieceSize: Int = 1 << 18,
        reading read: @escaping ReadBytes
    ) throws(Diagnostic) {
        window = try CSVWindow(path: path, pieceSize: max(1, pieceSize), reading: read)
        try readHeader(given)
    }

    /// What messages call the file.
    public var path: String { window.text.path }

    private mutating func readHeader(_ given: [String]?) throws(Diagnostic) {
        if let given {
            header = given
            return
        }
        guard let row = try nextRow() else {
            throw Diagnostic(
                at: SourceLocation(path: path, line: 1), rule: "a table needs a header row",
                found: "an empty file")
        }
        var names: Set<String> = []
        for index in 0..<row.count {
            let name = row.text(index)
            guard names.insert(name).inserted else {
                throw Diagnostic(
                    at: row.location(of: index), rule: "column names must differ",
                    found: name.quotedForMessage)
            }
            header.append(name)
        }
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
        guard let row = try nextRow() else { return nil }
        guard row.count == header.count else {
            throw Diagnostic(
                at: SourceLocation(path: path, line: row.line),
                rule: "every row must have as many cells as the header (\(header.count))",
                found: "\(row.count) cells",
                remedy: "quote cells that contain commas; write missing values as empty cells")
        }
        return row
    }

    /// Scans a row, and scans it again with more bytes as long as it does not end in those that are there.
    private mutating func nextRow() throws(Diagnostic) -> CSVRow? {
        while true {
            guard window.position < window.checkedCount else {
                guard try window.extend(atLine: line) else { return nil }
                continue
            }
            cells.removeAll(keepingCapacity: true)
            var scanner = CSVScanner(window, line: line)
            switch scanner.scanRow(of: window.text, into: &cells) {
            case .row:
                let row = CSVRow(text: window.text, cells: cells, line: line)
                line = scanner.line
                window.moveOn(to: scanner.position)
                return row
            case .incomplete:
                _ = try window.extend(atLine: line)
            case .malformed(let fault):
                throw fault.diagnostic(in: window.text)
            }
        }
    }
}
