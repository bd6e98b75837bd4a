import Testing

@testable import Scoring

/// OECD/JRC Handbook (2008), Tables 25, 28, 31 and 34: four profiles of indicators that rank three or four units, with
/// the Borda count, the outranking matrix, the Condorcet winner and the Kemeny score of every order; exact.
///
/// An indicator counts as often as the profile says; scores under weights that sum to one are multiplied by their number.
struct HandbookTables25To34Tests {
    struct Profile {
        var names: [String] = []
        var rows: [[Double]] = []
        var counts: [Double] = []
        var total: Double { counts.reduce(0, +) }

        /// Columns of places 1 to n, turned so that higher is better.
        init(_ table: String) throws {
            let input = try ReferenceTable("condorcet-kemeny/profiles_input.csv")
            let lines = input.rows.filter { $0[0] == table }
            names = Array(Set(lines[0].dropFirst(2).filter { !$0.isEmpty })).sorted()
            counts = try lines.map { try #require(Double($0[1])) }
            rows = try names.map { name in
                try lines.map { line in -Double(try #require(line.dropFirst(2).firstIndex(of: name))) }
            }
        }

        func matrix() throws -> OutrankingMatrix {
            try OutrankingMatrix(
                .init(
                    values: .init(rows: rows.count, columns: counts.count) { rows[$0][$1] },
                    weights: counts.map { $0 / total }, isReference: rows.map { _ in true },
                    names: counts.indices.map { "i\($0)" }))
        }

        func positions(_ order: String) throws -> [Int] {
            try order.map { letter in try #require(names.firstIndex(of: String(letter))) }
        }
    }

    static func expected(_ table: String, _ quantity: String) throws -> [(key: String, value: String)] {
        try ReferenceTable("condorcet-kemeny/profiles_expected.csv").rows
            .filter { $0[0] == table && $0[1] == quantity }.map { (key: $0[2], value: $0[3]) }
    }

    @Test(arguments: ["table25", "table28", "table31", "table34"])
    func bordaCounts(table: String) throws {
        let profile = try Profile(table)
        let scores = try aggregate(.borda, profile.rows, weights: profile.counts).numbers()
        let expected = try Self.expected(table, "borda")
        #expect(expected.count == profile.names.count)
        for (key, value) in expected {
            let unit = try #require(profile.names.firstIndex(of: key))
            #expect(abs(scores[unit] * profile.total - (try #require(Double(value)))) < 1e-12, "\(key)")
        }
    }

    @Test(arguments: ["table25", "table28", "table31", "table34"])
    func outrankingMatrices(table: String) throws {
        let profile = try Profile(table)
        let support = try profile.matrix().support
        let expected = try Self.expected(table, "outranking")
        #expect(expected.count == profile.names.count * (profile.names.count - 1))
        for (key, value) in expected {
            let pair = try profile.positions(key)
            #expect(abs(support[pair[0], pair[1]] * profile.total - (try #require(Double(value)))) < 1e-12)
        }
    }

    @Test(arguments: ["table25", "table28", "table31", "table34"])
    func condorcetWinners(table: String) throws {
        let profile = try Profile(table)
        let wins = try aggregate(.copeland, profile.rows, weights: profile.counts).detail("wins")
        let winner = wins.firstIndex(of: Double(profile.names.count - 1)).map { profile.names[$0] }
        let expected = try #require(try Self.expected(table, "condorcet_winner").first?.value)
        #expect(winner ?? "none" == expected)
        guard let winner else { return }
        let order = KemenyOrder(try profile.matrix())
        #expect(profile.names[order.order[0]] == winner)
    }

    @Test(arguments: ["table25", "table28", "table31", "table34"])
    func kemenyScoresOfAllOrders(table: String) throws {
        let profile = try Profile(table)
        let matrix = try profile.matrix()
        let expected = try Self.expected(table, "kemeny_score")
        #expect(expected.count == (1...profile.names.count).reduce(1, *))
        for (key, value) in expected {
            let score = KemenyOrder.score(of: try profile.positions(key), support: matrix.support)
            #expect(abs(score * profile.total - (try #require(Double(value)))) < 1e-12, "\(key)")
        }
        let best = try #require(expected.compactMap { Double($0.value) }.max())
        let order = KemenyOrder(matrix)
        #expect(abs(order.score * profile.total - best) < 1e-12)
        let winners = expected.filter { Double($0.value) == best }.map(\.key)
        #expect(winners.contains(order.order.map { profile.names[$0] }.joined()))
    }

    /// Table 34 is Condorcet's cycle: each of three orders is optimal, every unit has each place once, all tie.
    @Test func theCycleIsATie() throws {
        let profile = try Profile("table34")
        let output = try aggregate(.condorcetKemeny, profile.rows, weights: profile.counts)
        #expect(try output.numbers() == [1, 1, 1])
        #expect(try output.detail("place_best") == [1, 1, 1])
        #expect(try output.detail("place_worst") == [3, 3, 3])
    }
}
