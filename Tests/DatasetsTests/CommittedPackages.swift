import Dyads
import Files
import Foundation
import Tabular
import Testing

@testable import Datasets

/// The packages of this repository, found from this file.
enum CommittedPackages {
    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    static let folder = DatasetFolder(path: "\(repository)/datasets")

    /// The rows of a table, as texts by column.
    static func rows(_ table: String, of package: String) throws -> [[String: String]] {
        var reader = try folder.table(table, of: package)
        var rows: [[String: String]] = []
        while let row = try reader.next() {
            rows.append(
                Dictionary(
                    uniqueKeysWithValues: reader.header.indices.map { (reader.header[$0], row.text($0)) }))
        }
        return rows
    }

    /// The sum of what `value` makes of each row, by dyad; rows for which it is nil do not count.
    static func sums(
        _ table: String, of package: String, _ value: ([String: String]) -> Double?
    ) throws -> [String: Double] {
        var sums: [String: Double] = [:]
        for row in try rows(table, of: package) {
            guard let dyad = row["dyad"], let value = value(row) else { continue }
            sums[dyad, default: 0] += value
        }
        return sums
    }
}

/// A place among the 91 dyads without Russia: 1 + how many are higher, and how many are equal.
struct Standing: Equatable {
    let rank: Int
    let tied: Int

    /// Dyads that `values` does not have count as zero; values within 1e-9 are equal.
    init(_ dyad: String, in values: [String: Double]) throws {
        let class91 = try CommittedPackages.folder.states().dyads.map(\.description).filter {
            !$0.contains("RUS")
        }
        try #require(class91.count == 91)
        let own = values[dyad] ?? 0
        rank = 1 + class91.count { (values[$0] ?? 0) > own + 1e-9 }
        tied = class91.count { abs((values[$0] ?? 0) - own) <= 1e-9 } - 1
    }

    init(rank: Int, tied: Int) {
        self.rank = rank
        self.tied = tied
    }
}

extension [String: String] {
    /// A cell as a number; nil when it is empty or no number.
    func number(_ column: String) -> Double? { self[column].flatMap(parseNumber) }

    /// A cell as a whole number.
    func integer(_ column: String) -> Int? { self[column].flatMap(parseInteger) }
}
