import Dyads
import DyadicModels
import LinearAlgebra
import Uncertainty

/// Finds the sampling error of one reading.
struct SamplingRun {
    let plan: AssessmentPlan.SamplingPlan
    let seed: UInt64
    /// The place of the reading among the study's, which has random streams of its own.
    let place: Int

    func test(_ reading: AssessmentPlan.Reading, of assessment: Assessment) -> SamplingTest {
        let window = assessment.plan.windows[0]
        let ids = assessment.plan.indicators(of: reading)
        func none(_ reason: String) -> SamplingTest {
            SamplingTest(
                reading: reading.id,
                indicators: ids.map {
                    .init(id: $0, weight: nil, years: [], treatment: .heldFixed(reason: reason))
                }, outcome: .failure(Absence(reason)))
        }
        guard let item = assessment.result(reading.id, in: window.id) else {
            return none("it was not scored")
        }
        if case .notAssessable(let reason) = item.outcome { return none(reason) }
        guard let scores = item.scores else {
            return none("sampling errors are computed for composites")
        }
        let scoring = assessment.scoring(in: window, of: assessment.claim).holding(ids)
        let series = SampledSeries(of: scores, in: scoring)
        let rescoring = Rescoring(
            scoring: scoring, dimensions: assessment.plan.dimensions(of: reading),
            specification: assessment.plan.specification(of: reading),
            units: scores.dyads.indices.filter { scores.isInClass[$0] && scores.index.scores[$0] != nil })
        return SamplingTest(
            reading: reading.id, indicators: series.indicators,
            outcome: Result { () throws(Absence) in
                try error(of: rescoring, scores: scores, series: series, target: assessment.claim.target)
            })
    }

    private func error(
        of rescoring: Rescoring, scores: DyadScores, series: SampledSeries, target: Dyad
    ) throws(Absence) -> SamplingError {
        let contributions = try rescoring.contributions(of: series.groups)
        let streams = UInt64(place) << 16
        let resampled = try ResampledScores(of: rescoring, groups: series.groups, replicates: plan.replicates)
        {
            TestStream.resampledYears.generator(seed: seed, offset: streams + UInt64($0))
        }
        let estimates = rescoring.units.compactMap { scores.index.scores[$0] }
        let dyads = rescoring.units.map { scores.dyads[$0] }
        do throws(SamplingFailure) {
            let means = try LongRunMeans(of: contributions, weights: contributions.map { _ in 1 })
            let inference = try RankInference(
                estimates: estimates, covariance: means.covariance, draws: plan.draws,
                generator: TestStream.samplingErrors.generator(seed: seed, offset: UInt64(place)))
            let comparison = ScoreComparison(
                dyads: dyads, estimates: estimates, means: means, resampled: resampled,
                confidence: plan.confidence)
            return SamplingError(
                fixedWeight: series.indicators.filter(\.isHeldFixed).reduce(0) { $0 + ($1.weight ?? 0) },
                dyads: try ranks(
                    of: dyads, inference: inference, resampled: resampled,
                    published: rescoring.units.map { scores.classRanking.ranks[$0] }),
                differences: try comparison.differences(target: target), replicates: resampled.count)
        } catch {
            throw Absence("\(error)")
        }
    }

    /// Simultaneous sets bound all ranks on both sides, so that their lower ends are also those of one-sided sets, by
    /// which a dyad may be among the best (`RankInference.best`).
    private func ranks(
        of dyads: [Dyad], inference: RankInference, resampled: ResampledScores, published: [Int?]
    ) throws(SamplingFailure) -> [RankConfidence] {
        let coverage = plan.confidence
        let marginal = try inference.marginalSets(coverage: coverage)
        let simultaneous = try inference.sets(.simultaneous, coverage: coverage)
        let comparisons = try inference.comparisonsWithTheBest(coverage: coverage)
        return dyads.indices.map { unit in
            RankConfidence(
                dyad: dyads[unit], score: inference.estimates[unit],
                standardError: inference.covariance.variance(of: unit).squareRoot(),
                rank: published[unit] ?? inference.rank(of: unit), marginal: marginal[unit].twoSided.range,
                simultaneous: simultaneous[unit].range, oneSidedBest: marginal[unit].best,
                oneSidedWorst: marginal[unit].worst, withoutStepDown: marginal[unit].withoutStepDown.range,
                bootstrap: resampled.ranks(of: unit, confidence: coverage),
                isInBestSet: simultaneous[unit].lower <= 1,
                isInTauBestSet: simultaneous[unit].lower <= plan.tau,
                canBeBest: comparisons[unit].canBeBest,
                bestDifference: comparisons[unit].lower...comparisons[unit].upper)
        }
    }
}

extension RankConfidenceSet {
    fileprivate var range: ClosedRange<Int> { lower...max(lower, upper) }
}
