import Dyads
import DyadicModels
import Testing
import Uncertainty

@testable import ClaimTesting

/// Reading `two` of the fixture: with weight w of talks AAA-BBB scores w, AAA-CCC w/4 + 1 - w, BBB-CCC 0, so that
/// AAA-BBB is first where w > 4/7.
struct WeightTestTests {
    static let draws = 20_000

    static func space(
        _ id: String, _ constraints: [NamedWeightConstraint]
    ) -> AssessmentPlan.WeightSpacePlan {
        .init(id: id, title: id, shape: .nested, constraints: constraints, draws: draws)
    }

    static let spaces = [
        space("pacts-first", [.order(["d-pacts", "d-talks"])]),
        space("talks-heavy", [.interval("d-talks", 0.6...1)]),
        space("ratio", [.ratio(of: "d-talks", to: "d-pacts", 1...3)]),
        space("of-works", [.interval("d-works", 0.2...0.4)]),
        AssessmentPlan.WeightSpacePlan(
            id: "flat", title: "flat", shape: .flat, constraints: [], draws: draws),
    ]

    static let assessment = Result {
        try DoubtTests.assessment(
            DoubtTests.plan {
                $0.weightDraws = draws
                $0.weightSpaces = spaces
            })
    }

    func share(_ space: String) throws -> MonteCarloShare {
        let assessment = try Self.assessment.get()
        let test = try #require(
            assessment.tests.weights.first { $0.reading == "two" && $0.space == space })
        let ranking = try #require(assessment.result("two", in: "main")?.ranking)
        let target = try #require(ranking.dyads.firstIndex(of: assessment.claim.target))
        return try #require(try test.outcome.get().firstPlace(of: target))
    }

    /// w is uniform on [0, 1/2], on [0.6, 1], and on [1/2, 3/4].
    @Test(arguments: [("pacts-first", 0.0), ("talks-heavy", 1.0), ("ratio", (0.75 - 4.0 / 7) / 0.25)])
    func sharesAreThoseOfTheParts(space: String, expected: Double) throws {
        let error = (expected * (1 - expected) / Double(Self.draws)).squareRoot()
        #expect(abs(try share(space).value - expected) <= 4 * error)
    }

    /// A reading is not ranked on a space that says nothing of it: works are not in `two`, and lone indicators make the
    /// flat space the nested one.
    @Test func spacesThatSayNothingAreLeftOut() throws {
        let tests = try Self.assessment.get().tests.weights
        #expect(
            tests.filter { $0.reading == "two" }.map(\.space)
                == ["uniform", "pacts-first", "talks-heavy", "ratio"])
        #expect(tests.filter { $0.reading == "three" }.map(\.space).contains("of-works"))
        #expect(tests.allSatisfy { $0.isUniform == ($0.space == "uniform") })
    }

    /// Two spaces that are the same on a reading are ranked once.
    @Test func theSameSpaceIsRankedOnce() throws {
        let twice = [
            Self.space("long", [.order(["d-pacts", "d-works", "d-talks"])]),
            Self.space("short", [.order(["d-pacts", "d-talks"])]),
        ]
        let assessment = try DoubtTests.assessment(
            DoubtTests.plan {
                $0.weightDraws = 100
                $0.weightSpaces = twice
            })
        #expect(
            assessment.tests.weights.filter { $0.reading == "two" }.map(\.space) == ["uniform", "long"])
    }

    /// The decision rule's W is that of the uniform space, with or without others.
    @Test func otherSpacesDoNotChangeW() throws {
        let assessment = try Self.assessment.get()
        let alone = try DoubtTests.assessment(DoubtTests.plan { $0.weightDraws = Self.draws })
        let item = try #require(assessment.result("two", in: "main"))
        #expect(assessment.evidence(on: item).weights == alone.evidence(on: item).weights)
        #expect(assessment.evidence(on: item).weights == (try share("uniform")).value)
    }

    /// Against AAA-CCC the target wins where it is first; nobody of the class wins against itself or from outside.
    @Test func winsOfPairsAreCountedOnTheUniformSpace() throws {
        let assessment = try Self.assessment.get()
        let acceptability = try #require(assessment.tests.acceptability(of: "two"))
        let dyads = try #require(assessment.result("two", in: "main")?.ranking?.dyads)
        func unit(_ name: String) throws -> Int {
            try #require(dyads.firstIndex { $0.description == name })
        }
        let (target, rival) = (try unit("AAA-BBB"), try unit("AAA-CCC"))
        let win = try #require(acceptability.win(of: target, over: rival))
        let loss = try #require(acceptability.win(of: rival, over: target))
        #expect(win == (try share("uniform")))
        #expect(win.count + loss.count == Self.draws)
        #expect(acceptability.win(of: target, over: try unit("BBB-CCC"))?.count == Self.draws)
        #expect(acceptability.win(of: target, over: try unit("AAA-DDD")) == nil)
        let other = try #require(assessment.tests.weights.first { $0.space == "ratio" })
        #expect(try other.outcome.get().win(of: target, over: rival) == nil)
    }

    /// What entered the window can make constraints conflict: then the reading has no answer on that space.
    @Test func aSpaceThatNoWeightsKeepIsAnAbsence() throws {
        let narrow = Self.space(
            "narrow", [.interval("d-talks", 0...0.4), .interval("d-pacts", 0...0.4)])
        let assessment = try DoubtTests.assessment(
            DoubtTests.plan {
                $0.weightDraws = 100
                $0.weightSpaces = [narrow]
            })
        let test = try #require(
            assessment.tests.weights.first { $0.reading == "two" && $0.space == "narrow" })
        let absence = #expect(throws: Absence.self) { try test.outcome.get() }
        #expect(absence?.reason.contains("no weights keep all of") == true)
        let wide = assessment.tests.weights.first { $0.reading == "three" && $0.space == "narrow" }
        #expect((try? wide?.outcome.get()) != nil)
    }
}
