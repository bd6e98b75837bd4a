import Diagnostics
import Tabular

/// A table with one row a unit, whose cells are read as numbers only when a column is asked for.
///
/// P units, each named in one column; an empty cell is missing, and nothing else is, unless the user says so.
public struct WideTable: Sendable {
    public let path: String
    public let header: [String]
    /// The column that names the units.
    public let unitColumn: String
    /// P names, all different.
    public let units: [String]
    private let rows: [CSVRow]
    /// Where each column stands.
    private let places: [String: Int]
    private let missingValues: Set<String>

    /// Reads a strict CSV table.
    ///
    /// - Parameters:
    ///   - bytes: the whole file in UTF-8, its first row the header.
    ///   - path: what messages call the file.
    ///   - unitColumn: the column that names the units; the first one if nil.
    ///   - missingValues: cell texts that stand for a missing value, beside the empty cell.
    /// - Throws: `Diagnostic` for malformed CSV, a column that is not there (wrong argument), a unit without a name
    ///   or named twice, or a table without rows.
    public init(
        _ bytes: [UInt8], path: String, unitColumn: String? = nil, missingValues: Set<String> = []
    ) throws(Diagnostic) {
        var reader = try CSVReader(bytes, path: path)
        var rows: [CSVRow] = []
        while let row = try reader.next() { rows.append(row) }
        self.path = path
        self.rows = rows
        self.missingValues = missingValues
        header = reader.header
        places = Dictionary(zip(header, header.indices)) { first, _ in first }
        self.unitColumn = unitColumn ?? header[0]
        guard let index = places[self.unitColumn] else {
            throw Self.noColumn(self.unitColumn, option: "--unit", header: header)
        }
        guard !rows.isEmpty else {
            throw Diagnostic(
                at: SourceLocation(path: path, line: 1), rule: "a table needs at least one unit",
                found: "a header without rows")
        }
        var lines: [String: Int] = [:]
        var units: [String] = []
        for row in rows {
            let unit = try row.requiredText(index).withoutSpreadsheetGuard
            if let line = lines.updateValue(row.line, forKey: unit) {
                throw row.wrong(
                    index, "a unit may occur once", remedy: "it is also on line \(line)")
            }
            units.append(unit)
        }
        self.units = units
    }

    /// A column as numbers, nil for missing; P values.
    ///
    /// - Throws: `Diagnostic` with line and column for a cell that is no decimal number, or a column that is not
    ///   there.
    public func numbers(_ column: String) throws(Diagnostic) -> [Double?] {
        let index = try place(of: column)
        var values: [Double?] = []
        for row in rows {
            if row.isEmpty(index) || missingValues.contains(row.text(index)) {
                values.append(nil)
                continue
            }
            guard let value = parseNumber(row.text(index)) else {
                throw row.wrong(
                    index, "a cell of \(column.quotedForMessage) must be a decimal number or empty",
                    remedy: Self.remedy(for: row.text(index)))
            }
            values.append(value)
        }
        return values
    }

    /// A column as texts; P values.
    ///
    /// - Throws: `Diagnostic` (wrong argument) when an option names a column that is not there.
    public func texts(_ column: String, option: String) throws(Diagnostic) -> [String] {
        guard let index = places[column] else {
            throw Self.noColumn(column, option: option, header: header)
        }
        return rows.map { $0.text(index).withoutSpreadsheetGuard }
    }

    /// Where a unit's cell is.
    public func location(ofUnit unit: Int, column: String) -> SourceLocation {
        places[column].map { rows[unit].location(of: $0) } ?? SourceLocation(path: path)
    }

    /// An option names a column that the table does not have.
    static func noColumn(_ column: String, option: String, header: [String]) -> Diagnostic {
        Diagnostic(
            .wrongArgument, rule: "\(option) must name a column of the table",
            found: column.quotedForMessage,
            remedy: nearestWord(to: column, among: header).map { "did you mean \($0.quotedForMessage)?" }
                ?? "its columns are \(header.joined(separator: ", "))")
    }

    private func place(of column: String) throws(Diagnostic) -> Int {
        if let index = places[column] { return index }
        throw Diagnostic(
            at: SourceLocation(path: path, line: 1),
            rule: "the table must have a column \(column.quotedForMessage)",
            found: "columns " + header.joined(separator: ", "),
            remedy: nearestWord(to: column, among: header).map { "did you mean \($0.quotedForMessage)?" })
    }

    /// What to do about a cell that other programs write for a missing value, or about a column of text.
    private static func remedy(for text: String) -> String {
        ["na", "n/a", "nan", "null", "none", ".", "..", "-", "#n/a"].contains(text.lowercased())
            ? "leave missing values empty, or say --missing-value \(text) if that is what it means"
            : "write decimals with a point and no separator of thousands; columns that are no indicators stay out if --indicators names those that are"
    }
}
