import Dyads
import DyadicModels
import Scoring
import TestSupport
import Testing

@testable import ClaimTesting

/// Random annual series over a few states, and the parts of the sampling test on them.
enum SamplingStudy {
    /// Series of values between 1 and 3, one an entry of `years`, each a dimension of its own.
    static func study(
        states: Int = 4, years: [ClosedRange<Int>], seed: UInt64, gaps: Double = 0,
        operators: [Indicator.YearOperator] = [.mean], specification: Specification
    ) -> TinyStudy {
        var generator = SplitMix(seed: seed)
        var study = TinyStudy(states: states, columns: [], specification: specification)
        let dyads = study.dyads
        for (place, span) in years.enumerated() {
            var column = TinyStudy.Column(
                id: "i\(place)", yearOperator: operators[place % operators.count], years: span)
            for dyad in dyads {
                for year in span {
                    let value = 1 + 2 * generator.uniform()
                    if generator.uniform() >= gaps { column.records.append((dyad, year, value)) }
                }
            }
            study.columns.append(column)
        }
        return study
    }

    static func asIs() throws -> ScoringMethod {
        ScoringMethod(normalisation: try MethodChoice(Normalisation.none.description))
    }

    /// The reading `all` of an assessment as a function of its window values, with its series.
    static func parts(_ assessment: Assessment) throws -> (rescoring: Rescoring, series: SampledSeries) {
        let reading = assessment.plan.readings[0]
        let scoring = assessment.scoring(in: assessment.plan.windows[0], of: assessment.claim).holding(
            assessment.plan.indicators(of: reading))
        let scores = try #require(assessment.result(reading.id, in: "main")?.scores)
        return (
            Rescoring(
                scoring: scoring, dimensions: assessment.plan.dimensions(of: reading),
                specification: assessment.plan.specification(of: reading),
                units: scores.dyads.indices.filter { scores.isInClass[$0] }),
            SampledSeries(of: scores, in: scoring)
        )
    }

    static func test(
        _ assessment: Assessment, _ plan: AssessmentPlan.SamplingPlan = .init(draws: 200, replicates: 39)
    ) -> SamplingTest {
        SamplingRun(plan: plan, seed: 5, place: 0).test(assessment.plan.readings[0], of: assessment)
    }
}
