import Diagnostics

/// One row of a table, with typed access to its cells and the place of each for messages.
public struct CSVRow: Sendable {
    struct Cell: Sendable {
        let start: Int
        let end: Int
        let line: Int
        let hasDoubledQuotes: Bool
    }

    private let source: CSVText
    private let cells: [Cell]
    /// The line on which the row begins, from 1.
    public let line: Int

    init(text: CSVText, cells: [Cell], line: Int) {
        source = text
        self.cells = cells
        self.line = line
    }

    /// How many cells the row has.
    public var count: Int { cells.count }

    /// Whether a cell is empty, that is, missing.
    public func isEmpty(_ index: Int) -> Bool { cells[index].start == cells[index].end }

    /// A cell's text; empty for a missing value.
    public func text(_ index: Int) -> String {
        // The reader has checked the bytes as UTF-8 and cuts only at ASCII bytes.
        let bytes = bytes(index)
        guard cells[index].hasDoubledQuotes else { return String(decoding: bytes, as: UTF8.self) }
        // Of bytes, not of characters: a quote and an accent that follows it are one character.
        var single: [UInt8] = []
        var isSecond = false
        for byte in bytes {
            isSecond = byte == .quote && !isSecond
            if byte != .quote || isSecond { single.append(byte) }
        }
        return String(decoding: single, as: UTF8.self)
    }

    /// A cell's bytes as they are written, without the quotes around it; quotes in a quoted cell are still doubled.
    public func bytes(_ index: Int) -> ArraySlice<UInt8> {
        source.bytes[cells[index].start..<cells[index].end]
    }

    /// A cell's text.
    ///
    /// - Throws: `Diagnostic` when the cell is empty.
    public func requiredText(_ index: Int) throws(Diagnostic) -> String {
        guard !isEmpty(index) else { throw wrong(index, "the cell must not be empty") }
        return text(index)
    }

    /// A cell's bytes as one number, for fast comparison; nil for a cell of more than eight.
    ///
    /// Different cells have different numbers, because a cell holds no NUL.
    public func word(_ index: Int) -> UInt64? {
        let cell = cells[index]
        guard cell.end - cell.start <= 8 else { return nil }
        return source.bytes[cell.start..<cell.end].reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A cell as a whole number; nil when it is none.
    public func wholeNumber(_ index: Int) -> Int? { parsed(index, parseInteger) }

    /// A cell as a finite number; nil when it is none.
    public func decimalNumber(_ index: Int) -> Double? { parsed(index, parseNumber) }

    /// A cell as a whole number.
    ///
    /// - Throws: `Diagnostic` when the cell is not an optional minus sign and digits, or does not fit 64 bits.
    public func integer(_ index: Int) throws(Diagnostic) -> Int {
        guard let value = wholeNumber(index) else {
            throw wrong(index, "the cell must be a whole number")
        }
        return value
    }

    /// A cell as a finite number.
    ///
    /// - Throws: `Diagnostic` when the cell is not a decimal number; words such as `nan`, hexadecimal forms and
    ///   numbers beyond the range of a double are refused.
    public func number(_ index: Int) throws(Diagnostic) -> Double {
        guard let value = decimalNumber(index) else {
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

    /// A cell's bytes as a number. A number holds no quotes, so that doubled ones need not be told.
    private func parsed<Value>(_ index: Int, _ parse: (UnsafeBufferPointer<UInt8>) -> Value?) -> Value? {
        let cell = cells[index]
        return source.bytes.withUnsafeBufferPointer {
            parse(UnsafeBufferPointer(rebasing: $0[cell.start..<cell.end]))
        }
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
            path: source.path, line: cell.line, column: source.characterColumn(of: cell.start))
    }
}
