import Dyads
import DyadicModels
import Scoring
import TestSupport
import Testing

@testable import ClaimTesting

/// Random panels: every specification of a multiverse against the reading scored by itself.
struct MultiverseAgainstReadingsTests {
    /// Six states, of which FFF is outside the class: ten dyads in it. Five indicators in two dimensions; the fourth is
    /// observed by no source for some dyads.
    static func panel(seed: UInt64, hasGaps: Bool, isClassAlone: Bool = false) -> Panel {
        var random = SplitMix(seed: seed)
        let span = CalendarDay(year: 1990, month: 1, day: 1).flatMap { MembershipSpan(first: $0) }
        let codes = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF"].compactMap { StateCode($0) }
        let members = isClassAlone ? Array(codes.dropLast()) : codes
        let states = members.enumerated().compactMap { number, code in
            span.map {
                State(
                    code: code, name: code.text, cowNumber: number + 1, gleditschWardNumber: number + 1,
                    membership: $0)
            }
        }
        let system = StateSystem(states) ?? .empty
        let columns = (0..<5).map { column in
            let silent: Coverage.Silence = hasGaps && column == 3 ? .missing : .zero
            let coverage = Coverage(years: 2000...2009, silence: silent)
            let indicator = Indicator(
                id: "i\(column)", title: "", dimension: "", kind: .count, unit: "1",
                direction: column == 2 ? .less : .more, yearOperator: column == 0 ? .shareOfYear : .mean,
                coverage: coverage, definition: "", citations: [])
            var records: [DyadYearSeries.Record] = []
            for (first, a) in codes.enumerated() {
                for b in codes[(first + 1)...] {
                    let isSilent = hasGaps && column == 3 && random.uniform() < 0.3
                    for year in 2000...2009 where !isSilent {
                        let value = (random.uniform() * 20).rounded()
                        if let dyad = Dyad(a, b), members.contains(a), members.contains(b) {
                            records.append(.init(dyad: dyad, year: year, value: value))
                        }
                    }
                }
            }
            let series = DyadYearSeries(
                records: records, states: system, coverage: coverage,
                sourcesByYear: Dictionary(uniqueKeysWithValues: (2000...2009).map { ($0, ["x"]) }))
            return Panel.Column(indicator: indicator, data: .series(series))
        }
        return Panel(states: system, columns: columns)
    }

    static let claim: Claim? = Dyad("AAA-BBB").map {
        Claim(
            target: $0, superlative: "", statement: "", className: "",
            referenceClass: ReferenceClass(excludedStates: Set(["FFF"].compactMap { StateCode($0) })),
            citation: "")
    }

    static let plan = AssessmentPlan(
        windows: [Window(id: "all", years: 2000...2009), Window(id: "late", years: 2005...2009)],
        minimumCoveredYears: 3,
        dimensions: [
            .init(id: "a", indicators: ["i0", "i1", "i2"]), .init(id: "b", indicators: ["i3", "i4"]),
        ],
        readings: [
            .init(id: "both", title: "", dimensions: ["a", "b"], isPrimary: true),
            .init(id: "a", title: "", dimensions: ["a"], isPrimary: false),
        ],
        specification: Specification(method: ScoringMethod()), variants: [], alternatives: [], yearly: nil,
        shownBeside: [])

    static func space() throws -> MultiverseSpace {
        try MultiverseSpace([
            .windows(plan.windows), .indicators(leavingOut: ["i0", "i1", "i2", "i3", "i4"]),
            .exposures([.none, .margins]), .scalings([.none, .classMean]),
            .methods(
                .normalisation,
                [
                    .zScore, .unitRange, .rankNormalisation,
                    MethodChoice(Normalisation.minMax.description, ["range": .numbers([1, 100])]),
                ]),
            .methods(.missingData, [.availableCase, MethodChoice(MissingDataRule.lowerBound.description)]),
            .methods(
                .weighting,
                [.equalByDimension, .equalByIndicator, MethodChoice(Weighting.critic.description)]
            ),
            .aggregations([
                [.arithmetic], [.geometric], [.arithmetic, .geometric],
                [MethodChoice(Aggregation.topsis.description)],
            ]),
        ])
    }

    /// Rank, tie size, score, margin and leaders are those of the reading scored with these changes and nothing
    /// shared, and every combination is a row, a duplicate, or counted with a reason. The reading by itself is scored
    /// on a panel of the class alone: elsewhere a dyad outside it may lack a value, or have one that a method refuses.
    @Test(arguments: [(3, false), (4, true)] as [(UInt64, Bool)])
    func everySpecificationIsTheReadingByItself(seed: UInt64, hasGaps: Bool) throws {
        let panel = Self.panel(seed: seed, hasGaps: hasGaps)
        let classAlone = Self.panel(seed: seed, hasGaps: hasGaps, isClassAlone: true)
        let claim = try #require(Self.claim)
        let found = try exploreMultiverse(
            of: claim, plan: Self.plan, space: try Self.space(), panel: panel)
        #expect(found.map(\.reading) == ["both", "a"])
        for multiverse in found {
            let accounted =
                multiverse.rows.count + multiverse.duplicates
                + (multiverse.refused + multiverse.unanswered).reduce(0) { $0 + $1.count }
            #expect(accounted == multiverse.combinations)
            #expect(multiverse.rows.count > 100)
            let reading = try #require(Self.plan.readings.first { $0.id == multiverse.reading })
            for (place, row) in multiverse.rows.enumerated() where place % 11 == 0 {
                let ids = multiverse.options(of: row.codes)
                let space = try Self.space()
                func change(_ choice: MultiverseChoice) throws -> MultiverseSpace.Change? {
                    let place = try #require(MultiverseChoice.allCases.firstIndex(of: choice))
                    return space.options(of: choice)?.first { $0.id == ids[place] }?.change
                }
                var specification = Self.plan.specification
                for choice in MultiverseChoice.allCases {
                    if case .methods(let changes)? = try change(choice) {
                        specification = specification.applying(changes)
                    }
                }
                let window = try #require(Self.plan.windows.first { $0.id == ids[0] })
                var scoring = WindowScoring(
                    panel: classAlone, claim: claim, window: window, minimumYears: 3)
                if specification.exposure == .margins {
                    for id in classAlone.indicatorIDs {
                        scoring.expected[.margins, id] = scoring.expectation(
                            of: id, under: .margins, covariates: nil)
                    }
                }
                let dimensions = Self.plan.dimensions(of: reading, under: try change(.indicators)?.variant)
                let scores = try scoring.composite(dimensions, specification: specification)
                let standing = try #require(Standing(of: claim.target, in: scores.ranking))
                #expect(row.rank == standing.rank && row.tieSize == standing.tieSize, "\(ids)")
                #expect(abs(row.score - standing.score) <= 1e-12 * max(1, abs(standing.score)), "\(ids)")
                #expect(abs(row.margin - standing.margin) <= 1e-12 * max(1, abs(standing.score)), "\(ids)")
                #expect(row.leaders == standing.leaders && row.classSize == standing.classSize)
            }
        }
    }

    /// Again, and in a crowd: the same results.
    @Test func resultsDoNotDependOnThreads() async throws {
        let panel = Self.panel(seed: 6, hasGaps: true)
        let claim = try #require(Self.claim)
        let space = try MultiverseSpace(
            try Self.space().choices.filter { ![.window, .indicators, .exposure].contains($0.id) })
        let runs = try await withThrowingTaskGroup(of: [Multiverse].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    try exploreMultiverse(of: claim, plan: Self.plan, space: space, panel: panel)
                }
            }
            var runs: [[Multiverse]] = []
            for try await run in group { runs.append(run) }
            return runs
        }
        let first = try #require(runs.first)
        for run in runs.dropFirst() {
            #expect(run.map(\.rows) == first.map(\.rows))
            #expect(run.map(\.jointTests) == first.map(\.jointTests))
            #expect(run.map { $0.effects?.effects } == first.map { $0.effects?.effects })
        }
    }

    /// Without gaps a rule for gaps changes nothing: its specifications are all duplicates.
    @Test func aRuleForGapsWhereThereAreNone() throws {
        let multiverse = try exploreMultiverse(
            of: try #require(Self.claim), plan: Self.plan, space: try Self.space(),
            panel: Self.panel(seed: 8, hasGaps: false))[0]
        let place = try #require(MultiverseChoice.allCases.firstIndex(of: .missingData))
        #expect(multiverse.rows.allSatisfy { $0.codes[place] == 0 })
        #expect(multiverse.effects?.effects[place].shapley == 0)
    }
}
