import Diagnostics
import Dyads
import Tabular

/// The Correlates of War's dyadic trade: what each state of a pair imports from the other.
enum COWTrade {
    /// What each state of a dyad imports from the other, in current USD million; nil where COW does not know.
    struct Imports {
        let ofA: Double?
        let ofB: Double?

        /// Of both sides; nil unless both are known: one side is no total.
        var total: Double? {
            guard let ofA, let ofB else { return nil }
            return ofA + ofB
        }

        /// - Parameter isReversed: whether the source names the dyad's second state first.
        init(ofFirst first: Double?, ofSecond second: Double?, isReversed: Bool) {
            (ofA, ofB) = isReversed ? (second, first) : (first, second)
        }
    }

    /// In these years a total of zero means that nobody reported: Russia-Ukraine is zero in two of them.
    private static let unreportedZeros = 1992...1994

    /// A total as far as it was reported.
    static func reported(_ total: Double?, in year: Int) -> Double? {
        guard let total, total > 0 || !unreportedZeros.contains(year) else { return nil }
        return total
    }

    /// The imports as recorded and as COW smooths them, by dyad-year.
    ///
    /// - Throws: `Diagnostic` for a malformed row and a dyad-year given twice.
    static func imports(
        _ file: SourceFile, states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [DyadYear: (recorded: Imports, smoothed: Imports)] {
        var reader = try file.csv()
        let yearColumn = try reader.column("year")
        let recorded = try reader.columns(["flow1", "flow2"])
        let smoothed = try reader.columns(["smoothflow1", "smoothflow2"])
        // COW orders the states of a dyad by number, we by code: KAZ (705) before RUS (365).
        var pairColumns = try PairColumns(
            "ccode1", "ccode2", as: .cow, in: reader, states: states, file: file)
        var imports: [DyadYear: (recorded: Imports, smoothed: Imports)] = [:]
        var unique = UniqueRows<DyadYear>("an undirected dyad-year")
        while let row = try reader.next() {
            guard let pair = try pairColumns.pair(of: row, log: &log) else { continue }
            let key = DyadYear(dyad: pair.dyad, year: try row.year(yearColumn))
            try unique.insert(key, row, at: yearColumn)
            imports[key] = (
                Imports(
                    ofFirst: try row.optionalFlow(recorded[0]), ofSecond: try row.optionalFlow(recorded[1]),
                    isReversed: pair.isReversed),
                Imports(
                    ofFirst: try row.optionalFlow(smoothed[0]), ofSecond: try row.optionalFlow(smoothed[1]),
                    isReversed: pair.isReversed)
            )
        }
        return imports
    }
}

extension CSVRow {
    /// A value of goods or services, nil when the cell is empty.
    ///
    /// - Throws: `Diagnostic` as `flow(_:)` does.
    func optionalFlow(_ index: Int) throws(Diagnostic) -> Double? {
        isEmpty(index) ? nil : try flow(index)
    }
}
