import Foundation
import Tabular
import TestSupport
import Testing

@testable import Scoring

/// A CSV file of a reference case, as text; `NA` and empty cells are missing numbers.
struct ReferenceTable {
    let header: [String]
    let rows: [[String]]

    init(_ name: String) throws {
        let path = Repository.path("Tests/ReferenceCases/\(name)")
        var reader = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path: path)
        header = reader.header
        var rows: [[String]] = []
        while let row = try reader.next() { rows.append(header.indices.map(row.text)) }
        self.rows = rows
    }

    func text(_ column: String) throws -> [String] {
        let place = try #require(header.firstIndex(of: column), "no column \(column)")
        return rows.map { $0[place] }
    }

    func numbers(_ column: String) throws -> [Double?] {
        try text(column).map { cell in
            guard cell != "NA", !cell.isEmpty else { return nil }
            let number: Double = try #require(Double(cell), "\(cell)")
            return number
        }
    }

    /// The columns of these names as a table; P units x K indicators.
    func table(_ columns: [String]) throws -> IndicatorTable {
        IndicatorTable(columns: try columns.map(numbers), units: rows.count)
    }
}

/// The largest difference, in shares of the expected number where that is above one; nil if one has a gap where the
/// other has none.
func largestDifference(_ computed: [Double?], _ expected: [Double?]) -> Double? {
    guard computed.count == expected.count else { return nil }
    var largest = 0.0
    for (left, right) in zip(computed, expected) {
        switch (left, right) {
        case (nil, nil): continue
        case (let left?, let right?): largest = max(largest, abs(left - right) / max(1, abs(right)))
        default: return nil
        }
    }
    return largest
}
