import ClaimTesting
import Dyads
import DyadicModels
import Scoring
import Testing

@testable import Reporting

/// Small assessments made by hand, from which figures are drawn.
struct FigureFixture: CustomTestStringConvertible, Sendable {
    let name: String
    let stateNames: [String]
    var excluded = 0
    var title = "A study"
    var className = "pairs of the class"
    var dimensions = ["contacts", "agreements", "projects"]
    /// Whether one pair is observed on nothing.
    var hasGap = false
    /// Whether the target scores lowest, so that it stands under a gap in the ranking.
    var isTargetLast = false
    var classes: [DeclaredClass] = []
    /// Whether the claim is tested.
    var hasTests = true
    var largeClass = AssessmentPlan.LargeClassPlan()
    var method = ScoringMethod(scaling: .classMean, transform: .log1p)

    var testDescription: String { name }

    static let all: [FigureFixture] = [
        FigureFixture(name: "3 states", stateNames: plain(3)),
        FigureFixture(name: "6 states, one excluded", stateNames: plain(6), excluded: 1, hasGap: true),
        FigureFixture(name: "15 states, target last", stateNames: plain(15), excluded: 1, isTargetLast: true),
        FigureFixture(name: "20 states, 5 excluded", stateNames: plain(20), excluded: 5, hasGap: true),
        FigureFixture(
            name: "hostile names", stateNames: hostile(6), excluded: 1,
            title: "<script>alert(\"1\")</script> & 'so on' \u{1} ]]> "
                + String(repeating: "long ", count: 60),
            className: "pairs & <more> \"quoted\" " + String(repeating: "Donaudampfschifffahrt", count: 12),
            dimensions: ["contacts <&> " + String(repeating: "x", count: 90), "\"a\" & 'b'", "p"],
            hasGap: true),
        FigureFixture(name: "20 hostile names", stateNames: hostile(20), excluded: 2, isTargetLast: true),
    ]

    private static func plain(_ count: Int) -> [String] { (0..<count).map { "Country \(Self.letter($0))" } }

    private static func hostile(_ count: Int) -> [String] {
        let bodies = [
            "The <b>United</b> & \"Federated\" Provinces, Territories and Dependencies of the Far North",
            "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochshire", "R&D <\u{7}> 'Land'",
            "\u{4E2D}\u{83EF}\u{4EBA}\u{6C11}\u{5171}\u{548C}\u{56FD}",
            "W\u{FC}rttemberg-\u{141}\u{F3}d\u{17A}",
            "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        ]
        return (0..<count).map { "\(bodies[$0 % bodies.count]) \(letter($0))" }
    }

    private static func letter(_ index: Int) -> String { String(UnicodeScalar(UInt8(65 + index))) }

    /// A rule of the kind that studies declare.
    static let rule = DecisionRule(
        supportedShare: 0.5, supportedJointShare: 0.66, contradictedShare: 0.05, confidence: 0.95,
        jointDraws: 10_000)

    var style: ReportStyle {
        ReportStyle(studyID: "fixture", studyTitle: title, significantDigits: 10, tableDecimals: 2, top: 15)
    }

    /// Drawn once for all tests.
    var figures: [Figure] { Self.drawn[name] ?? [] }

    private static let drawn = Dictionary(
        uniqueKeysWithValues: all.map { ($0.name, $0.drawing($0.assessment)) })

    /// Assessed once for all tests.
    var assessment: Assessment { Self.assessed[name] ?? assessedAnew }

    private static let assessed = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.assessedAnew) })

    /// Assessed and drawn from the data again.
    var redrawn: [Figure] { drawing(assessedAnew) }

    /// The forest and the expectations from made-up values, the others from the assessment.
    func drawing(_ assessment: Assessment, options: FigureOptions = .standard) -> [Figure] {
        let forest = forest(of: assessment).flatMap {
            assessment.rankConfidenceFigure($0, style: style, options: options)
        }
        let expectation = assessment.expectationFigure(
            expectationPanels(of: assessment), style: style, options: options)
        return assessment.figures(style: style, options: options) + [forest, expectation].compactMap { $0 }
    }

    /// Two indicators of made-up values over three decades: the second without zeros and without every seventh pair.
    func expectationPanels(of assessment: Assessment) -> [ExpectationPanel] {
        let dyads = assessment.panel.dyads
        func wave(_ place: Int, _ step: Int) -> Double { Double((place * step) % 17 + 1) / 3 }
        return [0, 1].compactMap { number in
            ExpectationPanel(
                indicator: dimensions[number],
                observed: dyads.indices.map { place in
                    number == 1 && place % 7 == 6
                        ? nil : number == 0 && place % 4 == 3 ? 0 : wave(place, 7) * wave(place, 5)
                },
                expected: dyads.indices.map { wave($0, 3) },
                intervals: dyads.indices.map { $0 % 2 == 0 ? 0.5...2.5 : nil }, dyads: dyads,
                claim: assessment.claim)
        }
    }

    /// Sets of some width around the ranks of the main reading; the first is a single rank.
    func forest(of assessment: Assessment) -> RankConfidenceForest? {
        guard let main = MainRanking(assessment) else { return nil }
        let worst = main.ranked.count
        let rows = main.ranked.enumerated().compactMap { place, unit -> RankConfidenceForest.Row? in
            main.scores.classRanking.ranks[unit].map { rank in
                RankConfidenceForest.Row(
                    dyad: main.scores.dyads[unit], rank: rank,
                    marginal: max(1, rank - place % 4)...min(worst, rank + place % 3),
                    simultaneous: max(1, rank - place % 4 - place / 2)...min(worst, rank + place))
            }
        }
        return RankConfidenceForest(
            reading: main.item.subject.id, rows: rows, confidence: 0.95, degreesOfFreedom: 12,
            draws: 400, fixedWeight: 0.36)
    }

    var assessedAnew: Assessment {
        let codes = stateNames.indices.compactMap { StateCode("A\(Self.letter($0))A") }
        let day = CalendarDay(year: 1991, month: 1, day: 1)
        let states = zip(codes, stateNames).enumerated().compactMap { index, state -> State? in
            day.flatMap { MembershipSpan(first: $0) }.map {
                State(
                    code: state.0, name: state.1, cowNumber: index + 1, gleditschWardNumber: index + 1,
                    membership: $0)
            }
        }
        guard let system = StateSystem(states), let target = Dyad(codes[0], codes[1]) else {
            preconditionFailure("the fixture's states are not a system")
        }
        let located = system.located(at: isLocated ? places(of: codes) : [:])
        let claim = Claim(
            target: target, superlative: "the best", statement: "The pair is the best.", className: className,
            referenceClass: ReferenceClass(excludedStates: Set(codes.suffix(excluded))), citation: "none")
        let indicators = ["first", "second", "third"]
        let plan = AssessmentPlan(
            windows: [Window(id: "main", years: 2000...2009)], minimumCoveredYears: 3,
            dimensions: zip(dimensions, indicators).map { .init(id: $0, indicators: [$1]) },
            readings: [
                .init(id: "volume", title: "Volume", dimensions: dimensions, isPrimary: true),
                .init(
                    id: "output", title: "Output", dimensions: Array(dimensions.suffix(2)), isPrimary: true),
                .init(id: "beside", title: "Beside", dimensions: [dimensions[0]], isPrimary: false),
            ],
            specification: Specification(method: method),
            variants: [], alternatives: [],
            yearly: .init(years: 1999...2010, trailingYears: 1, dimensions: Array(dimensions.prefix(2))),
            shownBeside: [], tests: hasTests ? tests(of: indicators) : nil, classes: classes,
            largeClass: largeClass)
        let columns = indicators.enumerated().map { index, id in
            column(id, index: index, states: located, target: target)
        }
        return assess(claim, plan: plan, panel: Panel(states: located, columns: columns))
    }

    /// Omissions are tried where they are few.
    var hasInfluence: Bool { stateNames.count <= 6 }

    /// Whether it is known where the states lie.
    var isLocated: Bool { stateNames.count > 6 || name.hasPrefix("hostile") }

    /// Around the antimeridian; the last of twenty lies where the first does.
    private func places(of codes: [StateCode]) -> [StateCode: Location] {
        let found = codes.enumerated().compactMap { index, code -> (StateCode, Location)? in
            let place = index % 19
            let (north, east) = (place * 7 % 23 - 10, (place * 11 % 61 + 330) % 360 - 180)
            return Location(latitude: Double(north), longitude: Double(east)).map { (code, $0) }
        }
        return Dictionary(found) { first, _ in first }
    }

    /// A few draws, and specifications by window and method: more than a figure has columns where pairs are few.
    private func tests(of indicators: [String]) -> AssessmentPlan.TestPlan {
        let isLarge = stateNames.count > 3
        let firsts = isLarge ? 2000...2000 : 2000...2005
        let windows = firsts.flatMap { first in
            (first == 2000 ? 2008...2009 : 2006...2009).reversed().map { last in
                Window(id: first == 2000 && last == 2009 ? "main" : "\(first)-\(last)", years: first...last)
            }
        }
        var tests = AssessmentPlan.TestPlan(seed: 7)
        tests.weightDraws = 400
        tests.tippingPoint = true
        tests.influence = hasInfluence
        tests.space = try? MultiverseSpace([
            .windows(windows), .indicators(leavingOut: isLarge ? [] : indicators),
            .methods(.transform, [.log1p, .identity, try MethodChoice(Transform.squareRoot.description)]),
            .methods(.normalisation, [.zScore, .unitRange]),
            .methods(.weighting, [.equalByDimension, try MethodChoice(Weighting.entropy.description)]),
        ])
        return tests
    }

    /// Series with a change of sources in 2005, a year (2003) in which most pairs are equal, and no gaps but
    /// the one pair of the last two states.
    private func column(_ id: String, index: Int, states: StateSystem, target: Dyad) -> Panel.Column {
        let coverage = Coverage(years: index == 0 ? 2001...2009 : 2000...2010, silence: .missing)
        var records: [DyadYearSeries.Record] = []
        let dyads = hasGap ? Array(states.dyads.dropLast()) : states.dyads
        for (place, dyad) in dyads.enumerated() {
            for year in coverage.years {
                let wave = Double((place * 7 + index * 3 + year * 5) % 11) + Double(place % 5)
                let value = isTargetLast && dyad == target ? 0 : year == 2003 ? Double(place % 9 / 8) : wave
                records.append(.init(dyad: dyad, year: year, value: value))
            }
        }
        let sources = Dictionary(
            uniqueKeysWithValues: coverage.years.map { ($0, Set($0 < 2005 ? ["alpha"] : ["alpha", "b"])) })
        return Panel.Column(
            indicator: Indicator(
                id: id, title: id, dimension: dimensions[index], kind: .count, unit: "number",
                direction: .more, yearOperator: .mean, coverage: coverage, definition: "", citations: []),
            data: .series(
                DyadYearSeries(
                    records: records, states: states, coverage: coverage, sourcesByYear: sources)))
    }
}
