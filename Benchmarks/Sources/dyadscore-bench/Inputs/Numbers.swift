import LinearAlgebra
import Scoring

/// A CSV file of numbers with one line of headings, row by row.
func readNumbers(_ path: String) throws -> [[Double]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
        line.split(separator: ",").compactMap { Double($0) }
    }
}

extension IndicatorTable {
    /// Rows of complete numbers.
    init(rows: [[Double]]) {
        let count = rows.first?.count ?? 0
        self.init(columns: (0..<count).map { column in rows.map { $0[column] } }, units: rows.count)
    }

    /// P x K uniform numbers in (0, 1), the same for the same shape.
    static func uniform(units: Int, indicators: Int) -> IndicatorTable {
        let generator = Philox(seed: 202308, stream: 0)
        return IndicatorTable(
            columns: (0..<indicators).map { column in
                (0..<units).map { generator.uniform(at: UInt64($0 * indicators + column)) }
            }, units: units)
    }
}

extension Hierarchy {
    /// Indicators without groups.
    static func flat(_ count: Int) -> Hierarchy {
        Hierarchy(levels: [
            .init(names: (0..<count).map { "x\($0)" }, parents: Array(repeating: 0, count: count))
        ])
    }
}

extension IndexDesign {
    /// Indicators of which more is better, without groups.
    static func flat(_ count: Int) -> IndexDesign {
        let hierarchy = Hierarchy.flat(count)
        return IndexDesign(
            indicators: hierarchy.levels[0].names.map { IndicatorDesign(id: $0) }, hierarchy: hierarchy)
    }
}
