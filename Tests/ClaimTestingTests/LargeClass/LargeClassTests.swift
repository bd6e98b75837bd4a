import Dyads
import DyadicModels
import Scoring
import Testing

@testable import ClaimTesting

/// A class that is called large against the same class with every dyad followed.
struct LargeClassTests {
    static let nearest = 5

    static func study(states: Int, isLarge: Bool, seed: UInt64 = 7) -> TinyStudy {
        var study = SamplingStudy.study(
            states: states, years: [2001...2008, 2001...2008], seed: seed, gaps: 0.05,
            specification: Specification(method: ScoringMethod()))
        study.target = 4
        study.largeClass = .init(above: isLarge ? 20 : 10_000, nearest: Self.nearest)
        return study
    }

    static func tests(draws: Int) -> AssessmentPlan.TestPlan {
        var tests = AssessmentPlan.TestPlan(seed: 11)
        tests.influence = true
        tests.tippingPoint = true
        tests.joint = .init(draws: draws, effectRows: 4)
        tests.sampling = .init(draws: 100, replicates: 19, confidence: 0.9, tau: 2)
        tests.measurement = .init(draws: draws, comparisons: [])
        tests.weightDraws = 200
        return tests
    }

    /// Ten states, 45 pairs.
    static let both = [true, false].map {
        study(states: 10, isLarge: $0).assessment(tests: tests(draws: 60))
    }

    /// The target, the leader, and the nearest by a direct sort of the distances.
    @Test func theNearestRivalsAreFollowed() throws {
        let (large, whole) = (Self.both[0], Self.both[1])
        #expect(whole.followed(on: "all") == nil && whole.followedDyads == nil)
        #expect(whole.largeClassLimits.isEmpty && !whole.isClassLarge)
        let followed = try #require(large.followed(on: "all"))
        let scores = try #require(large.result("all", in: "main")?.scores?.index.scores).map { $0 ?? 0 }
        let target = try #require(large.panel.dyads.firstIndex(of: large.claim.target))
        let rivals = scores.indices.filter { $0 != target }.sorted {
            abs(scores[$0] - scores[target]) < abs(scores[$1] - scores[target])
        }
        let leader = try #require(scores.indices.max { scores[$0] < scores[$1] })
        #expect(Set(followed) == Set(rivals.prefix(Self.nearest) + [target, leader]))
        #expect(followed == followed.sorted() && large.isClassLarge)
    }

    /// Scores and ranks are of every dyad, the same to the last bit.
    @Test func scoresDoNotDependOnTheSize() throws {
        for (large, whole) in zip(Self.both[0].scored, Self.both[1].scored) {
            #expect(large.ranking?.scores == whole.ranking?.scores)
            #expect(large.ranking?.classRanking == whole.ranking?.classRanking)
        }
    }

    @Test func jointRanksOfFollowedDyadsAreThoseOfTheWholeClass() throws {
        let large = try #require(Self.both[0].tests.joint.first?.finding?.ranks)
        let whole = try #require(Self.both[1].tests.joint.first?.finding?.ranks)
        #expect(large.draws == whole.draws && large.dyads == whole.dyads)
        #expect(large.first == whole.first && large.soleFirst == whole.soleFirst)
        #expect(large.followed == Self.both[0].followed(on: "all"))
        for dyad in large.followed {
            #expect(large.ranks(of: dyad) == whole.ranks(of: dyad))
            for rank in large.ranks(of: dyad) {
                #expect(large.count(of: dyad, rank: rank) == whole.count(of: dyad, rank: rank))
            }
            #expect(large.quantile(of: dyad, 0.5) == whole.quantile(of: dyad, 0.5))
        }
        let other = try #require(large.dyads.indices.first { !large.followed.contains($0) })
        #expect(large.quantile(of: other, 0.5) == nil && whole.quantile(of: other, 0.5) != nil)
    }

    @Test func acceptabilityOfFollowedDyadsIsThatOfTheWholeClass() throws {
        let large = try #require(Self.both[0].tests.acceptability(of: "all"))
        let whole = try #require(Self.both[1].tests.acceptability(of: "all"))
        let followed = try #require(Self.both[0].followedDyads)
        for unit in Self.both[0].panel.dyads.indices {
            #expect(large.firstPlace(of: unit) == whole.firstPlace(of: unit))
            #expect(large.meanRank(of: unit) == whole.meanRank(of: unit))
            let isFollowed = followed.contains(unit)
            #expect(
                large.rankAcceptabilities(of: unit)
                    == (isFollowed ? whole.rankAcceptabilities(of: unit) : nil))
            for other in followed where other != unit {
                #expect(
                    large.win(of: unit, over: other) == (isFollowed ? whole.win(of: unit, over: other) : nil))
            }
        }
    }

    /// Marginal sets from the same draws; what holds all pairs against one another is left out.
    @Test func rankSetsOfFollowedDyadsAreThoseOfTheWholeClass() throws {
        let large = try #require(Self.both[0].tests.samplingError(of: "all"))
        let whole = try #require(Self.both[1].tests.samplingError(of: "all"))
        let followed = try #require(Self.both[0].followedDyads)
        #expect(large.dyads.map(\.dyad) == followed.map { Self.both[0].panel.dyads[$0] })
        for item in large.dyads {
            let other = try #require(whole.dyads.first { $0.dyad == item.dyad })
            #expect(item.marginal == other.marginal && item.withoutStepDown == other.withoutStepDown)
            #expect(item.oneSidedBest == other.oneSidedBest && item.oneSidedWorst == other.oneSidedWorst)
            #expect(item.bootstrap == other.bootstrap && item.rank == other.rank)
            #expect(abs(item.standardError - other.standardError) <= 1e-12 * other.standardError)
            #expect(item.joint == nil && other.joint != nil)
        }
        for item in large.differences { #expect(whole.differences.contains(item)) }
        // The target's to every followed rival; the leader's to the second unless the target leads.
        let leads = Self.both[0].result("all", in: "main")?.standing?.rank == 1
        #expect(large.differences.count == followed.count - 1 + (leads ? 0 : 1))
    }

    @Test func influencesOfFollowedRivalsAreThoseOfTheWholeClass() throws {
        let large = try #require(Self.both[0].tests.records.first)
        let whole = try #require(Self.both[1].tests.records.first)
        let ranks = Dictionary(
            uniqueKeysWithValues: whole.influences.map { ($0.omission.name, try? $0.standing.get().rank) })
        #expect(!large.influences.isEmpty && large.influences.count < whole.influences.count)
        for item in large.influences { #expect(ranks[item.omission.name] == (try? item.standing.get().rank)) }
        #expect(large.singleChanges == whole.singleChanges)
        #expect(large.tippingPoint?.curve == whole.tippingPoint?.curve)
        // A set that was found with some records only is not proved to be smallest, unless it is of one.
        let removal = try #require(try large.removal?.get())
        #expect(removal.candidates < (try #require(try whole.removal?.get()).candidates))
        #expect(!removal.isExact || removal.records?.count == 1)
    }

    @Test func aLargeClassSaysWhatIsLimited() {
        let parts = Self.both[0].largeClassLimits.map(\.part)
        #expect(Set(parts).count == parts.count)
        for part in ["weights", "joint", "sampling", "influence: rivals", "smallest removal"] {
            #expect(parts.contains(part))
        }
    }

    /// Sixty states, 1,770 pairs, by the default threshold.
    @Test func aClassOfThousandsIsTested() throws {
        var study = Self.study(states: 60, isLarge: false)
        study.largeClass = .init()
        var tests = Self.tests(draws: 4)
        (tests.influence, tests.tippingPoint) = (false, false)
        let assessment = study.assessment(tests: tests)
        #expect(assessment.panel.dyads.count == 1_770 && assessment.isClassLarge)
        let ranks = try #require(assessment.tests.joint.first?.finding?.ranks)
        #expect(ranks.draws == 4 && (21...22).contains(ranks.followed.count))
        #expect(ranks.followed.allSatisfy { ranks.rankings(of: $0) == 4 })
        let sampling = try #require(assessment.tests.samplingError(of: "all"))
        #expect(sampling.dyads.count == ranks.followed.count)
        #expect(
            sampling.dyads.allSatisfy { $0.marginal.contains($0.rank) && $0.marginal.upperBound <= 1_770 })
        let acceptability = try #require(assessment.tests.acceptability(of: "all"))
        #expect(acceptability.rankedMembers == 1_770)
    }
}
