import Dyads
import DyadicModels
public import Uncertainty
import WorkPieces

/// What the tests of the claim found, one part a doubt; empty where the plan does not ask for it.
public struct TestResults: Sendable {
    /// Composite readings in the main window under random weights.
    public internal(set) var weights: [WeightTest] = []
    /// The same readings by linear programs.
    public internal(set) var exactWeights: [ExactWeightTest] = []
    /// How variables of pairs go together.
    public internal(set) var associations: AssociationTests?
    /// Every reading but the efficiencies under every admissible specification; a failure when the space is too large.
    public internal(set) var multiverse: Result<[Multiverse], MultiverseFailure> = .success([])
    /// All doubts at once, for every reading of the main window.
    public internal(set) var joint: [JointTest] = []
    /// What single records, under-reporting and gaps do.
    public internal(set) var records: [RecordTests] = []
    /// What the sampling of years leaves open about every reading in the main window.
    public internal(set) var sampling: [SamplingTest] = []

    /// Every reading in the classes that the claim may have meant.
    public internal(set) var classes: [ClassStanding] = []
    /// Whether the dyads that the claim leaves out stand above, one a reading and window.
    public internal(set) var exceptions: [ExceptionTest] = []
    /// How sources disagree, and the ranks under errors of that size; nil if not asked for.
    public internal(set) var measurement: MeasurementTest?

    /// The readings under every admissible specification, where they were explored.
    public var explored: [Multiverse] { (try? multiverse.get()) ?? [] }

    /// The acceptability of a reading in the main window on the uniform space; nil if it was not asked for or has no
    /// answer.
    public func acceptability(of reading: String) -> Acceptability? {
        weights.first { $0.reading == reading && $0.isUniform }.flatMap { try? $0.outcome.get() }
    }

    /// The sampling error of a reading in the main window; nil if it was not asked for or has no answer.
    public func samplingError(of reading: String) -> SamplingError? {
        sampling.first { $0.reading == reading }.flatMap { try? $0.outcome.get() }
    }

    init() {}

    /// Runs the tests that an assessment's plan asks for.
    init(of assessment: Assessment, covariates: Covariates?, sources: RecordSources, work: Work) {
        classes = assessment.classStandings(covariates: covariates)
        exceptions = assessment.exceptionTests()
        guard let tests = assessment.plan.tests else { return }
        weights = assessment.weightTests(work: work.at("weights"))
        measurement = assessment.measurementTest(sources, work: work.at("measurement"))
        (multiverse, joint) = Self.specificationTests(
            of: assessment, tests, covariates: covariates, errors: measurement?.doubts ?? [], work: work)
        exactWeights = assessment.exactWeightTests()
        associations = assessment.associationTests(covariates: covariates, work: work.at("associations"))
        records = assessment.recordTests(
            sources: sources.packages, covariates: covariates, work: work.at("records"))
        sampling = assessment.samplingTests(work: work.at("sampling"))
    }

    /// The tests that score many specifications, on window values that are made once for both.
    ///
    /// Joint draws rest on which specifications are admissible and distinct, so that with them every shard explores the
    /// multiverse whole.
    private static func specificationTests(
        of assessment: Assessment, _ tests: AssessmentPlan.TestPlan, covariates: Covariates?,
        errors: [ReportingErrorSampler.Doubt], work: Work
    ) -> (Result<[Multiverse], MultiverseFailure>, [JointTest]) {
        guard tests.space != nil || tests.joint != nil else { return (.success([]), []) }
        let (claim, plan, panel) = (assessment.claim, assessment.plan, assessment.panel)
        // Made once it is known that the space is not too large.
        lazy var columns = MultiverseColumns(
            for: plan, space: tests.space ?? .none, claim: claim, panel: panel, covariates: covariates,
            expectations: assessment.expectations)
        var multiverse = Result<[Multiverse], MultiverseFailure>.success([])
        if let space = tests.space {
            let exploring = work.at("multiverse")
            multiverse = Result { () throws(MultiverseFailure) in
                try exploreMultiverse(
                    of: claim, plan: plan, space: space, panel: panel,
                    work: tests.joint == nil ? exploring : exploring.whole
                ) { columns }
            }
        }
        guard tests.joint != nil, case .success(let explored) = multiverse else { return (multiverse, []) }
        return (
            multiverse,
            assessment.jointTests(
                columns: columns, multiverse: explored, errors: errors, work: work.at("joint"))
        )
    }
}
