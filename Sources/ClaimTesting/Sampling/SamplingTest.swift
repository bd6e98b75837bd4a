public import Dyads
public import DyadicModels
import WorkPieces

/// The doubt about sampling: few and serially dependent years, for one reading in the main window.
public struct SamplingTest: Sendable {
    public let reading: String
    /// Those that enter the composite; all of a reading that has no composite.
    public let indicators: [SampledIndicator]
    public let outcome: Result<SamplingError, Absence>
}

/// What a sample of years leaves open about scores and ranks of a composite.
///
/// *Properties.* The errors are those of the composite itself: its normalisation is fitted again, a year that moves
/// several indicators of one group moves them together, and a dyad and its copy differ by nothing, without error.
/// *Not properties.* Only annual series are sampled: what rests on `fixedWeight` has no error here. Errors of first
/// order: far from normal where few years make a value. Series of different covered years count as independent even where
/// the years overlap.
public struct SamplingError: Sendable {
    /// The nominal weight of the indicators that are held fixed; all weights sum to one.
    public let fixedWeight: Double
    /// The dyads of the class that have a score, in the order of the panel.
    public let dyads: [RankConfidence]
    /// The target against every rival; then, unless the target leads, the leader against the second.
    public let differences: [ScoreDifference]
    /// Replicates of the bootstrap that could be scored.
    public let replicates: Int

    /// The marginal rank confidence set of a dyad; nil for one that is not ranked in the class.
    public func rankSet(of dyad: Dyad) -> ClosedRange<Int>? {
        dyads.first { $0.dyad == dyad }?.marginal
    }
}

extension Assessment {
    /// Sampling errors of every reading in the main window, where the plan asks for them.
    func samplingTests(work: Work) -> [SamplingTest] {
        guard let tests = plan.tests, let sampling = tests.sampling else { return [] }
        return plan.readings.enumerated().map { place, reading in
            SamplingRun(plan: sampling, seed: tests.seed, place: place, work: work.at(reading.id))
                .test(reading, of: self)
        }
    }
}
