public import Diagnostics
import Tabular

/// How far numbers of two results folders may be apart.
///
/// Ranks, counts, names and everything else that is no number of a scale must be the same, and so must what both write as whole
/// numbers. Others may differ by a share of the larger of the two. Numbers below `floor` in absolute value are what rounding leaves of zero, and agree with it unless
/// the tolerance is zero.
public struct Tolerances: Sendable {
    /// Files print eight significant digits unless the study says otherwise; processors agree on more.
    public static let standard = 1e-6

    private static let floor = 1e-12

    private let general: Double
    /// By `file:column` or `column`.
    private let ofColumns: [String: Double]

    /// - Parameters:
    ///   - general: not negative; for all columns that have none of their own.
    ///   - columns: `scores.csv:score=1e-4` for a column of one file, `score=1e-4` for all columns of the name.
    /// - Throws: `Diagnostic` (wrong argument) for a tolerance of another form.
    public init(general: Double = standard, columns: [String] = []) throws(Diagnostic) {
        guard general >= 0, general.isFinite else {
            throw Diagnostic(
                .wrongArgument, rule: "a tolerance must be a number not below zero", found: "\(general)")
        }
        self.general = general
        var ofColumns: [String: Double] = [:]
        for text in columns {
            let parts = text.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, let value = parseNumber(String(parts[1])), value >= 0
            else {
                throw Diagnostic(
                    .wrongArgument,
                    rule: "the tolerance of a column must be written COLUMN=NUMBER or FILE:COLUMN=NUMBER",
                    found: text.quotedForMessage)
            }
            guard ofColumns.updateValue(value, forKey: String(parts[0])) == nil else {
                throw Diagnostic(
                    .wrongArgument, rule: "a column can have one tolerance",
                    found: String(parts[0]).quotedForMessage)
            }
        }
        self.ofColumns = ofColumns
    }

    /// The tolerance of a column of numbers.
    func tolerance(of column: String, in path: String) -> Double {
        ofColumns["\(path):\(column)"] ?? ofColumns[column] ?? general
    }

    static func agree(_ a: Double, _ b: Double, within tolerance: Double) -> Bool {
        let size = max(abs(a), abs(b))
        return abs(a - b) <= tolerance * size || (tolerance > 0 && size < floor)
    }

    /// - Throws: `Diagnostic` (wrong argument) for the tolerance of a column that no table has, or that must be the same.
    func check(against tables: [StoredTable]) throws(Diagnostic) {
        func names(_ isChosen: (StoredTable.Column) -> Bool) -> [String] {
            tables.flatMap { table in
                table.columns.filter(isChosen).flatMap { [$0.name, "\(table.path):\($0.name)"] }
            }
        }
        let numbers = Set(names(\.isNumber))
        guard let unknown = ofColumns.keys.sorted().first(where: { !numbers.contains($0) }) else { return }
        if names({ !$0.isNumber }).contains(unknown) {
            throw Diagnostic(
                .wrongArgument, rule: "ranks, counts and names have no tolerance: they must be the same",
                found: unknown.quotedForMessage)
        }
        throw Diagnostic(
            .wrongArgument, rule: "a tolerance must be of a column that a table has",
            found: unknown.quotedForMessage,
            remedy: nearestWord(to: unknown, among: numbers).map { "did you mean \($0.quotedForMessage)?" })
    }
}
