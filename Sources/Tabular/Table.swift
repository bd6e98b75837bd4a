import Diagnostics

/// A table with a schema: what becomes one CSV file and its description in a data package.
public struct Table: Equatable, Sendable {
    /// One cell, before it is printed.
    public enum Cell: Equatable, Sendable {
        case text(String)
        case integer(Int)
        case number(Double)
        /// Printed as an empty cell.
        case missing

        /// A number if there is one.
        public static func optional(_ value: Double?) -> Cell { value.map(Cell.number) ?? .missing }
        /// A whole number if there is one.
        public static func optional(_ value: Int?) -> Cell { value.map(Cell.integer) ?? .missing }
        /// A text if there is one.
        public static func optional(_ value: String?) -> Cell { value.map(Cell.text) ?? .missing }
    }

    public let schema: TableSchema
    public private(set) var rows: [[Cell]] = []

    public init(schema: TableSchema) {
        self.schema = schema
    }

    /// Adds a row with one cell a field.
    public mutating func append(_ row: [Cell]) {
        precondition(
            row.count == schema.fields.count, "a row of \(row.count) cells for \(schema.fields.count) fields")
        rows.append(row)
    }

    /// Sorts the rows by the printed text of the primary key, numbers by value.
    public mutating func sortByPrimaryKey() {
        let keys = schema.primaryKey.compactMap { name in schema.fields.firstIndex { $0.name == name } }
        rows.sort { left, right in
            for key in keys where left[key] != right[key] { return left[key].precedes(right[key]) }
            return false
        }
    }

    /// The table as RFC 4180 text in UTF-8 with LF line ends.
    ///
    /// - Parameters:
    ///   - significantDigits: how many digits numbers are printed with; nil for as many as tell them apart.
    ///   - file: what messages call the file; nil for the schema's name.
    ///   - isVerbatim: whether texts are written as they are, also those that a spreadsheet would take for formulas: for
    ///     files that this program reads again. Else `guardedForSpreadsheets`.
    /// - Throws: `Diagnostic` (internal failure) with the row's key and the column when a number is not finite.
    public func csv(
        significantDigits: Int?, file: String? = nil, isVerbatim: Bool = false
    ) throws(Diagnostic) -> [UInt8] {
        func written(_ text: String) -> String {
            quotedIfNeeded(isVerbatim ? text : text.guardedForSpreadsheets)
        }
        var bytes = Array(schema.fields.map { written($0.name) }.joined(separator: ",").utf8)
        bytes.append(.lineFeed)
        for (index, row) in rows.enumerated() {
            for (column, cell) in row.enumerated() {
                if column > 0 { bytes.append(.comma) }
                switch cell {
                case .missing: break
                case .text(let value): bytes.append(contentsOf: written(value).utf8)
                case .integer(let value): bytes.append(contentsOf: String(value).utf8)
                case .number(let value):
                    if let number = NonFiniteNumber(value) {
                        throw notFinite(number, row: index, column: column, file: file)
                    }
                    let text =
                        significantDigits.map { formatted(value, significantDigits: $0) }
                        ?? exactlyFormatted(value)
                    bytes.append(contentsOf: text.utf8)
                }
            }
            bytes.append(.lineFeed)
        }
        return bytes
    }

    private func notFinite(_ number: NonFiniteNumber, row: Int, column: Int, file: String?) -> Diagnostic {
        let key = schema.primaryKey.compactMap { name -> String? in
            schema.fields.firstIndex { $0.name == name }.map { "\(name) \(rows[row][$0].text)" }
        }
        return .notFinite(
            at: SourceLocation(path: file ?? "\(schema.name).csv", line: row + 2),
            found:
                "\(number.word) in the column \(schema.fields[column].name) of \(key.joined(separator: ", "))"
        )
    }
}

extension Table.Cell {
    /// For messages.
    fileprivate var text: String {
        switch self {
        case .text(let value): value
        case .integer(let value): String(value)
        case .number(let value): formatted(value, significantDigits: 6)
        case .missing: "(empty)"
        }
    }

    /// The order of rows in a written table: numbers by value, texts by code points, missing cells first.
    public func precedes(_ other: Table.Cell) -> Bool {
        switch (self, other) {
        case (.integer(let a), .integer(let b)): a < b
        case (.number(let a), .number(let b)): a < b
        case (.text(let a), .text(let b)): a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
        case (.missing, _): other != .missing
        default: false
        }
    }
}

/// Quotes a cell that holds a comma, a quote or a line end, that begins or ends with a space, or that begins as a file
/// with a byte-order mark does.
private func quotedIfNeeded(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [.comma, .quote, .lineFeed, .carriageReturn].contains($0) }
    guard needsQuotes || text.hasPrefix(" ") || text.hasSuffix(" ") || text.unicodeScalars.first == "\u{FEFF}"
    else { return text }
    // Scalar by scalar: a quote and an accent that follows it are one character.
    return text.unicodeScalars.reduce(into: "\"") { quoted, scalar in
        if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
        quoted.unicodeScalars.append(scalar)
    } + "\""
}
