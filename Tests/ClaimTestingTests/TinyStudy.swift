import Dyads
import DyadicModels
import Scoring

@testable import ClaimTesting

/// A study of a few states AAA, BBB, ... whose data a test writes down: every indicator is a dimension of its own, and
/// the reading `all` is made of all of them.
struct TinyStudy {
    struct Column {
        var id: String
        var kind = Indicator.Kind.count
        var yearOperator = Indicator.YearOperator.mean
        var years = 2000...2000
        var silence = Coverage.Silence.missing
        /// Dyad, year and value.
        var records: [(dyad: Dyad, year: Int, value: Double)] = []
        /// Dated rows instead of the records.
        var dated: [DatedRecords.Record]?
    }

    var states: Int
    var columns: [Column]
    var target = 0
    var excluded: [String] = []
    var excludedDyads: [Dyad] = []
    var minimumYears = 1
    var specification = Specification(method: ScoringMethod(normalisation: .unitRange))
    var window = Window(id: "main", years: 1990...2020)
    var readings: [AssessmentPlan.Reading]?
    var tests: AssessmentPlan.TestPlan?
    var classes: [DeclaredClass] = []
    var covariates: Covariates?
    var sources = RecordSources()
    var largeClass = AssessmentPlan.LargeClassPlan()

    var system: StateSystem {
        let span = CalendarDay(year: 1980, month: 1, day: 1).flatMap { MembershipSpan(first: $0) }
        let letters = Array("ABCDEFGHIJ")
        return StateSystem(
            (0..<states).compactMap { number in
                // AAA to JJJ, then BAZ, BBZ, ...
                let text =
                    number < 10
                    ? String(repeating: letters[number], count: 3)
                    : "\(letters[number / 10 % 10])\(letters[number % 10])Z"
                return StateCode(text).flatMap { code in
                    span.map {
                        State(
                            code: code, name: code.text, cowNumber: number + 1,
                            gleditschWardNumber: number + 1, membership: $0)
                    }
                }
            }) ?? .empty
    }

    var dyads: [Dyad] { system.dyads }

    func panelColumn(_ column: Column) -> Panel.Column {
        let coverage = Coverage(years: column.years, silence: column.silence)
        let indicator = Indicator(
            id: column.id, title: column.id, dimension: "d-\(column.id)", kind: column.kind, unit: "1",
            direction: .more, yearOperator: column.dated == nil ? column.yearOperator : .datedCount,
            coverage: coverage, definition: column.id, citations: [])
        if let dated = column.dated {
            return .init(indicator: indicator, data: .dated(DatedRecords(dated)))
        }
        let series = DyadYearSeries(
            records: column.records.map { .init(dyad: $0.dyad, year: $0.year, value: $0.value) },
            states: system, coverage: coverage, sourcesByYear: [:])
        return .init(indicator: indicator, data: .series(series))
    }

    var panel: Panel { Panel(states: system, columns: columns.map(panelColumn)) }

    var plan: AssessmentPlan {
        let dimensions = columns.map { AssessmentPlan.Dimension(id: "d-\($0.id)", indicators: [$0.id]) }
        return AssessmentPlan(
            windows: [window], minimumCoveredYears: minimumYears, dimensions: dimensions,
            readings: readings
                ?? [.init(id: "all", title: "All", dimensions: dimensions.map(\.id), isPrimary: true)],
            specification: specification, variants: [], alternatives: [], yearly: nil, shownBeside: [],
            tests: tests, classes: classes, largeClass: largeClass)
    }

    /// The same with tests of the claim.
    func assessment(tests: AssessmentPlan.TestPlan?) -> Assessment {
        var study = self
        study.tests = tests
        return study.assessment
    }

    var assessment: Assessment {
        let claim = Claim(
            target: dyads[target], superlative: "the busiest", statement: "It is.", className: "pairs",
            referenceClass: ReferenceClass(
                excludedStates: Set(excluded.compactMap { StateCode($0) }),
                excludedDyads: Set(excludedDyads)),
            citation: "x")
        return assess(claim, plan: plan, panel: panel, covariates: covariates, sources: sources)
    }

    /// The target's standing on `all`, by a whole assessment.
    var standing: Standing? { assessment.result("all", in: "main")?.standing }
}

/// The same standing, with figures that rounding may move compared to 1e-9.
func agree(_ a: Standing?, _ b: Standing?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a.rank == b.rank && a.tieSize == b.tieSize && a.classSize == b.classSize && a.leaders == b.leaders
        && abs(a.score - b.score) < 1e-9
}
