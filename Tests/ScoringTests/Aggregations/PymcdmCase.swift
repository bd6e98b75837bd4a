import Testing

@testable import Scoring

/// A case recorded from the tests of pymcdm (commit 76e77351, MIT): a matrix, weights, directions and the answer.
struct PymcdmCase {
    let rows: [[Double]]
    let weights: [Double]
    /// 1 where more is better, -1 where less is.
    let signs: [Double]
    let expected: [Double]

    init(_ number: Int) throws {
        let (input, criteria) = (
            try ReferenceTable("pymcdm-reference/input.csv"),
            try ReferenceTable("pymcdm-reference/criteria.csv")
        )
        let answer = try ReferenceTable("pymcdm-reference/expected.csv")
        func column(_ table: ReferenceTable, _ name: String) throws -> [Double] {
            let numbers = try table.numbers(name)
            return try zip(table.text("case"), numbers).compactMap { id, value in
                id == String(number) ? value : nil
            }
        }
        weights = try column(criteria, "weight")
        signs = try column(criteria, "type")
        expected = try column(answer, "value")
        let values = try column(input, "value")
        let count = weights.count
        try #require(count > 0 && values.count % count == 0)
        rows = stride(from: 0, to: values.count, by: count).map { Array(values[$0..<($0 + count)]) }
    }

    /// Values normalised column by column; the function gets a column and whether more is better.
    func normalised(_ normalise: ([Double], Bool) -> [Double]) -> [[Double]] {
        let columns = signs.indices.map { k in normalise(rows.map { $0[k] }, signs[k] > 0) }
        return rows.indices.map { unit in columns.map { $0[unit] } }
    }

    /// Whether scores agree with the printed answer, to half of its last digit.
    func agrees(_ scores: [Double], decimals: Int) -> Bool {
        let half = (0..<decimals).reduce(0.5) { half, _ in half / 10 } + 1e-9
        return scores.count == expected.count && zip(scores, expected).allSatisfy { abs($0 - $1) <= half }
    }
}

/// (x - min) / (max - min), (max - x) / (max - min) where less is better.
func minMax(_ column: [Double], _ moreIsBetter: Bool) -> [Double] {
    guard let low = column.min(), let high = column.max(), low < high else { return column }
    return column.map { (moreIsBetter ? $0 - low : high - $0) / (high - low) }
}

/// x / max, min / x where less is better.
func shareOfBest(_ column: [Double], _ moreIsBetter: Bool) -> [Double] {
    guard let low = column.min(), let high = column.max() else { return column }
    return column.map { moreIsBetter ? $0 / high : low / $0 }
}

/// x / sum, (1 / x) / (sum of 1 / x) where less is better.
func shareOfSum(_ column: [Double], _ moreIsBetter: Bool) -> [Double] {
    let values = moreIsBetter ? column : column.map { 1 / $0 }
    return values.map { $0 / values.reduce(0, +) }
}

/// x over the length of the column, with its sign turned where less is better.
func shareOfLength(_ column: [Double], _ moreIsBetter: Bool) -> [Double] {
    let length = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return column.map { (moreIsBetter ? $0 : -$0) / length }
}
