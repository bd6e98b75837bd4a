import ClaimTesting
import Dyads
import DyadicModels
import Scoring

/// Four states and three indicators whose ranks can be worked out by hand.
///
/// The target AAA-BBB leads on `talks`, comes second on `pacts`; DDD's pairs are outside the class. `works` has
/// two covered years only, 2000 and 2001.
enum Fixture {
    static let states: StateSystem = {
        let span = CalendarDay(year: 1991, month: 1, day: 1).flatMap { MembershipSpan(first: $0) }
        let states = ["AAA", "BBB", "CCC", "DDD"].enumerated().compactMap { number, code in
            StateCode(code).flatMap { code in
                span.map {
                    State(
                        code: code, name: "State \(code)", cowNumber: number + 1,
                        gleditschWardNumber: number + 1,
                        membership: $0)
                }
            }
        }
        return StateSystem(states) ?? .empty
    }()

    static let values: [String: [String: Double]] = [
        "talks": ["AAA-BBB": 9, "AAA-CCC": 3, "BBB-CCC": 1, "AAA-DDD": 20],
        "pacts": ["AAA-BBB": 2, "AAA-CCC": 8, "BBB-CCC": 2, "BBB-DDD": 9],
        "works": ["AAA-BBB": 1, "AAA-CCC": 5, "BBB-CCC": 1],
    ]

    /// - Parameters:
    ///   - worksYears: the years that `works` covers.
    ///   - gap: a dyad of which no `pacts` are known.
    static func panel(worksYears: ClosedRange<Int> = 2000...2001, gap: String? = nil) -> Panel {
        let columns = [("talks", 1995...2010), ("pacts", 1995...2010), ("works", worksYears)].map {
            id, years in
            let coverage = Coverage(years: years, silence: .zero)
            let indicator = Indicator(
                id: id, title: id, dimension: "d-\(id)", kind: .count, unit: "1", direction: .more,
                yearOperator: .mean,
                coverage: coverage, definition: id, citations: [])
            var known: [String: Double?] = values[id] ?? [:]
            if let gap, id == "pacts" { known[gap] = .some(nil) }
            let records = known.flatMap { name, value in
                years.compactMap { year in
                    Dyad(name).map { DyadYearSeries.Record(dyad: $0, year: year, value: value) }
                }
            }
            let series = DyadYearSeries(
                records: records, states: states, coverage: coverage,
                sourcesByYear: Dictionary(uniqueKeysWithValues: years.map { ($0, [id]) }))
            return Panel.Column(indicator: indicator, data: .series(series))
        }
        return Panel(states: states, columns: columns)
    }

    static func claim(target: String = "AAA-BBB") -> Claim? {
        Dyad(target).map {
            Claim(
                target: $0, superlative: "the busiest", statement: "It is the busiest pair.",
                className: "pairs without DDD",
                referenceClass: ReferenceClass(excludedStates: Set(["DDD"].compactMap { StateCode($0) })),
                citation: "x")
        }
    }

    /// The same claim about all six pairs.
    static let wideClaim = Dyad("AAA-BBB").map {
        Claim(
            target: $0, superlative: "the busiest", statement: "It is the busiest pair.",
            className: "all pairs",
            referenceClass: ReferenceClass(excludedStates: []), citation: "x")
    }

    static let method = ScoringMethod(normalisation: .unitRange)

    static let plan = AssessmentPlan(
        windows: [Window(id: "main", years: 1995...2010), Window(id: "late", years: 2002...2010)],
        minimumCoveredYears: 2,
        dimensions: [
            .init(id: "d-talks", indicators: ["talks"]), .init(id: "d-pacts", indicators: ["pacts"]),
            .init(id: "d-works", indicators: ["works"]),
        ],
        readings: [
            .init(id: "two", title: "Talks and pacts", dimensions: ["d-talks", "d-pacts"], isPrimary: true),
            .init(
                id: "three", title: "All", dimensions: ["d-talks", "d-pacts", "d-works"], isPrimary: false),
        ],
        specification: Specification(method: method),
        variants: [.init(id: "no-pacts", title: "Without pacts", removed: ["pacts"], added: [])],
        alternatives: [
            .init(
                id: "z", title: "z-scores", changes: Specification.Changes(normalisation: .zScore))
        ],
        yearly: .init(years: 1999...2003, trailingYears: 5, dimensions: ["d-talks", "d-works"]),
        shownBeside: [])

    /// Populations 4, 1, 9 and 16, GDPs 1, 4, 9 and 1 in every year; distances and borders are not known.
    static let covariates: Covariates = {
        func sizes(_ numbers: [Double]) -> Covariates.StateYears {
            var sizes: Covariates.StateYears = [:]
            for (state, number) in zip(states.states, numbers) {
                sizes[state.code] = Dictionary(uniqueKeysWithValues: (1995...2010).map { ($0, number) })
            }
            return sizes
        }
        return Covariates(
            gdp: sizes([1, 4, 9, 1]), population: sizes([4, 1, 9, 16]), distance: [:], contiguity: [:],
            lastYearOfContiguity: 2010)
    }()

    /// The default plan with other readings, alternatives and variants.
    static func plan(
        readings: [AssessmentPlan.Reading], alternatives: [AssessmentPlan.Alternative] = [],
        variants: [AssessmentPlan.Variant] = [], imputation: AssessmentPlan.ImputationPlan? = nil,
        method: ScoringMethod = method
    ) -> AssessmentPlan {
        AssessmentPlan(
            windows: plan.windows, minimumCoveredYears: 2, dimensions: plan.dimensions, readings: readings,
            specification: Specification(method: method), variants: variants, alternatives: alternatives,
            yearly: nil, shownBeside: [], imputation: imputation)
    }

    static let two = plan.readings[0]

    static func conversion(_ outputs: [String]) -> AssessmentPlan.Reading {
        .init(
            id: "conversion", title: "Output per talk",
            kind: .conversion(contacts: "d-talks", outputs: outputs), isPrimary: true)
    }

    static func efficiency(_ outputs: [String], replicates: Int = 0) -> AssessmentPlan.Reading {
        .init(
            id: "efficiency", title: "Talks in",
            kind: .efficiency(
                contacts: "d-talks", outputs: outputs,
                EnvelopmentPlan(orientation: .output, replicates: replicates, confidence: 0.9, seed: 1)),
            isPrimary: true)
    }

    static func exposed(_ id: String, _ exposure: Exposure) -> AssessmentPlan.Alternative {
        var changes = Specification.Changes()
        changes.exposure = exposure
        return .init(id: id, title: id, changes: changes)
    }
}
