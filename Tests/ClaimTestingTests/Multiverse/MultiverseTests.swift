import Dyads
import DyadicModels
import Scoring
import Testing

@testable import ClaimTesting

/// The reading `two` of the fixture: talks 9, 3, 1 and pacts 2, 8, 2 of AAA-BBB (the target), AAA-CCC and BBB-CCC.
struct MultiverseTests {
    static let wide: MethodChoice? = try? MethodChoice(
        Normalisation.minMax.description, ["range": .numbers([1, 100])])
    static let talkative: MethodChoice? = try? MethodChoice(
        Weighting.fixed.description, ["weights": .named(["talks": 0.7, "pacts": 0.3])])

    private func multiverse(
        _ choices: [MultiverseSpace.Choice], reading: String = "two", plan: AssessmentPlan = Fixture.plan,
        worksYears: ClosedRange<Int> = 2000...2001
    ) throws -> Multiverse {
        let all = try exploreMultiverse(
            of: try #require(Fixture.claim()), plan: plan, space: MultiverseSpace(choices),
            panel: Fixture.panel(worksYears: worksYears))
        return try #require(all.first { $0.reading == reading })
    }

    private func methods() throws -> [MultiverseSpace.Choice] {
        [
            .methods(.normalisation, [.unitRange, .zScore, try #require(Self.wide)]),
            .methods(.weighting, [.equalByDimension, try #require(Self.talkative)]),
            .aggregations([[.arithmetic], [.geometric]]),
        ]
    }

    /// 3 x 2 x 2 combinations: the geometric mean refuses min-max from 0 and z-scores (2 x 2), and arithmetic means
    /// of [1, 100] are those of [0, 1] (2).
    ///
    /// Min-max: (1 + 0) / 2 against (0.25 + 1) / 2, or 0.7 against 0.475. Z-scores: 0.272 against 0.417, or 0.611
    /// against 0.122. Geometric on [1, 100]: 10 against 50.7, or 25.1 against 38.7.
    @Test func aSpaceEnumeratedByHand() throws {
        let multiverse = try multiverse(try methods())
        #expect(multiverse.combinations == 12)
        #expect(multiverse.refused.map(\.count) == [2, 2])
        #expect(
            multiverse.refused[0].words.hasPrefix("geometric aggregation does not go with min-max values"))
        #expect(
            multiverse.refused[1].words.hasPrefix("geometric aggregation does not go with z-score values"))
        #expect(multiverse.unanswered.isEmpty)
        let rows = multiverse.rows
        #expect(
            rows.map { Array($0.codes[7...]) }.map { [$0[0], $0[2], $0[3]] }
                == [[0, 0, 0], [0, 1, 0], [1, 0, 0], [1, 1, 0], [2, 0, 1], [2, 1, 1]])
        #expect(rows.map(\.rank) == [2, 1, 2, 1, 2, 2])
        #expect(rows.map(\.duplicates.count) == [1, 1, 0, 0, 0, 0] && multiverse.duplicates == 2)
        #expect(multiverse.options(of: rows[0].duplicates[0])[7] == "min-max [1, 100]")
        #expect(rows[0].margin == -0.125 && rows[0].scoreRange == 0.625 && rows[0].score == 0.5)
        #expect(abs(rows[1].margin - 0.225) < 1e-12 && rows[1].classSize == 3 && rows[1].tieSize == 1)
        #expect(rows[1].leaders.map(\.description) == ["AAA-BBB"])
        #expect(rows[4].leaders.map(\.description) == ["AAA-CCC"])
        #expect(abs(rows[4].score - 10) < 1e-12)
        #expect(multiverse.shareFirst == 2.0 / 6 && multiverse.shareFirstUntied == 2.0 / 6)
        #expect(multiverse.rankCounts == [2, 4] && multiverse.medianRank == 2)
    }

    /// Ranks 2, 1, 2, 1, 2, 2: variance 2/9. Weights: means 2 and 4/3, half of it. Normalisation: 1.5, 1.5 and 2, a
    /// quarter, as aggregation, which goes with it. Weights with either explain all, so Shapley gives
    /// 0.5 / 3 + 2 (0.75) / 6 + 0.75 / 3 = 2/3 to weights, and 1/6 to each of the others.
    @Test func whatDrivesTheRankByHand() throws {
        let multiverse = try multiverse(try methods())
        let effects = try #require(multiverse.effects)
        #expect(abs(effects.variance - 2.0 / 9) < 1e-12)
        let expected: [MultiverseChoice: (first: Double, shapley: Double)] = [
            .weighting: (0.5, 2.0 / 3), .normalisation: (0.25, 1.0 / 6), .aggregation: (0.25, 1.0 / 6),
        ]
        for (choice, effect) in zip(multiverse.choices, effects.effects) {
            #expect(abs(effect.first - (expected[choice.id]?.first ?? 0)) < 1e-12)
            #expect(abs(effect.shapley - (expected[choice.id]?.shapley ?? 0)) < 1e-12)
        }
        let summaries = multiverse.optionSummaries
        #expect(summaries.map(\.rows) == [2, 2, 2, 3, 3, 4, 2])
        #expect(summaries.first { $0.option == "geometric" }?.meanRank == 2)
        #expect(summaries.filter { $0.choice == .weighting }.map(\.shareFirst) == [0, 2.0 / 3])
    }

    /// Medians over the six: target 2, AAA-CCC 1, BBB-CCC 3: two of three are at least as good.
    @Test func jointTestByHand() throws {
        let tests = try multiverse(try methods()).jointTests
        #expect(tests.map(\.specifications) == [6])
        #expect(tests[0].test.pValue == 2.0 / 3)
        #expect(tests[0].test.medians.compactMap { $0 } == [2, 1, 3])
    }

    /// Talks and pacts are the same in every year, so that the later window is the main one under another name.
    @Test func theSameScoresUnderAnotherNameCountOnce() throws {
        let multiverse = try multiverse([
            .windows(Fixture.plan.windows), .scalings([.none, .classMean]),
            .methods(
                .missingData, [.availableCase, try MethodChoice(MissingDataRule.lowerBound.description)]),
        ])
        #expect(multiverse.combinations == 8 && multiverse.rows.count == 1)
        #expect(multiverse.duplicates == 7 && multiverse.refused.isEmpty)
        #expect(multiverse.effects?.variance == 0)
    }

    /// Without its only indicator a dimension is gone, and with it the reading; a reading's own exposure stays; works
    /// do not reach the late window; an option that does not touch the reading is not among its options.
    @Test func indicatorsAndWindows() throws {
        let leftOut: MultiverseSpace.Choice = .indicators(leavingOut: ["talks", "works"])
        let two = try multiverse([leftOut, .windows(Fixture.plan.windows)])
        #expect(two.choices[2].options == ["all", "without-talks"])
        #expect(two.combinations == 4 && two.rows.count == 1 && two.duplicates == 1)
        #expect(two.unanswered.map(\.count) == [2])
        #expect(
            two.unanswered[0].words
                == "without-talks leaves no indicator of d-talks: it would be another reading")

        let three = try multiverse([.windows(Fixture.plan.windows)], reading: "three")
        #expect(three.rows.map(\.codes.first) == [0])
        #expect(
            three.unanswered == [
                .init(
                    words: "no indicator of d-works enters (works: no covered year in the window)", count: 1)
            ])
    }

    @Test func classesAreTestedApart() throws {
        let all = ReferenceClass(excludedStates: [])
        let without = try #require(Fixture.claim()).referenceClass
        let narrow = ReferenceClass(excludedStates: Set(["CCC", "DDD"].compactMap { StateCode($0) }))
        let elsewhere = ReferenceClass(excludedStates: Set(["AAA"].compactMap { StateCode($0) }))
        let multiverse = try multiverse([
            .referenceClasses([
                ("claim", without), ("all", all), ("narrow", narrow), ("elsewhere", elsewhere),
            ])
        ])
        #expect(multiverse.rows.map(\.classSize) == [3, 6])
        #expect(multiverse.jointTests.map(\.referenceClass) == ["claim", "all"])
        #expect(multiverse.jointTests.map(\.test.classSize) == [3, 6])
        #expect(multiverse.unanswered.map(\.count) == [1, 1])
        #expect(multiverse.unanswered[1].words == "the target is not in the class")
    }

    @Test func choicesOfAReadingDoNotVary() throws {
        let reading = AssessmentPlan.Reading(
            id: "ranks", title: "Ranks",
            kind: .composite(
                dimensions: ["d-talks", "d-pacts"], changes: .init(normalisation: .rankNormalisation)),
            isPrimary: false)
        let efficiency = AssessmentPlan.Reading(
            id: "conversion", title: "Conversion",
            kind: .conversion(contacts: "d-talks", outputs: ["pacts"]), isPrimary: false)
        let plan = AssessmentPlan(
            windows: Fixture.plan.windows, minimumCoveredYears: 2, dimensions: Fixture.plan.dimensions,
            readings: [reading, efficiency], specification: Fixture.plan.specification, variants: [],
            alternatives: [], yearly: nil, shownBeside: [])
        let ranks = try multiverse(
            [.methods(.normalisation, [.unitRange, .zScore])], reading: "ranks", plan: plan)
        #expect(ranks.choices.first { $0.id == .normalisation }?.options == ["rank"])
        #expect(ranks.combinations == 1)
        let conversion = try multiverse(
            [.methods(.normalisation, [.unitRange, .zScore]), .windows(Fixture.plan.windows)],
            reading: "conversion", plan: plan)
        #expect(conversion.combinations == 2)
        #expect(
            conversion.rows.count + conversion.duplicates + conversion.unanswered.reduce(0) { $0 + $1.count }
                == 2)
    }
}
