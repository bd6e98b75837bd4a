public import DyadicModels
public import Uncertainty
import WorkPieces

/// All doubts at once, for one reading in the main window.
public struct JointTest: Sendable {
    /// What was found in the draws.
    public struct Finding: Sendable {
        /// The doubts that the study leaves open, in the order of `JointDoubt.allCases`.
        public let doubts: [JointDoubt]
        /// How often each dyad of the claim's class had each rank.
        public let ranks: DyadRankCounts
        /// The target's place among the dyads of `ranks`.
        public let target: Int
        /// What each doubt accounts for in the variance of the target's rank, in the order of `doubts`; or why this is
        /// not known.
        public let effects: Result<SobolIndices, Absence>

        /// J of the decision rule: the share of draws in which the target is first, alone or with others; nil when no
        /// draw has an answer.
        public var shareFirst: MonteCarloShare? {
            ranks.draws > 0 ? ranks.share(of: target, rank: 1) : nil
        }
    }

    public let reading: String
    public let outcome: Result<Finding, Absence>

    /// The finding, where there is one.
    public var finding: Finding? { try? outcome.get() }
}

extension Assessment {
    /// Joint draws over all doubts on every reading of the main window that can be scored.
    ///
    /// A draw takes one of the distinct admissible specifications of the reading (those of the multiverse; without them
    /// the default), puts random weights in the place of its weighting, makes window values from resampled years,
    /// multiplies them by reporting errors, counts each row of undetermined date with a probability, and ranks the class.
    /// Everything that is fitted on the class is fitted again; expectations stay as they were made from the record.
    ///
    /// Holds: the result depends on the seed alone, not on the number of workers; draws are independent. Does not hold:
    /// J is no probability that the claim is true. It says how often the claim would have come out if every choice and
    /// error that is declared had been drawn anew, and it inherits what was declared.
    ///
    /// - Parameters:
    ///   - columns: those of the multiverse.
    ///   - errors: what errs together by the comparison of sources, and how much.
    func jointTests(
        columns: MultiverseColumns, multiverse: [Multiverse], errors: [ReportingErrorSampler.Doubt],
        work: Work
    ) -> [JointTest] {
        guard let tests = plan.tests, let joint = tests.joint else { return [] }
        return plan.readings.compactMap { reading in
            guard result(reading.id, in: mainWindow)?.standing != nil else { return nil }
            return JointTest(
                reading: reading.id,
                outcome: Result { () throws(Absence) in
                    try JointDraws(
                        of: reading, in: self, columns: columns,
                        multiverse: multiverse.first { $0.reading == reading.id }, errors: errors,
                        plan: joint, seed: tests.seed
                    ).finding(work: work.at(reading.id))
                })
        }
    }
}
