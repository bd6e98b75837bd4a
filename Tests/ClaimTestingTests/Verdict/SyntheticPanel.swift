import Dyads
import DyadicModels
import LinearAlgebra
import Scoring
import Testing

@testable import ClaimTesting

/// A panel of which it is known whether the claim is true: n states, some annual indicators in some dimensions, every
/// value 10 plus a standard normal of its own, and the target changed as `truth` says.
struct SyntheticPanel {
    enum Truth: CaseIterable {
        /// Every dyad has the same mean on every indicator: nothing tells them apart but chance.
        case noise
        /// Five standard deviations of a year above, or below, all others on everything.
        case winner, loser
        /// In every year, on every indicator, the target is the sum of all others.
        case trueByConstruction
    }

    var truth: Truth
    /// The panel's number: its values are the streams 2^32 times it.
    var number: Int
    var states = 5
    /// Numbers of indicators, one a dimension.
    var indicators = [2, 2]
    var years = 2000...2009
    /// The place of the target among the dyads.
    var target = 3

    static let seed: UInt64 = 20_231_105
    static let rule = DecisionRule(
        supportedShare: 0.5, supportedJointShare: 0.66, contradictedShare: 0.05, confidence: 0.95,
        jointDraws: 200)

    /// Values by indicator, dyad and year.
    var values: [[[Double]]] {
        let dyads = states * (states - 1) / 2
        return (0..<indicators.reduce(0, +)).map { k in
            var draws = RandomCursor(Philox(seed: Self.seed, stream: UInt64(number) << 32 + UInt64(k)))
            var table = (0..<dyads).map { _ in years.map { _ in 10 + draws.nextStandardNormal() } }
            switch truth {
            case .noise: break
            case .winner: table[target] = table[target].map { $0 + 5 }
            case .loser: table[target] = table[target].map { $0 - 5 }
            case .trueByConstruction:
                table[target] = (0..<years.count).map { t in
                    table.indices.reduce(0) { $1 == target ? $0 : $0 + table[$1][t] }
                }
            }
            return table
        }
    }

    /// The assessment of the claim that the target is first, with all that the decision rule asks for.
    var assessment: Assessment {
        get throws {
            var study = TinyStudy(states: states, columns: [])
            let dyads = study.dyads
            study.columns = values.enumerated().map { k, table in
                .init(
                    id: "i\(k)", kind: .flow, years: years,
                    records: zip(dyads, table).flatMap { dyad, row in
                        zip(years, row).map { (dyad, $0, $1) }
                    })
            }
            var next = 0
            let dimensions = indicators.enumerated().map { d, count in
                defer { next += count }
                return AssessmentPlan.Dimension(
                    id: "d\(d)", indicators: (next..<next + count).map { "i\($0)" })
            }
            var tests = AssessmentPlan.TestPlan(seed: Self.seed)
            tests.weightDraws = 200
            tests.joint = .init(draws: Self.rule.jointDraws, effectRows: 2)
            tests.sampling = .init(
                draws: 200, replicates: 19, confidence: Self.rule.confidence, tau: 1)
            func method(_ id: String, _ step: Step) throws -> MethodChoice {
                try MethodChoice(#require(MethodTable.descriptions(of: step).first { $0.id == id }))
            }
            tests.space = try MultiverseSpace([
                .indicators(leavingOut: dimensions.flatMap(\.indicators)),
                .methods(
                    .normalisation,
                    [
                        .zScore, try #require(.minMax(1, 100)),
                        method("rank", .normalisation),
                    ]),
                .methods(.weighting, [method("equal", .weighting), method("entropy", .weighting)]),
                .aggregations([
                    [.arithmetic], [method("copeland", .aggregation)],
                ]),
            ])
            let plan = AssessmentPlan(
                windows: [Window(id: "main", years: years)], minimumCoveredYears: 5, dimensions: dimensions,
                readings: [
                    .init(id: "all", title: "All", dimensions: dimensions.map(\.id), isPrimary: true)
                ],
                specification: Specification(method: ScoringMethod(normalisation: .zScore)), variants: [],
                alternatives: [], yearly: nil, shownBeside: [], tests: tests)
            let claim = Claim(
                target: dyads[target], superlative: "the busiest", statement: "It is.", className: "pairs",
                referenceClass: ReferenceClass(excludedStates: []), citation: "x")
            return assess(claim, plan: plan, panel: study.panel)
        }
    }

    /// The evidence and the verdict on the only reading.
    func judged(by rule: DecisionRule = rule) throws -> (evidence: ReadingEvidence, verdict: ReadingVerdict) {
        let assessment = try assessment
        let evidence = assessment.evidence(on: try #require(assessment.result("all", in: "main")))
        return (evidence, rule.verdict(on: evidence))
    }
}
