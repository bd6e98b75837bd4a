import Testing

@testable import Scoring

/// OECD/JRC Handbook (2008), Tables 35 to 37: five countries of the Technology Achievement Index on eight indicators.
/// The outranking matrix as printed and as recomputed from the data agree; three orders share the largest score, 6.375.
struct HandbookTable37Tests {
    static func rows() throws -> (units: [String], rows: [[Double]]) {
        let input = try ReferenceTable("condorcet-kemeny/tai5_input.csv")
        let columns = try input.header.dropFirst().map { try input.numbers($0).map { try #require($0) } }
        return (
            units: try input.text("unit"), rows: input.rows.indices.map { unit in columns.map { $0[unit] } }
        )
    }

    static func matrix() throws -> OutrankingMatrix {
        let rows = try Self.rows().rows
        return try OutrankingMatrix(
            .init(
                values: .init(rows: 5, columns: 8) { rows[$0][$1] },
                weights: Array(repeating: 0.125, count: 8),
                isReference: rows.map { _ in true }, names: (0..<8).map { "i\($0)" }))
    }

    @Test(arguments: ["published", "recomputed"])
    func outrankingMatrix(version: String) throws {
        let expected = try ReferenceTable("condorcet-kemeny/tai5_expected_outranking_\(version).csv")
        let support = try Self.matrix().support
        for (place, unit) in try Self.rows().units.enumerated() {
            #expect(try support.column(place) == expected.numbers(unit).map { try #require($0) })
        }
    }

    @Test func theSixBestOrders() throws {
        let (units, matrix) = (try Self.rows().units, try Self.matrix())
        let printed = try ReferenceTable("condorcet-kemeny/tai5_expected_rankings.csv").rows
        for row in printed {
            let order = try row.dropFirst().map { name in try #require(units.firstIndex(of: name)) }
            #expect(KemenyOrder.score(of: order, support: matrix.support) == Double(row[0]))
        }
        let best = printed.filter { $0[0] == "6.375" }.map { Array($0.dropFirst()) }
        #expect(best.count == 3)
        let order = KemenyOrder(matrix)
        #expect(order.score == 6.375)
        #expect(best.contains(order.order.map { units[$0] }))
    }

    /// Over the three best orders Sweden's places are 2, 1, 1, the United States' 1, 3, 2 and Finland's 3, 2, 3.
    @Test func scoresAreMeansOverTheThree() throws {
        let (units, rows) = try Self.rows()
        let output = try aggregate(.condorcetKemeny, rows)
        let scores = Dictionary(uniqueKeysWithValues: zip(units, try output.numbers()))
        let expected = ["Sweden": 11.0 / 3, "USA": 3, "Finland": 7.0 / 3, "Japan": 1, "Korea": 0]
        for (unit, score) in expected { #expect(abs((scores[unit] ?? .nan) - score) < 1e-12, "\(unit)") }
        let usa = try #require(units.firstIndex(of: "USA"))
        #expect(try output.detail("place_best")[usa] == 1)
        #expect(try output.detail("place_worst")[usa] == 3)
        #expect(try output.detail("kemeny_score") == Array(repeating: 6.375, count: 5))
        #expect(try output.detail("exact") == Array(repeating: 1, count: 5))
    }
}
