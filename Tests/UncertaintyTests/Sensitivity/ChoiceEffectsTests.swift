import TestSupport
import Testing

@testable import Uncertainty

struct ChoiceEffectsTests {
    /// Y = a(i) + b(j) on a full grid: each index is the variance of its part over the sum.
    /// a = 0, 2 (variance 1), b = 0, 3, 6 (variance 6).
    @Test func anAdditiveOutputOnAGridIsSharedOutByItsParts() throws {
        let rows = (0..<2).flatMap { i in (0..<3).map { [i, $0] } }
        let effects = ChoiceEffects(
            of: rows.map { Double(2 * $0[0] + 3 * $0[1]) }, over: try ChoiceTable(rows: rows, choices: 2))
        #expect(abs(effects.variance - 7) < 1e-12)
        for (effect, expected) in zip(effects.effects, [1.0 / 7, 6.0 / 7]) {
            for value in [effect.first, effect.total, effect.shapley] {
                #expect(abs(value - expected) < 1e-12)
            }
        }
    }

    /// Y = x1 x2 on the grid of -1 and 1: all interaction, halved by Shapley.
    @Test func aPureInteractionIsHalved() throws {
        let rows = [[-1, -1], [-1, 1], [1, -1], [1, 1]]
        let effects = ChoiceEffects(
            of: rows.map { Double($0[0] * $0[1]) }, over: try ChoiceTable(rows: rows, choices: 2))
        for effect in effects.effects {
            #expect(effect == ChoiceEffects.Effect(first: 0, total: 1, shapley: 0.5))
        }
    }

    /// Cells (0,0), (0,1), (1,0) of a 2 x 2 grid with Y = 0, 0, 3: mean 1, variance 2. Of the first choice: groups
    /// {0, 0} and {3}: S = 1. Of the second: groups {0, 3} and {0}: means 1.5 and 0, S = (2 (0.5)^2 + 1) / 3 / 2 = 0.25.
    /// Shapley: (1 + 1 - 0.25) / 2 = 0.875 and (0.25 + 1 - 1) / 2 = 0.125.
    @Test func anExcludedCellMakesTheOtherChoiceInformative() throws {
        let table = try ChoiceTable(rows: [[0, 0], [0, 1], [1, 0]], choices: 2)
        let effects = ChoiceEffects(of: [0, 0, 3], over: table).effects
        let expected = [(1.0, 0.75, 0.875), (0.25, 0.0, 0.125)]
        for (effect, expected) in zip(effects, expected) {
            #expect(abs(effect.first - expected.0) < 1e-12)
            #expect(abs(effect.total - expected.1) < 1e-12)
            #expect(abs(effect.shapley - expected.2) < 1e-12)
        }
    }

    /// Two choices that always go together share what either explains; one that never varies has nothing.
    @Test func choicesThatGoTogetherShare() throws {
        let table = try ChoiceTable(rows: [[0, 5, 9], [1, 6, 9], [2, 7, 9]], choices: 3)
        let effects = ChoiceEffects(of: [1, 2, 9], over: table)
        #expect(effects.effects.map(\.first) == [1, 1, 0])
        #expect(effects.effects.map(\.total) == [0, 0, 0])
        #expect(effects.effects.map(\.shapley) == [0.5, 0.5, 0])
        #expect(effects.explained(by: [2]) == 0 && effects.explained(by: [0, 2]) == 1)
    }

    @Test func anOutputThatDoesNotVaryHasNothingToAccountFor() throws {
        let table = try ChoiceTable(rows: [[0], [1], [2]], choices: 1)
        let effects = ChoiceEffects(of: [0.1, 0.1, 0.1], over: table)
        #expect(effects.variance == 0 && effects.mean == 0.1)
        #expect(effects.effects == [.init(first: 0, total: 0, shapley: 0)])
        #expect(effects.explained(by: [0]) == 0)
        let one = ChoiceEffects(of: [4], over: try ChoiceTable(rows: [[3, 3]], choices: 2))
        #expect(one.effects.allSatisfy { $0.shapley == 0 })
    }

    @Test func rowsAreDistinctAndOfOneLength() {
        #expect(throws: ChoiceTableFailure.repeatedRow(first: 0, second: 2)) {
            try ChoiceTable(rows: [[0, 1], [1, 1], [0, 1]], choices: 2)
        }
        #expect(throws: ChoiceTableFailure.wrongLength(row: 1, codes: 1, choices: 2)) {
            try ChoiceTable(rows: [[0, 1], [1]], choices: 2)
        }
        #expect(throws: ChoiceTableFailure.empty) { try ChoiceTable(rows: [], choices: 2) }
        #expect(throws: ChoiceTableFailure.tooManyChoices(17)) {
            try ChoiceTable(rows: [0, 1].map { Array(repeating: $0, count: 17) }, choices: 17)
        }
    }

    /// Seeded sets with cells left out, against definitions written out: conditional means by filtering, Shapley's
    /// value by all orders, and the game of Song, Nelson & Staum (2016), E[Var(Y | X(-u))], with the same answer.
    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func bruteForceDefinitions(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let options = [2, 3, 2, 4]
        var rows: [[Int]] = [[]]
        for count in options { rows = rows.flatMap { row in (0..<count).map { row + [$0] } } }
        rows = rows.filter { _ in random.uniform() < 0.4 }
        let output = rows.map { _ in random.uniform() * 90 }
        let effects = ChoiceEffects(of: output, over: try ChoiceTable(rows: rows, choices: 4))
        let slow = SlowShares(rows: rows, output: output)
        for choice in 0..<4 {
            let others = Set(0..<4).subtracting([choice])
            #expect(abs(effects.effects[choice].first - slow.explained([choice])) < 1e-12)
            #expect(abs(effects.effects[choice].total - (1 - slow.explained(others))) < 1e-12)
            #expect(abs(effects.explained(by: others) - slow.explained(others)) < 1e-12)
            #expect(abs(effects.effects[choice].shapley - slow.shapley(choice, slow.explained)) < 1e-12)
            #expect(abs(effects.effects[choice].shapley - slow.shapley(choice, slow.leftOpen)) < 1e-12)
        }
        #expect(abs(effects.effects.reduce(0) { $0 + $1.shapley } - 1) < 1e-12)
        #expect(abs(effects.variance - slow.variance(output)) < 1e-9)
    }

    @Test func namesAndOrderOfOptionsAndRowsDoNotMatter() throws {
        var random = SplitMix(seed: 9)
        let rows = (0..<40).map { [$0 % 2, $0 / 2 % 5, $0 / 10] }
        let output = rows.map { _ in random.uniform() }
        let effects = ChoiceEffects(of: output, over: try ChoiceTable(rows: rows, choices: 3)).effects
        let order = Array(rows.indices).shuffled(using: &random)
        let other = ChoiceEffects(
            of: order.map { output[$0] },
            over: try ChoiceTable(rows: order.map { rows[$0].map { 7 - 3 * $0 } }, choices: 3)
        ).effects
        for (a, b) in zip(effects, other) {
            #expect(abs(a.first - b.first) < 1e-12 && abs(a.shapley - b.shapley) < 1e-12)
        }
    }
}

/// Conditional variances and Shapley's value by their definitions.
private struct SlowShares {
    let rows: [[Int]]
    let output: [Double]

    func variance(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        return values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(values.count)
    }

    private func group(of row: Int, by choices: Set<Int>) -> [Double] {
        rows.indices.filter { other in choices.allSatisfy { rows[other][$0] == rows[row][$0] } }
            .map { output[$0] }
    }

    func explained(_ choices: Set<Int>) -> Double {
        let means = rows.indices.map { row in
            let values = group(of: row, by: choices)
            return values.reduce(0, +) / Double(values.count)
        }
        return variance(means) / variance(output)
    }

    func leftOpen(_ choices: Set<Int>) -> Double {
        let others = Set(rows[0].indices).subtracting(choices)
        let inside = rows.indices.map { variance(group(of: $0, by: others)) }
        return inside.reduce(0, +) / Double(rows.count) / variance(output)
    }

    /// The mean over all orders of what the choice adds when its turn comes.
    func shapley(_ choice: Int, _ game: (Set<Int>) -> Double) -> Double {
        let orders = Self.orders(Array(rows[0].indices))
        return orders.map { order in
            let before = Set(order.prefix { $0 != choice })
            return game(before.union([choice])) - game(before)
        }.reduce(0, +) / Double(orders.count)
    }

    private static func orders(_ items: [Int]) -> [[Int]] {
        items.isEmpty
            ? [[]] : items.flatMap { item in orders(items.filter { $0 != item }).map { [item] + $0 } }
    }
}
