import Dyads
import TestSupport
import Testing

@testable import DyadicModels

struct QAPCorrelationTests {
    let table: ReferenceTable
    let expected: [String: Double]

    init() throws {
        table = try ReferenceTable("qap-exact-n5/input.csv", columns: ["x", "y"])
        let rows = try ReferenceTable("qap-exact-n5/expected.csv", columns: ["quantity", "value"])
        expected = Dictionary(
            uniqueKeysWithValues: zip(try rows.texts("quantity"), try rows.numbers("value")))
    }

    /// Case qap-exact-n5: all 120 permutations.
    @Test func everyPermutationOfFiveStates() throws {
        let result = try QAPCorrelation(
            of: try variable("x", of: table), with: try variable("y", of: table),
            plan: PermutationPlan(seed: 1))
        let test = result.test
        #expect(result.pairs == 10 && test.isExact && test.defined == 120 && test.undefined == 0)
        #expect(abs(test.observed - (try #require(expected["correlation"]))) < 1e-14)
        #expect(abs(test.pAtLeast - (try #require(expected["p_ge"]))) < 1e-15)
        #expect(abs(test.pAtMost - (try #require(expected["p_le"]))) < 1e-15)
        #expect(abs(test.pAbsolute - (try #require(expected["p_abs"]))) < 1e-15)
        #expect(abs(test.mean) < 1e-14)
        #expect(abs(test.standardDeviation - (try #require(expected["sd_permuted"]))) < 1e-14)
    }

    /// Drawn permutations agree with all of them within four standard errors, and another seed draws others.
    @Test func drawnPermutationsAgreeWithAll() throws {
        let (x, y) = (try variable("x", of: table), try variable("y", of: table))
        func drawn(_ seed: UInt64) throws -> PermutationTest {
            try QAPCorrelation(of: x, with: y, plan: .init(draws: 20_000, seed: seed, exactLimit: 0)).test
        }
        let test = try drawn(5)
        #expect(!test.isExact && test.defined == 20_000)
        for (p, name) in [
            (test.pAtLeast, "p_ge"), (test.pAtMost, "p_le"), (test.pAbsolute, "p_abs"),
        ] {
            let exact = try #require(expected[name])
            #expect(
                abs(p - exact) < 4 * (exact * (1 - exact) / 20_000).squareRoot() + 1.0 / 20_000, "\(name)")
        }
        #expect(try drawn(5) == test)
        #expect(try drawn(6) != test)
    }

    /// Permutation i from a later stream is permutation i + 1 from the one before: tests of a study take streams apart.
    @Test func permutationsHaveStreamsOfTheirOwn() {
        func permutations(from stream: UInt64) -> [[Int]] {
            let plan = PermutationPlan(draws: 50, seed: 3, firstStream: stream)
            let all = StatePermutations(states: 12, plan: plan)
            return (0..<all.count).map(all.permutation)
        }
        #expect(permutations(from: 8).dropLast() == permutations(from: 7).dropFirst())
        #expect(permutations(from: 0) != permutations(from: 1 << 32))
    }

    /// Drawn p: sqrt(p (1 - p) / (draws + 1)); none where all are enumerated.
    @Test func theErrorOfP() throws {
        let (x, y) = (try variable("x", of: table), try variable("y", of: table))
        func test(_ limit: Int) throws -> PermutationTest {
            try QAPCorrelation(of: x, with: y, plan: .init(draws: 999, seed: 5, exactLimit: limit)).test
        }
        #expect(try test(120).pAbsoluteError == 0)
        let drawn = try test(0)
        let p = drawn.pAbsolute
        #expect(p > 0 && p < 1)
        #expect(abs(drawn.pAbsoluteError - (p * (1 - p) / 1000).squareRoot()) < 1e-15)
    }

    /// Every permutation of four, once each, in lexicographic order; drawn ones are permutations, each as likely.
    @Test func permutationsByNumber() {
        let all = StatePermutations(states: 4, plan: .init(seed: 1))
        let listed = (0..<all.count).map(all.permutation)
        #expect(all.isExact && listed.count == 24 && Set(listed).count == 24)
        #expect(listed == listed.sorted { $0.lexicographicallyPrecedes($1) })
        let drawn = StatePermutations(states: 4, plan: .init(draws: 24_000, seed: 3, exactLimit: 23))
        var counts: [[Int]: Int] = [:]
        for number in 0..<drawn.count { counts[drawn.permutation(number), default: 0] += 1 }
        #expect(!drawn.isExact && Set(counts.keys) == Set(listed))
        // Each is expected 1,000 times with standard deviation 31.
        #expect(counts.values.allSatisfy { abs($0 - 1_000) < 155 })
        #expect(!StatePermutations(states: 25, plan: .init(seed: 1, exactLimit: .max)).isExact)
    }

    /// Permuted pairwise-complete correlations against a direct computation, with holes in both variables.
    @Test(arguments: 1...4)
    func missingPairsAgainstADirectComputation(seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed))
        let x = try randomVariable(states: 5, missing: 0.2, using: &generator)
        let y = try randomVariable(states: 5, missing: 0.2, using: &generator)
        let test = try QAPCorrelation(of: x, with: y, plan: .init(seed: 1)).test
        var (atLeast, undefined) = (0, 0)
        let permutations = StatePermutations(states: 5, plan: .init(seed: 1))
        for number in 0..<permutations.count {
            let moved = try renamed(y, by: permutations.permutation(number))
            let both = zip(x.values, moved.values).compactMap { a, b in a.flatMap { a in b.map { (a, $0) } } }
            guard both.count >= 3 else {
                undefined += 1
                continue
            }
            let count = Double(both.count)
            let (mx, my) = both.reduce((0, 0)) { ($0.0 + $1.0 / count, $0.1 + $1.1 / count) }
            let xy = both.reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
            let xx = both.reduce(0) { $0 + ($1.0 - mx) * ($1.0 - mx) }
            let yy = both.reduce(0) { $0 + ($1.1 - my) * ($1.1 - my) }
            if xy / (xx * yy).squareRoot() >= test.observed - 1e-9 { atLeast += 1 }
        }
        #expect(test.atLeast == atLeast && test.undefined == undefined)
    }

    /// Names of states, units and the choice of the variable that is permuted change nothing.
    @Test(arguments: 1...3)
    func namesUnitsAndRoles(seed: Int) throws {
        var generator = SplitMix(seed: UInt64(100 + seed))
        let x = try randomVariable(states: 6, missing: 0.1, using: &generator)
        let y = try randomVariable(states: 6, using: &generator)
        let plan = PermutationPlan(seed: 1)
        let base = try QAPCorrelation(of: x, with: y, plan: plan).test
        let image = [3, 0, 5, 1, 4, 2]
        let others = [
            try QAPCorrelation(of: try renamed(x, by: image), with: try renamed(y, by: image), plan: plan),
            try QAPCorrelation(
                of: x, with: DyadicVariable(states: 6, values: y.values.map { $0.map { 1e6 * $0 - 3 } }),
                plan: plan),
            try QAPCorrelation(of: y, with: x, plan: plan),
        ]
        for other in others.map(\.test) {
            #expect(abs(other.observed - base.observed) < 1e-12)
            #expect(other.atLeast == base.atLeast && other.atMost == base.atMost)
            #expect(other.atLeastAbsolute == base.atLeastAbsolute && other.undefined == base.undefined)
        }
        let turned = try QAPCorrelation(
            of: x, with: DyadicVariable(states: 6, values: y.values.map { $0.map { -2 * $0 } }), plan: plan
        ).test
        #expect(turned.atLeast == base.atMost && turned.atLeastAbsolute == base.atLeastAbsolute)
    }

    @Test func whatCannotBeTestedIsRefused() throws {
        let x = try DyadicVariable(states: 3, values: [1, 2, 4])
        let constant = try DyadicVariable(states: 3, values: [7, 7, 7])
        let hole = try DyadicVariable(states: 3, values: [1, nil, 4])
        let four = try DyadicVariable(states: 4, values: [1, 2, 3, 4, 5, 6])
        for other in [constant, hole, four] {
            #expect(throws: Absence.self) { try QAPCorrelation(of: x, with: other, plan: .init(seed: 1)) }
        }
        #expect(throws: Absence.self) { try DyadicVariable(states: 3, values: [1, 2]) }
        #expect(throws: Absence.self) { try DyadicVariable(states: 3, values: [1, 2, .infinity]) }
        #expect(throws: Absence.self) { try DyadicVariable(states: 2, values: [1]) }
    }

    /// Dyads are laid out by state; a pair without a dyad is missing.
    @Test func dyadsAreLaidOutByState() throws {
        let codes = try ["CCC", "AAA", "BBB"].map { try #require(StateCode($0)) }
        let dyads = try ["BBB-CCC", "AAA-BBB"].map { try #require(Dyad($0)) }
        let variable = try DyadicVariable(states: codes, dyads: dyads, values: [3, 1])
        #expect(variable.values == [1, nil, 3])
    }
}
