import Diagnostics
import Tabular

/// Refuses the second row of what a source may say once.
struct UniqueRows<Key: Hashable> {
    private let what: String
    private var lines: [Key: Int] = [:]

    /// - Parameter what: what a row is, for the message: "a directed dyad-year".
    init(_ what: String) {
        self.what = what
    }

    /// Notes a row's key.
    ///
    /// - Throws: `Diagnostic` at `column` when an earlier row has the same key.
    mutating func insert(_ key: Key, _ row: CSVRow, at column: Int) throws(Diagnostic) {
        if let line = lines[key] {
            throw row.wrong(column, "\(what) may occur once", remedy: "the first is on line \(line)")
        }
        lines[key] = row.line
    }
}
