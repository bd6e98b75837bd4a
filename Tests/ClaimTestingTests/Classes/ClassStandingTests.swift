import Dyads
import DyadicModels
import Scoring
import TestSupport
import Testing

@testable import ClaimTesting

struct ClassStandingTests {
    /// Six states, FFF left out by the claim, and classes of each kind.
    static func study(seed: UInt64) -> TinyStudy {
        var study = InfluenceTests.study(seed: seed)
        study.target = 2  // AAA-DDD
        var few = DeclaredClass(id: "few", title: "Few")
        few.states = DeclaredClassTests.codes("ABDF")
        var sides = DeclaredClass(id: "sides", title: "Sides")
        sides.between = .init(DeclaredClassTests.codes("ABC"), DeclaredClassTests.codes("DE"))
        var without = DeclaredClass(id: "without", title: "Without")
        without.excluded = DeclaredClassTests.codes("C")
        study.classes = [few, sides, without]
        return study
    }

    static func referenceClass(_ id: String, of study: TinyStudy) throws -> ReferenceClass {
        let own = ReferenceClass(excludedStates: Set(study.excluded.compactMap { StateCode($0) }))
        if id == "claim" { return own }
        guard let declared = study.classes.first(where: { $0.id == id }) else {
            return ReferenceClass(excludedStates: [])
        }
        return try declared.resolved(inside: own, of: study.dyads, years: 1...1, covariates: nil)
    }

    /// Every class against a whole assessment of the same claim in that class, where the other pairs are outside.
    @Test(arguments: 1...4)
    func refittedAsIfTheClaimHadBeenMadeThere(seed: Int) throws {
        let study = Self.study(seed: UInt64(seed))
        let assessment = study.assessment
        #expect(
            assessment.tests.classes.map(\.id) == ["claim", "exception-lifted", "few", "sides", "without"])
        #expect(assessment.tests.classes.map(\.size) == [10, 15, 3, 6, 6])
        for item in assessment.tests.classes {
            let other = assess(
                assessment.claim.among(try Self.referenceClass(item.id, of: study)), plan: assessment.plan,
                panel: assessment.panel)
            let expected = other.result("all", in: "main")?.standing
            #expect(agree(try? item.refitted.get(), expected) && expected != nil, "\(item.id)")
        }
    }

    /// The rank by the claim's scores is one more than the number of better members: scores here have no ties.
    @Test(arguments: 1...4)
    func theClaimsOwnScoresDoNotMove(seed: Int) throws {
        let study = Self.study(seed: UInt64(seed))
        let assessment = study.assessment
        let ranking = try #require(assessment.result("all", in: "main")?.ranking)
        let own = try #require(assessment.result("all", in: "main")?.standing)
        for item in assessment.tests.classes {
            let referenceClass = try Self.referenceClass(item.id, of: study)
            let members = zip(ranking.dyads, ranking.scores).filter { referenceClass.contains($0.0) }
            let better = members.count { ($0.1 ?? -.infinity) > own.score }
            let standing = try #require(item.byClaimScores)
            #expect(standing.rank == better + 1 && standing.classSize == members.count)
            #expect(standing.score == own.score)
            // No pair can pass the target by others leaving.
            if item.id != "exception-lifted" { #expect(standing.rank <= own.rank) }
        }
    }

    /// Margins rest on the totals of the states inside the class: expectations are made again.
    @Test func expectationsAreMadeAgainOnTheClass() throws {
        var study = Self.study(seed: 5)
        study.specification.exposure = .margins
        study.specification.method = ScoringMethod(normalisation: .zScore)
        let assessment = study.assessment
        var ranks: Set<Double> = []
        for item in assessment.tests.classes where item.id != "few" {
            let other = assess(
                assessment.claim.among(try Self.referenceClass(item.id, of: study)), plan: assessment.plan,
                panel: assessment.panel)
            let expected = try #require(other.result("all", in: "main")?.standing)
            #expect(agree(try item.refitted.get(), expected), "\(item.id)")
            ranks.insert(expected.score)
        }
        #expect(ranks.count == 4)
        // Three states have as many totals as pairs, which then tell nothing.
        let few = try #require(assessment.tests.classes.first { $0.id == "few" })
        guard case .failure(let absence) = few.refitted else {
            Issue.record("ranked")
            return
        }
        #expect(absence.reason.contains("the same value for every dyad of the class"), "\(absence)")
        #expect(few.byClaimScores != nil)
    }

    /// A pair outside the class that falls below its lowest value has no logarithm on the class's scale; that is no
    /// reason for the class to have no ranks.
    @Test func pairsOutsideTheClassCannotMakeAMethodFail() throws {
        var study = Self.study(seed: 1)
        study.specification.method = ScoringMethod(
            normalisation: try #require(MethodChoice.minMax(1, 100)), aggregations: [.geometric])
        study.excluded = []
        let assessment = study.assessment
        let sides = try #require(assessment.tests.classes.first { $0.id == "sides" })
        #expect(try sides.refitted.get().classSize == 6)
        let whole = assess(
            assessment.claim.among(try Self.referenceClass("sides", of: study)), plan: assessment.plan,
            panel: assessment.panel)
        #expect(whole.result("all", in: "main")?.standing == nil)
    }

    @Test func withoutClassesNothingIsRankedAgain() {
        var study = Self.study(seed: 1)
        study.classes = []
        #expect(study.assessment.tests.classes.isEmpty)
    }

    @Test func aClassByBordersNeedsToKnowThem() throws {
        var study = Self.study(seed: 1)
        var borders = DeclaredClass(id: "borders", title: "Borders")
        borders.hasLandBorder = false
        study.classes = [borders]
        #expect(study.plan.needsCovariates)
        let unknown = try #require(study.assessment.tests.classes.last)
        #expect(unknown.size == nil && unknown.byClaimScores == nil)
        #expect(throws: Absence.self) { try unknown.refitted.get() }
        // Nobody has a border: the class is the claim's own.
        study.covariates = Covariates(
            gdp: [:], population: [:], distance: [:], contiguity: [:], lastYearOfContiguity: 2016)
        let found = study.assessment.tests.classes
        #expect(agree(try found[2].refitted.get(), try found[0].refitted.get()))
    }
}
