import Diagnostics

/// One row of a table, with typed access to its cells and the place of each for messages.
public struct CSVRow: Sendable {
    struct Cell: Sendable {
        let start: Int
        let end: Int
        let line: Int
        let hasDoubledQuotes: Bool
    }

    private let bytes: [UInt8]
    private let cells: [Cell]
    private let path: String
    /// The line on which the row begins, from 1.
    public let line: Int

    init(bytes: [UInt8], cells: [Cell], path: String, line: Int, start: Int) {
        self.bytes = bytes
        self.cells = cells
        self.path = path
        self.line = line
    }

    /// How many cells the row has.
    public var count: Int { cells.count }

    /// Whether a cell is empty, that is, missing.
    public func isEmpty(_ index: Int) -> Bool { cells[index].start == cells[index].end }

    /// A cell's text; empty for a missing value.
    public func text(_ index: Int) -> String {
        let cell = cells[index]
        // The reader has checked the whole file as UTF-8 and cuts only at ASCII bytes.
        let text = String(decoding: bytes[cell.start..<cell.end], as: UTF8.self)
        return cell.hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
    }

    /// A cell's text.
    ///
    /// - Throws: `Diagnostic` when the cell is empty.
    public func requiredText(_ index: Int) throws(Diagnostic) -> String {
        guard !isEmpty(index) else { throw wrong(index, "the cell must not be empty") }
        return text(index)
    }

    /// A cell as a whole number.
    ///
    /// - Throws: `Diagnostic` when the cell is not an optional minus sign and digits, or does not fit 64 bits.
    public func integer(_ index: Int) throws(Diagnostic) -> Int {
        guard let value = parseInteger(text(index)) else {
            throw wrong(index, "the cell must be a whole number")
        }
        return value
    }

    /// A cell as a finite number.
    ///
    /// - Throws: `Diagnostic` when the cell is not a decimal number; words such as `nan`, hexadecimal forms and
    ///   numbers beyond the range of a double are refused.
    public func number(_ index: Int) throws(Diagnostic) -> Double {
        guard let value = parseNumber(text(index)) else {
            throw wrong(index, "the cell must be a decimal number")
        }
        return value
    }

    /// A cell as a finite number, nil when it is empty.
    ///
    /// - Throws: as `number(_:)`.
    public func optionalNumber(_ index: Int) throws(Diagnostic) -> Double? {
        isEmpty(index) ? nil : try number(index)
    }

    /// A cell as a count, that is, a whole number that is not negative.
    ///
    /// - Throws: `Diagnostic` as for `integer(_:)`, and for a negative number.
    public func count(_ index: Int) throws(Diagnostic) -> Int {
        let value = try integer(index)
        guard value >= 0 else { throw wrong(index, "a count must not be negative") }
        return value
    }

    /// An error about one cell, with its place and text.
    public func wrong(_ index: Int, _ rule: String, remedy: String? = nil) -> Diagnostic {
        Diagnostic(
            at: location(of: index), rule: rule, found: text(index).shortened(to: 60).quotedForMessage,
            remedy: remedy)
    }

    /// Where a cell begins.
    public func location(of index: Int) -> SourceLocation {
        let cell = cells[index]
        return SourceLocation(
            path: path, line: cell.line, column: Self.characterColumn(of: cell.start, in: bytes))
    }

    /// The place of a byte in its line, counted in characters (Unicode scalars) from 1.
    static func characterColumn(of position: Int, in bytes: [UInt8]) -> Int {
        let before = bytes[..<min(position, bytes.count)]
        let lineStart = before.lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
        return before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    }
}
