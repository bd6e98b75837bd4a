import Dyads
import DyadicModels
public import Uncertainty

/// What the tests of the claim found, one part a doubt; empty where the plan does not ask for it.
public struct TestResults: Sendable {
    /// Composite readings in the main window under random weights.
    public internal(set) var weights: [WeightTest] = []
    /// Every reading but the efficiencies under every admissible specification; a failure when the space is too large.
    public internal(set) var multiverse: Result<[Multiverse], MultiverseFailure> = .success([])
    /// What single records, under-reporting and gaps do.
    public internal(set) var records: [RecordTests] = []
    /// How sources disagree, and the ranks under errors of that size; nil if not asked for.
    public internal(set) var measurement: MeasurementTest?

    /// The readings under every admissible specification, where they were explored.
    public var explored: [Multiverse] { (try? multiverse.get()) ?? [] }

    /// The acceptability of a reading in the main window; nil if it was not asked for or has no answer.
    public func acceptability(of reading: String) -> Acceptability? {
        weights.first { $0.reading == reading }.flatMap { try? $0.outcome.get() }
    }

    init() {}

    /// Runs the tests that an assessment's plan asks for.
    init(of assessment: Assessment, covariates: Covariates?, sources: RecordSources) {
        guard let tests = assessment.plan.tests else { return }
        weights = assessment.weightTests()
        if let space = tests.space {
            multiverse = Result { () throws(MultiverseFailure) in
                try exploreMultiverse(
                    of: assessment.claim, plan: assessment.plan, space: space, panel: assessment.panel,
                    covariates: covariates)
            }
        }
        records = assessment.recordTests(sources: sources.packages, covariates: covariates)
        measurement = assessment.measurementTest(sources)
    }
}
