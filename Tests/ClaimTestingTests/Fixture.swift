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

    static func panel(worksYears: ClosedRange<Int> = 2000...2001) -> Panel {
        let columns = [("talks", 1995...2010), ("pacts", 1995...2010), ("works", worksYears)].map {
            id, years in
            let coverage = Coverage(years: years, silence: .zero)
            let indicator = Indicator(
                id: id, title: id, dimension: "d-\(id)", kind: .count, unit: "1", direction: .more,
                yearOperator: .mean,
                coverage: coverage, definition: id, citations: [])
            let records = (values[id] ?? [:]).flatMap { name, value in
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
}
