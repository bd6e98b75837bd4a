import LinearAlgebra
import TestSupport
import Testing

@testable import Uncertainty

struct RankInferenceTests {
    /// Every combination of the options.
    static let options: [(RankBounds, Bool)] = RankBounds.allCases.flatMap { [($0, true), ($0, false)] }

    /// Scores of which some are several standard errors apart; the covariance is singular if columns < units.
    static func random(
        seed: UInt64, units: Int, columns: Int, degreesOfFreedom: Int? = nil, draws: Int = 200
    ) throws -> RankInference {
        var numbers = SplitMix(seed: seed)
        let root = Matrix(rows: units, columns: columns) { _, _ in 2 * numbers.uniform() - 1 }
        return try RankInference(
            estimates: (0..<units).map { _ in 8 * numbers.uniform() },
            covariance: SamplingCovariance(root: root, degreesOfFreedom: degreesOfFreedom), draws: draws,
            generator: Philox(seed: seed, stream: 3))
    }

    @Test(arguments: [(1, 5, nil), (2, 3, nil), (3, 5, 4), (4, 2, 3)] as [(UInt64, Int, Int?)])
    func directImplementation(seed: UInt64, columns: Int, degrees: Int?) throws {
        let inference = try Self.random(
            seed: seed, units: 5, columns: columns, degreesOfFreedom: degrees, draws: 100)
        let direct = DirectRankSets(
            estimates: inference.estimates, root: inference.covariance.root, degreesOfFreedom: degrees,
            draws: 100,
            generator: Philox(seed: seed, stream: 3))
        for (bounds, stepDown) in Self.options {
            for (kind, units) in [(RankCoverage.marginal, [0, 1, 2, 3, 4]), (.simultaneous, [3, 1])] {
                let sets = try inference.sets(
                    kind, for: units, bounds: bounds, stepDown: stepDown, coverage: 0.9)
                let expected = direct.sets(kind, units, bounds, stepDown: stepDown, coverage: 0.9)
                #expect(sets.map { [$0.lower, $0.upper] } == expected, "\(kind), \(bounds), \(stepDown)")
                #expect(sets.map(\.unit) == units)
            }
        }
    }

    /// Critical values for equal variances by numerical integration (SciPy): one unit against k others, one-sided and
    /// two-sided (Dunnett, known variance). 20,000 draws: a standard error near 0.012.
    @Test(arguments: [(2, 1.9163, 2.2121), (4, 2.1603, 2.4418), (9, 2.4170, 2.6862)])
    func dunnettCriticalValues(others: Int, oneSided: Double, twoSided: Double) throws {
        let inference = try RankInference(
            estimates: (0...others).map(Double.init),
            covariance: SamplingCovariance(variances: Array(repeating: 4, count: others + 1)), draws: 20000,
            generator: Philox(seed: 5, stream: 0))
        func critical(_ bounds: RankBounds) -> Double {
            inference.differenceDraws
                .maxima(over: PairTest.family(for: [0], among: others + 1, bounds: bounds)).lowerQuantile(
                    0.95)
        }
        #expect(abs(critical(.lower) - oneSided) < 0.05)
        #expect(abs(critical(.upper) - oneSided) < 0.05)
        #expect(abs(critical(.twoSided) - twoSided) < 0.05)
    }

    /// All pairs of equal variance: Tukey's studentised range over the square root of two (SciPy).
    @Test(arguments: [(3, 2.3437), (5, 2.7278), (10, 3.1637)])
    func tukeyCriticalValues(units: Int, expected: Double) throws {
        let inference = try RankInference(
            estimates: (0..<units).map(Double.init),
            covariance: SamplingCovariance(variances: Array(repeating: 1, count: units)), draws: 20000,
            generator: Philox(seed: 6, stream: 0))
        let family = PairTest.family(for: Array(0..<units), among: units, bounds: .twoSided)
        let draws = inference.differenceDraws
        #expect(abs(draws.maxima(over: family).lowerQuantile(0.95) - expected) < 0.05)
        #expect(draws.maximaInParallel(over: family) == draws.maxima(over: family))
    }

    /// One pair with four degrees of freedom: 2.7764, the two-sided quantile of t.
    @Test func studentisedDraws() throws {
        let inference = try RankInference(
            estimates: [0, 1],
            covariance: SamplingCovariance(
                root: Matrix(rows: 2, columns: 2) { $0 == $1 ? 3 : 1 }, degreesOfFreedom: 4),
            draws: 40000, generator: Philox(seed: 7, stream: 0))
        let family = PairTest.family(for: [0], among: 2, bounds: .twoSided)
        // The standard error of the quantile is near 0.03.
        #expect(abs(inference.differenceDraws.maxima(over: family).lowerQuantile(0.95) - 2.7764) < 0.12)
    }

    /// Marginal inside simultaneous, step-down inside single step, one-sided inside two-sided, the estimates' rank
    /// inside.
    @Test(arguments: 1...8)
    func nesting(seed: Int) throws {
        let inference = try Self.random(
            seed: UInt64(seed), units: 9, columns: seed % 2 == 0 ? 9 : 3,
            degreesOfFreedom: seed % 4 == 3 ? 4 : nil)
        func expectNested(_ inner: [RankConfidenceSet], _ outer: [RankConfidenceSet]) {
            for (a, b) in zip(inner, outer) {
                #expect(a.lower >= b.lower && a.upper <= b.upper, "\(a) in \(b)")
                #expect(a.lower <= a.rank && a.rank <= a.upper && b.lower >= 1 && b.upper <= 9)
            }
        }
        for (bounds, stepDown) in Self.options {
            let marginal = try inference.sets(.marginal, bounds: bounds, stepDown: stepDown)
            expectNested(marginal, try inference.sets(.simultaneous, bounds: bounds, stepDown: stepDown))
            expectNested(
                try inference.sets(.marginal, bounds: bounds, stepDown: stepDown, coverage: 0.8), marginal)
        }
        for kind in RankCoverage.allCases {
            for bounds in RankBounds.allCases {
                expectNested(
                    try inference.sets(kind, bounds: bounds),
                    try inference.sets(kind, bounds: bounds, stepDown: false))
            }
            let both = try inference.sets(kind)
            let lower = try inference.sets(kind, bounds: .lower)
            let upper = try inference.sets(kind, bounds: .upper)
            for unit in 0..<9 {
                #expect(lower[unit].lower >= both[unit].lower && lower[unit].upper == 9)
                #expect(upper[unit].upper <= both[unit].upper && upper[unit].lower == 1)
                // All pairs are tested both ways.
                #expect(kind == .marginal || lower[unit].lower == both[unit].lower)
                #expect(kind == .marginal || upper[unit].upper == both[unit].upper)
            }
        }
    }

    @Test func permutationOfUnits() throws {
        let order = [4, 0, 6, 2, 1, 5, 3]
        let inference = try Self.random(seed: 21, units: 7, columns: 4)
        let root = inference.covariance.root
        let permuted = try RankInference(
            estimates: order.map { inference.estimates[$0] },
            covariance: SamplingCovariance(root: Matrix(rows: 7, columns: 4) { root[order[$0], $1] }),
            draws: 200,
            generator: Philox(seed: 21, stream: 3))
        for kind in RankCoverage.allCases {
            let original = try inference.sets(kind)
            let sets = try permuted.sets(kind)
            for (place, unit) in order.enumerated() {
                #expect(
                    sets[place].lower == original[unit].lower && sets[place].upper == original[unit].upper)
            }
        }
        let best = try permuted.best(2).map { order[$0] }.sorted()
        #expect(try inference.best(2) == best)
    }

    /// A higher score never worsens a unit's bounds without step-down: critical values do not depend on scores.
    @Test(arguments: 1...6)
    func monotoneInTheScore(seed: Int) throws {
        let inference = try Self.random(seed: UInt64(seed), units: 7, columns: 5)
        let before = try inference.sets(.marginal, stepDown: false)
        for unit in 0..<7 {
            var estimates = inference.estimates
            estimates[unit] += 1.5
            let raised = try RankInference(
                estimates: estimates, covariance: inference.covariance, draws: 200,
                generator: Philox(seed: UInt64(seed), stream: 3))
            let after = try raised.sets(.marginal, for: [unit], stepDown: false)[0]
            #expect(after.lower <= before[unit].lower && after.upper <= before[unit].upper)
        }
    }

    @Test(arguments: [1e-12, 1e9])
    func scaleAndShift(factor: Double) throws {
        let inference = try Self.random(seed: 22, units: 7, columns: 7)
        let scaled = try RankInference(
            estimates: inference.estimates.map { factor * ($0 - 3) },
            covariance: SamplingCovariance(root: inference.covariance.root.map { $0 * factor }), draws: 200,
            generator: Philox(seed: 22, stream: 3))
        for kind in RankCoverage.allCases { #expect(try scaled.sets(kind) == inference.sets(kind)) }
    }

    /// Ties of estimates with errors are not told apart, and share the better rank.
    @Test func tiedEstimates() throws {
        let inference = try RankInference(
            estimates: [2, 2, 2, 2], covariance: SamplingCovariance(variances: [1, 1, 1, 1]),
            generator: Philox(seed: 8, stream: 0))
        for kind in RankCoverage.allCases {
            let sets = try inference.sets(kind)
            #expect(sets.allSatisfy { $0.rank == 1 && $0.lower == 1 && $0.upper == 4 })
        }
    }

    /// A unit, its copy, and two units of which one is surely better than the other.
    @Test func knownDifferences() throws {
        let rows: [[Double]] = [[1, 0], [1, 0], [0, 1], [0, 1]]
        let inference = try RankInference(
            estimates: [1, 1, 1.1, 1.2],
            covariance: SamplingCovariance(root: Matrix(rows: 4, columns: 2) { rows[$0][$1] }),
            generator: Philox(seed: 9, stream: 0))
        let sets = try inference.sets(.simultaneous)
        #expect(sets.map(\.lower) == [1, 1, 2, 1])
        #expect(sets.map(\.upper) == [4, 4, 4, 3])
        // Without any error ranks are known, and ties are ties.
        let exact = try RankInference(
            estimates: [3, 1, 1, 2], covariance: SamplingCovariance(variances: [0, 0, 0, 0]),
            generator: Philox(seed: 9, stream: 0))
        for kind in RankCoverage.allCases {
            #expect(try exact.sets(kind).map(\.lower) == [1, 3, 3, 2])
            #expect(try exact.sets(kind).map(\.upper) == [1, 4, 4, 2])
        }
        #expect(try exact.best(1) == [0])
        #expect(try exact.worst(1) == [1, 2])
    }

    @Test func oneUnit() throws {
        let inference = try RankInference(
            estimates: [3], covariance: SamplingCovariance(variances: [1]),
            generator: Philox(seed: 1, stream: 0))
        let expected = [RankConfidenceSet(unit: 0, rank: 1, lower: 1, upper: 1)]
        for kind in RankCoverage.allCases { #expect(try inference.sets(kind) == expected) }
        #expect(try inference.best(1) == [0])
    }

    @Test func refusals() throws {
        let unit = try SamplingCovariance(variances: [1, 1])
        let generator = Philox(seed: 1, stream: 0)
        #expect(throws: SamplingFailure.noUnits) {
            try RankInference(estimates: [], covariance: unit, generator: generator)
        }
        #expect(throws: SamplingFailure.sizesDiffer(what: "units of the covariance", expected: 3, found: 2)) {
            try RankInference(estimates: [1, 2, 3], covariance: unit, generator: generator)
        }
        #expect(throws: SamplingFailure.notFinite(what: "the estimates")) {
            try RankInference(estimates: [1, .nan], covariance: unit, generator: generator)
        }
        #expect(throws: SamplingFailure.self) {
            try RankInference(estimates: [1, 2], covariance: unit, draws: 99, generator: generator)
        }
        let inference = try RankInference(estimates: [1, 2], covariance: unit, generator: generator)
        for coverage in [0.4, 1, .nan] {
            #expect(throws: SamplingFailure.self) { try inference.sets(.marginal, coverage: coverage) }
            #expect(throws: SamplingFailure.self) { try inference.comparisonsWithTheBest(coverage: coverage) }
        }
        for units in [[0, 0], [2], [-1]] {
            #expect(throws: SamplingFailure.self) { try inference.sets(.marginal, for: units) }
        }
        for tau in [0, 3] {
            #expect(throws: SamplingFailure.self) { try inference.best(tau) }
            #expect(throws: SamplingFailure.self) { try inference.worst(tau) }
        }
        #expect(try inference.sets(.simultaneous, for: []) == [])
    }
}
