import Foundation
import LinearAlgebra
import TestSupport
import Testing

@testable import Scoring

/// Properties that hold for many aggregations, on seeded random tables with and without ties.
struct AggregationPropertyTests {
    /// A method with arguments, and a name for messages.
    struct Method: CustomTestStringConvertible, Sendable {
        let aggregation: Aggregation
        var given: [String: MethodArgument] = [:]
        var testDescription: String { aggregation.description.id }

        /// Values in (0, 1], moved onto [70, 130] for the methods that ask for a mean well above zero.
        func scale(_ rows: [[Double]]) -> [[Double]] {
            testDescription.hasSuffix("mazziotta-pareto") ? rows.map { $0.map { 70 + 60 * $0 } } : rows
        }

        func scores(
            _ rows: [[Double]], weights: [Double], isReference: [Bool]? = nil, names: [String]? = nil
        ) throws -> [Double?] {
            try aggregate(
                aggregation, scale(rows), weights: weights, isReference: isReference, names: names, given
            ).scores
        }
    }

    static let ordinal = [
        Method(aggregation: .copeland), Method(aggregation: .condorcetKemeny), Method(aggregation: .borda),
        Method(aggregation: .lexicographic, given: ["order": .words(["i2", "i0", "i1"])]),
        Method(aggregation: .prometheeII),
    ]
    static let promethees = [
        ["function": .word("u-shape"), "q": .number(0.1)],
        ["function": .word("v-shape"), "p": .number(0.4)],
        ["function": .word("level"), "q": .number(0.1), "p": .number(0.4)],
        ["function": .word("linear"), "q": .number(0.1), "p": .number(0.4)],
        ["function": .word("gaussian"), "s": .number(0.3)],
    ].map { Method(aggregation: .prometheeII, given: $0) }
    static let distances = [
        Method(aggregation: .topsis), Method(aggregation: .vikor, given: ["v": .number(0.3)]),
        Method(aggregation: .codas),
    ]
    static let perUnit = [
        Method(aggregation: .harmonic), Method(aggregation: .power, given: ["exponent": .number(-2.5)]),
        Method(aggregation: .power, given: ["exponent": .number(0.5)]), Method(aggregation: .mazziottaPareto),
        Method(aggregation: .adjustedMazziottaPareto, given: ["penalty": .word("positive")]),
        Method(aggregation: .orderedWeighted, given: ["weights": .numbers([1, 2, 3, 4])]),
        Method(aggregation: .orderedWeighted, given: ["exponent": .number(0.4)]),
        Method(aggregation: .waspas),
    ]
    static let all = ordinal + promethees + distances + perUnit + [Method(aggregation: .cocoso)]
    static let monotone = all.filter {
        ![
            "mazziotta-pareto", "adjusted-mazziotta-pareto", "codas", "condorcet-kemeny",
        ].contains($0.testDescription)
    }
    static let splitting = all.filter {
        !["topsis", "vikor", "codas", "cocoso", "lexicographic", "owa"].contains($0.testDescription)
    }

    static let weights = [0.4, 0.3, 0.2, 0.1]

    /// Ten tables of nine units and four indicators, half of them with many ties.
    static func tables(_ seed: UInt64) -> [[[Double]]] {
        var generator = SplitMix(seed: seed)
        return (0..<10).map { randomRows(9, 4, steps: $0 % 2 == 0 ? nil : 4, using: &generator) }
    }

    static func isClose(_ a: [Double?], _ b: [Double?], _ tolerance: Double = 1e-11) -> Bool {
        (largestDifference(a, b) ?? .infinity) < tolerance
    }

    @Test func everyMethodOfTheTableIsHere() {
        let known = Set(Self.all.map(\.testDescription)).union(["arithmetic", "geometric"])
        let listed = MethodTable.aggregations.map(\.description.id)
        #expect(Set(listed) == known)
        #expect(listed.count == known.count)
    }

    @Test(arguments: all) func unitsInAnyOrder(method: Method) throws {
        for rows in Self.tables(30) {
            let scores = try method.scores(rows, weights: Self.weights)
            let order = [4, 0, 8, 2, 6, 1, 7, 3, 5]
            let permuted = try method.scores(order.map { rows[$0] }, weights: Self.weights)
            #expect(Self.isClose(permuted, order.map { scores[$0] }))
        }
    }

    @Test(arguments: all) func indicatorsInAnyOrder(method: Method) throws {
        let order = [2, 0, 3, 1]
        for rows in Self.tables(31) {
            let scores = try method.scores(rows, weights: Self.weights)
            let permuted = try method.scores(
                rows.map { row in order.map { row[$0] } }, weights: order.map { Self.weights[$0] },
                names: order.map { "i\($0)" })
            #expect(Self.isClose(permuted, scores))
        }
    }

    @Test(arguments: all) func equalUnitsTie(method: Method) throws {
        for rows in Self.tables(32) {
            let scores = try method.scores(rows + [rows[2]], weights: Self.weights)
            #expect(Self.isClose([scores[2]], [scores[9]]))
        }
        let same = try method.scores(Array(repeating: [0.5, 0.25, 1, 0.75], count: 3), weights: Self.weights)
        #expect(Self.isClose([same[0], same[1]], [same[1], same[2]]))
    }

    @Test(arguments: all) func oneUnitAndOneIndicatorHaveScores(method: Method) throws {
        let score = try method.scores([[0.5, 0.25, 1, 0.75]], weights: Self.weights)[0]
        #expect(try #require(score).isFinite)
        guard method.given["order"] == nil, method.given["weights"] == nil else { return }
        let single = try method.scores([[0.25], [1], [0.5]], weights: [1]).map { try #require($0) }
        #expect(ranks(single) == [3, 1, 2])
    }

    /// A unit that is better on every indicator has a higher score.
    @Test(arguments: all) func dominanceIsKept(method: Method) throws {
        for rows in Self.tables(33) {
            let better = rows[0].map { $0 + 0.01 }
            let scores = try method.scores(rows + [better], weights: Self.weights).map { try #require($0) }
            if method.given["function"] == .word("u-shape") || method.given["function"] == .word("level") {
                #expect(scores[9] >= scores[0])
            } else {
                #expect(scores[9] > scores[0])
            }
        }
    }

    @Test(arguments: monotone) func aScoreNeverFallsWhenAValueRises(method: Method) throws {
        for (round, rows) in Self.tables(34).enumerated() {
            let before = try method.scores(rows, weights: Self.weights)
            for (unit, rise) in [(0, 0.03), (4, 0.25), (8, 1.5)] {
                var raised = rows
                raised[unit][round % 4] += rise
                let after = try method.scores(raised, weights: Self.weights)
                #expect(try #require(after[unit]) >= (try #require(before[unit])) - 1e-12)
            }
        }
    }

    /// Two copies of an indicator with half its weight each are that indicator.
    @Test(arguments: splitting) func splittingAnIndicatorChangesNothing(method: Method) throws {
        for rows in Self.tables(35) {
            let scores = try method.scores(rows, weights: Self.weights)
            let split = try method.scores(rows.map { $0 + [$0[0]] }, weights: [0.2, 0.3, 0.2, 0.1, 0.2])
            #expect(Self.isClose(split, scores))
        }
    }

    @Test(arguments: ordinal) func increasingTransformsChangeNothing(method: Method) throws {
        for rows in Self.tables(36) {
            let scores = try method.scores(rows, weights: Self.weights)
            let transformed = rows.map { [exp(3 * $0[0]), $0[1] * $0[1], log($0[2]), $0[3] - 5] }
            #expect(Self.isClose(try method.scores(transformed, weights: Self.weights), scores))
        }
    }

    @Test(arguments: distances + promethees) func movingAnIndicatorChangesNothing(method: Method) throws {
        for rows in Self.tables(37) {
            // Steps that are exact in binary, so that no tie or threshold is lost to rounding.
            let rows = rows.map { $0.map { ($0 * 256).rounded() / 256 } }
            let scores = try method.scores(rows, weights: Self.weights)
            let moved = rows.map { [$0[0] + 2, $0[1] - 1, $0[2] + 0.5, $0[3]] }
            #expect(Self.isClose(try method.scores(moved, weights: Self.weights), scores))
        }
    }

    /// What a unit outside the class is like changes nothing for the class; one that is better than all of it on every
    /// indicator scores at least as much as the best, one that is worse at most as much as the last.
    @Test(arguments: all) func unitsOutsideTheClassMoveNothing(method: Method) throws {
        let isReference = Array(repeating: true, count: 9) + [false, false, false]
        for rows in Self.tables(38) {
            let scores = try method.scores(rows, weights: Self.weights)
            let extended = try method.scores(
                rows + [[0.9, 1, 0.1, 0.5], [3, 3, 3, 3], [0.01, 0.01, 0.01, 0.01]], weights: Self.weights,
                isReference: isReference)
            #expect(Self.isClose(Array(extended.prefix(9)), scores))
            if method.testDescription == "condorcet-kemeny" {
                #expect(extended[9] == nil)
            } else {
                #expect(try #require(extended[9]).isFinite)
                let members = scores.compactMap { $0 }
                #expect(try #require(extended[10]) >= members.max() ?? .infinity)
                #expect(try #require(extended[11]) <= members.min() ?? -.infinity)
            }
        }
    }

    @Test(arguments: all) func anEmptyClassHasAnAnswerOrAReason(method: Method) throws {
        do throws(ScoringFailure) {
            let output = try Self.empty(method)
            #expect(output.allSatisfy { $0?.isFinite ?? true })
        } catch {
            #expect(error == .noAnswer(reason: "the reference class has no unit"))
        }
    }

    private static func empty(_ method: Method) throws(ScoringFailure) -> [Double?] {
        do {
            return try method.scores(
                [[0.5, 0.25, 1, 0.75]], weights: weights, isReference: [false])
        } catch let error as ScoringFailure {
            throw error
        } catch {
            throw .noAnswer(reason: "\(error)")
        }
    }
}
