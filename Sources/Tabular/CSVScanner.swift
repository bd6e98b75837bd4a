import Diagnostics

/// Finds the cells of one row in bytes that may end before the row does.
struct CSVScanner {
    enum Outcome {
        case row
        /// The bytes end inside the row, and the file does not.
        case incomplete
        case malformed(CSVFault)
    }

    private(set) var position: Int
    private(set) var line: Int
    private let end: Int
    private let isEndOfFile: Bool

    /// A scanner of the window's next row.
    init(_ window: CSVWindow, line: Int) {
        position = window.position
        end = window.checkedCount
        isEndOfFile = window.isComplete
        self.line = line
    }

    /// Adds the cells of a row to `cells`, and steps over its end.
    mutating func scanRow(of text: CSVText, into cells: inout [CSVRow.Cell]) -> Outcome {
        text.bytes.withUnsafeBufferPointer { bytes in
            while true {
                let isQuoted = position < end && bytes[position] == .quote
                if let outcome = isQuoted ? quotedCell(bytes, &cells) : plainCell(bytes, &cells) {
                    return outcome
                }
                if let outcome = stepOverSeparator(bytes) { return outcome }
            }
        }
    }

    /// Nil when the cell is there, whole.
    private mutating func plainCell(
        _ bytes: UnsafeBufferPointer<UInt8>, _ cells: inout [CSVRow.Cell]
    ) -> Outcome? {
        let start = position
        var place = start
        while place < end {
            let byte = bytes[place]
            // Letters, digits, most punctuation and all that is not ASCII lie above the comma.
            if byte > .comma {
                place += 1
                continue
            }
            switch byte {
            case .comma, .lineFeed, .carriageReturn:
                cells.append(.init(start: start, end: place, line: line, hasDoubledQuotes: false))
                position = place
                return nil
            case .quote:
                return malformed(
                    at: place, "a quote may not stand inside an unquoted cell", remedy: "quote the whole cell"
                )
            case 0: return containsNUL(at: place)
            default: place += 1
            }
        }
        guard isEndOfFile else { return .incomplete }
        cells.append(.init(start: start, end: end, line: line, hasDoubledQuotes: false))
        position = end
        return nil
    }

    /// Nil when the cell is there, whole.
    private mutating func quotedCell(
        _ bytes: UnsafeBufferPointer<UInt8>, _ cells: inout [CSVRow.Cell]
    ) -> Outcome? {
        let (opening, openingLine) = (position, line)
        var hasDoubledQuotes = false
        var place = opening + 1
        while place < end {
            switch bytes[place] {
            case .quote:
                if place + 1 < end, bytes[place + 1] == .quote {
                    hasDoubledQuotes = true
                    place += 2
                } else {
                    guard place + 1 < end || isEndOfFile else { return .incomplete }
                    cells.append(
                        .init(
                            start: opening + 1, end: place, line: openingLine,
                            hasDoubledQuotes: hasDoubledQuotes))
                    position = place + 1
                    return nil
                }
            case .lineFeed:
                line += 1
                place += 1
            case 0: return containsNUL(at: place)
            default: place += 1
            }
        }
        guard isEndOfFile else { return .incomplete }
        return .malformed(
            CSVFault(
                line: openingLine, position: opening, rule: "a quoted cell must be closed",
                found: "the end of the file", remedy: "add the closing quote"))
    }

    /// Steps over what follows a cell; nil when another cell of the same row comes.
    private mutating func stepOverSeparator(_ bytes: UnsafeBufferPointer<UInt8>) -> Outcome? {
        guard position < end else { return isEndOfFile ? .row : .incomplete }
        switch bytes[position] {
        case .comma:
            position += 1
            return nil
        case .lineFeed:
            position += 1
            line += 1
            return .row
        case .carriageReturn:
            guard position + 1 < end || isEndOfFile else { return .incomplete }
            guard position + 1 < end, bytes[position + 1] == .lineFeed else {
                return malformed(
                    at: position, "a carriage return must be followed by a line feed",
                    remedy: "use LF or CRLF")
            }
            position += 2
            line += 1
            return .row
        default:
            return malformed(
                at: position, "after a closing quote a comma or the end of the row must follow", remedy: nil)
        }
    }

    private func containsNUL(at position: Int) -> Outcome {
        malformed(at: position, "text may not contain NUL bytes", remedy: "is this a text file?")
    }

    private func malformed(at position: Int, _ rule: String, remedy: String?) -> Outcome {
        .malformed(CSVFault(line: line, position: position, rule: rule, found: nil, remedy: remedy))
    }
}

/// What is wrong with a row, and where.
struct CSVFault {
    let line: Int
    let position: Int
    let rule: String
    let found: String?
    let remedy: String?

    func diagnostic(in text: CSVText) -> Diagnostic {
        Diagnostic(
            at: SourceLocation(path: text.path, line: line, column: text.characterColumn(of: position)),
            rule: rule, found: found, remedy: remedy)
    }
}

extension UInt8 {
    static var comma: UInt8 { 0x2C }
    static var quote: UInt8 { 0x22 }
    static var lineFeed: UInt8 { 0x0A }
    static var carriageReturn: UInt8 { 0x0D }
}
