import Dyads
import DyadicModels
import Uncertainty
import WorkPieces

/// Finds the sampling error of one reading.
struct SamplingRun {
    let plan: AssessmentPlan.SamplingPlan
    let seed: UInt64
    /// The place of the reading among the study's, which has random streams of its own.
    let place: Int
    var work = Work()

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
                try error(
                    of: rescoring, scores: scores, series: series, target: assessment.claim.target,
                    followed: assessment.followed(on: reading.id))
            })
    }

    private func error(
        of rescoring: Rescoring, scores: DyadScores, series: SampledSeries, target: Dyad, followed: [Int]?
    ) throws(Absence) -> SamplingError {
        let followed = followed.map { $0.compactMap { rescoring.units.firstIndex(of: $0) } }
        let contributions = try rescoring.contributions(of: series.groups)
        let streams = UInt64(place) << 16
        let estimates = rescoring.units.compactMap { scores.index.scores[$0] }
        // The leader is compared with the second, whether they are followed or not.
        let kept = followed.map { Set($0 + ScoreComparison.order(of: estimates).prefix(2)).sorted() }
        let attempt = Result { () throws(Absence) in
            try ResampledScores(
                of: rescoring, groups: series.groups, replicates: plan.replicates, kept: kept, work: work
            ) {
                TestStream.resampledYears.generator(seed: seed, offset: streams + UInt64($0))
            }
        }
        // In a shard the rank sets are divided too, and only then there is no answer.
        if case .failure(let absence) = attempt, absence != .elsewhere { throw absence }
        let dyads = rescoring.units.map { scores.dyads[$0] }
        let found: SamplingError?
        do throws(SamplingFailure) {
            let means = try LongRunMeans(of: contributions, weights: contributions.map { _ in 1 })
            let inference = try RankInference(
                estimates: estimates, covariance: means.covariance, draws: plan.draws,
                generator: TestStream.samplingErrors.generator(seed: seed, offset: UInt64(place)))
            let units = followed ?? Array(dyads.indices)
            let marginal = try marginalSets(of: units, inference)
            let joint = try followed == nil ? jointSets(inference) : []
            if case .success(let resampled) = attempt, let marginal, let joint {
                let comparison = ScoreComparison(
                    dyads: dyads, estimates: estimates, means: means, resampled: resampled,
                    confidence: plan.confidence)
                found = SamplingError(
                    fixedWeight: series.indicators.filter(\.isHeldFixed).reduce(0) { $0 + ($1.weight ?? 0) },
                    dyads: zip(units, marginal).map { unit, sets in
                        RankConfidence(
                            dyad: dyads[unit], score: estimates[unit],
                            standardError: inference.covariance.variance(of: unit).squareRoot(),
                            rank: scores.classRanking.ranks[rescoring.units[unit]]
                                ?? inference.rank(of: unit),
                            marginal: sets.twoSided.range, joint: joint.isEmpty ? nil : joint[unit],
                            oneSidedBest: sets.best, oneSidedWorst: sets.worst,
                            withoutStepDown: sets.withoutStepDown.range,
                            bootstrap: resampled.ranks(of: unit, confidence: plan.confidence))
                    },
                    differences: try comparison.differences(target: target, rivals: followed),
                    replicates: resampled.count)
            } else {
                found = nil
            }
        } catch {
            throw Absence("\(error)")
        }
        guard let found else { throw .elsewhere }
        return found
    }

    /// One a unit; nil in a shard.
    private func marginalSets(
        of units: [Int], _ inference: RankInference
    ) throws(SamplingFailure) -> [MarginalSets]? {
        let confidence = plan.confidence
        let found = work.attempts("rank sets", count: units.count) { place in
            Result { () throws(SamplingFailure) in
                try inference.marginalSets(for: [units[place]], coverage: confidence)
            }
        }
        var sets: [MarginalSets] = []
        for found in found ?? [] { sets += try found.get() }
        return found == nil ? nil : sets
    }

    /// Simultaneous sets bound all ranks on both sides, so that their lower ends are also those of one-sided sets, by
    /// which a dyad may be among the best (`RankInference.best`).
    ///
    /// - Returns: one a unit; nil in a shard.
    private func jointSets(_ inference: RankInference) throws(SamplingFailure) -> [JointRankConfidence]? {
        let (confidence, tau) = (plan.confidence, plan.tau)
        // All units share their critical values, so that they are one piece.
        let found = work.attempts("simultaneous rank sets", count: 1) { _ in
            Result { () throws(SamplingFailure) in
                let simultaneous = try inference.sets(.simultaneous, coverage: confidence)
                let comparisons = try inference.comparisonsWithTheBest(coverage: confidence)
                return zip(simultaneous, comparisons).map { set, comparison in
                    JointRankConfidence(
                        simultaneous: set.range, isInBestSet: set.lower <= 1,
                        isInTauBestSet: set.lower <= tau, canBeBest: comparison.canBeBest,
                        bestDifference: comparison.lower...comparison.upper)
                }
            }
        }
        return try found?.first?.get()
    }
}

extension RankConfidenceSet {
    fileprivate var range: ClosedRange<Int> { lower...max(lower, upper) }
}
