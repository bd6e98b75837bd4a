import Dyads
import DyadicModels
import Foundation
import Scoring
import Testing
import Uncertainty

/// Six dyads on p and q (dimension a) and r (dimension b); values are taken as they are, unless a test says otherwise.
struct LinearScoresTests {
    static let p: [Double?] = [4, 2, 1, 3, 2, 1]
    static let q: [Double?] = [2, nil, 3, 1, 4, 2]
    static let r: [Double?] = [1, 5, 2, 4, 3, 2]

    static var none: MethodChoice {
        get throws { try MethodChoice(Normalisation.none.description, [:]) }
    }

    func scores(
        _ method: ScoringMethod, r: [Double?] = r, metadata: IndexMetadata = IndexMetadata()
    ) throws -> DyadScores {
        let codes = ["AAA", "BBB", "CCC", "DDD"].compactMap { StateCode($0) }
        let dyads = codes.indices.flatMap { i in
            codes[(i + 1)...].compactMap { Dyad(codes[i], $0) }
        }
        func indicator(_ id: String) -> Indicator {
            Indicator(
                id: id, title: id, dimension: id, kind: .count, unit: "1", direction: .more,
                yearOperator: .mean, coverage: Coverage(years: 2000...2000, silence: .missing),
                definition: id, citations: [])
        }
        return try DyadScores(
            dyads: dyads, referenceClass: ReferenceClass(excludedStates: []),
            columns: [
                ("a", indicator("p"), Self.p), ("a", indicator("q"), Self.q), ("b", indicator("r"), r),
            ], method: method, metadata: metadata)
    }

    /// z-scores, so that values are what `index` says; the sums of weights and values are the scores.
    @Test(arguments: LinearScores.Level.allCases)
    func weightsGiveTheScores(level: LinearScores.Level) throws {
        let scores = try scores(ScoringMethod(normalisation: .zScore))
        let linear = try scores.linearScores(of: level)
        #expect(linear.names == (level == .dimensions ? ["a", "b"] : ["p", "q", "r"]))
        #expect(linear.declared == (level == .dimensions ? [0.5, 0.5] : [0.25, 0.25, 0.5]))
        #expect(linear.filled == (level == .dimensions ? 0 : 1))
        // Ranked under the declared weights alone, the order is the default's.
        let first = try ExactWeights(linear.units, space: linear.space)
        let leader = try #require(scores.classRanking.leaders.first)
        #expect(
            try first.smallestChange(of: linear.declared, crowning: leader, measure: .total)?.size ?? 1 < 1e-9
        )
    }

    /// AAA-CCC has no q. Its dimension score is its p, which q takes: the largest margin with all weight on r is that of
    /// complete data.
    @Test func aGapTakesTheDimensionScore() throws {
        let scores = try scores(ScoringMethod(normalisation: .unitRange))
        let linear = try scores.linearScores(of: .indicators)
        let exact = try ExactWeights(linear.units, space: linear.space)
        // Its p is 1/3, and so is its q; its r is 1, and 3/4 the next.
        guard case .possible(let weights, let margin) = try exact.firstPlace(of: 1) else {
            Issue.record("r puts it first")
            return
        }
        #expect(abs(weights.reduce(0, +) - 1) < 1e-9 && margin >= 0.25 - 1e-9)
        // By hand, over a grid of weights.
        let table = (0..<6).map { unit in
            (0..<3).map { scores.index.normalised[unit, $0] ?? 1.0 / 3 }
        }
        var best = -Double.infinity
        for i in 0...100 {
            for j in 0...(100 - i) {
                let w = [Double(i) / 100, Double(j) / 100, Double(100 - i - j) / 100]
                let sums = table.map { row in zip(row, w).reduce(0) { $0 + $1.0 * $1.1 } }
                best = max(best, sums[1] - (sums.indices.filter { $0 != 1 }.map { sums[$0] }.max() ?? 0))
            }
        }
        #expect(margin >= best - 1e-9 && margin <= best + 0.03)
    }

    /// Under the geometric mean margins are differences of logarithms. AAA-CCC is (2, 2, 5) with its gap filled, the
    /// nearest rivals (3, 1, 4) and (2, 4, 3). Of dimensions: all weight on r, 5 against 4. Of indicators: weight w of q
    /// makes both rivals level, ln(5/4) (1 - w) + ln(2) w = ln(5/3) (1 - w) - ln(2) w.
    @Test func geometricMeansAreLinearInLogarithms() throws {
        let method = ScoringMethod(normalisation: try Self.none, aggregations: [.geometric])
        let w = log(4.0 / 3) / (2 * log(2) + log(4.0 / 3))
        let expected = [log(1.25), log(1.25) * (1 - w) + log(2) * w]
        for (level, expected) in zip(LinearScores.Level.allCases, expected) {
            let linear = try scores(method).linearScores(of: level)
            #expect(abs(linear.declared.reduce(0, +) - 1) < 1e-12)
            guard
                case .possible(_, let margin) = try ExactWeights(linear.units, space: linear.space)
                    .firstPlace(of: 1)
            else {
                Issue.record("r puts it first")
                return
            }
            #expect(abs(margin - expected) < 1e-6, "\(level): \(margin)")
        }
    }

    /// Geometric across dimensions, arithmetic inside: linear in the dimensions' weights, not in the indicators'.
    @Test func mixedMeansAreLinearInDimensionsOnly() throws {
        let scores = try scores(
            ScoringMethod(normalisation: try Self.none, aggregations: [.arithmetic, .geometric]))
        #expect((try? scores.linearScores(of: .dimensions)) != nil)
        #expect(throws: Absence.self) { try scores.linearScores(of: .indicators) }
    }

    @Test func otherAggregationsHaveNoAnswer() throws {
        let scores = try scores(
            ScoringMethod(
                normalisation: try Self.none,
                aggregations: [try MethodChoice(Aggregation.harmonic.description, [:])]))
        for level in LinearScores.Level.allCases {
            #expect(throws: Absence.self) { try scores.linearScores(of: level) }
        }
    }

    @Test func aDyadWithoutADimensionIsNamed() throws {
        let scores = try scores(
            ScoringMethod(normalisation: .zScore), r: [1, 5, nil, 4, 3, 2])
        let absence = #expect(throws: Absence.self) { try scores.linearScores(of: .dimensions) }
        #expect(absence?.reason.hasPrefix("AAA-DDD has no observation of b") == true)
    }

    @Test func declaredWeightsAreTheMethods() throws {
        let metadata = IndexMetadata(dimensionWeights: ["a": 3, "b": 1])
        let linear = try scores(
            ScoringMethod(
                normalisation: .zScore, weighting: try MethodChoice(Weighting.declared.description, [:])),
            metadata: metadata
        ).linearScores(of: .dimensions)
        #expect(abs(linear.declared[0] - 0.75) < 1e-12)
    }
}
