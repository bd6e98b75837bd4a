public import Dyads
public import DyadicModels
public import Scoring

/// Everything that is found about a claim, ready to be reported.
public struct Assessment: Sendable {
    /// A composite or a single dimension in one window.
    public struct Scored: Sendable {
        public let window: Window
        public let subject: Subject
        public let outcome: Outcome

        /// The standing, where there is one.
        public var standing: Standing? {
            if case .scored(_, let standing) = outcome { standing } else { nil }
        }

        /// The ranks, where there are any.
        public var ranking: DyadRanking? {
            if case .scored(let scored, _) = outcome { scored.ranking } else { nil }
        }

        /// The composite with all its stages; nil for a reading of another kind.
        public var scores: DyadScores? {
            if case .scored(let scored, _) = outcome, case .composite(let scores) = scored.evidence {
                scores
            } else {
                nil
            }
        }

        /// What this says about the decision rule.
        public var finding: DefaultFinding {
            guard let standing else { return .notAssessable }
            return standing.rank > 1 ? .notFirst : standing.isTied ? .tiedForFirst : .firstInDefault
        }
    }

    /// What was scored.
    public enum Subject: Hashable, Sendable {
        case reading(id: String, isPrimary: Bool)
        case dimension(String)

        public var id: String {
            switch self {
            case .reading(let id, _): id
            case .dimension(let id): id
            }
        }

        /// `reading` or `dimension`, for tables.
        public var kind: String {
            if case .reading = self { "reading" } else { "dimension" }
        }

        public var isPrimary: Bool {
            if case .reading(_, let isPrimary) = self { isPrimary } else { false }
        }
    }

    public enum Outcome: Sendable {
        case scored(ScoredDyads, Standing)
        case notAssessable(reason: String)
    }

    /// What dyads would be expected to have on an indicator in a window.
    public struct Expectation: Sendable {
        public let window: Window
        public let exposure: Exposure
        public let indicator: Indicator
        public let column: ExposedColumn
    }

    /// What the bootstrap says about the efficiencies of a reading.
    public struct EfficiencyIntervals: Sendable {
        public let window: Window
        public let reading: String
        /// One a measured dyad of the reading's scores, or why there are none.
        public let intervals: Result<[CorrectedEfficiency?], Absence>
    }

    /// Scores of a composite reading under many completions of its missing values.
    public struct ImputedScores: Sendable {
        public let window: Window
        public let reading: String
        public let outcome: Result<MultipleImputation, Absence>
    }

    /// An indicator's entry into a window, or the reason against it.
    public struct Entry: Sendable {
        public let window: Window
        public let indicator: Indicator
        public let column: WindowColumn
    }

    /// The target's standing when one thing is done differently.
    public struct Comparison: Sendable {
        public enum Kind: String, Sendable { case indicators, method, undetermined }

        public let id: String
        public let title: String
        public let kind: Kind
        public let window: Window
        public let reading: String
        /// Nil when the reading is then not assessable.
        public let standing: Standing?
        public let reason: String?
    }

    /// Ranks in one year.
    public struct YearStanding: Sendable {
        public let year: Int
        /// A dimension, or the composite of all yearly dimensions.
        public let subject: String
        /// What the scores rest on, as `indicator: sources`; a change breaks the series.
        public let basis: [String]
        public let ranking: DyadRanking
        public let standing: Standing
    }

    public let claim: Claim
    public let plan: AssessmentPlan
    public let panel: Panel
    public let entries: [Entry]
    /// For every exposure that a specification of the plan names, in the order of windows and indicators.
    public let expectations: [Expectation]
    /// Readings, then dimensions, for each window in turn.
    public let scored: [Scored]
    /// For efficiency readings that ask for a bootstrap.
    public let efficiencyIntervals: [EfficiencyIntervals]
    /// For composite readings with gaps in the class, where the plan asks for imputations.
    public let imputations: [ImputedScores]
    public let comparisons: [Comparison]
    /// By subject, then year.
    public let years: [YearStanding]
    /// Years in which a subject could not be assessed, with the reason.
    public let missingYears: [(subject: String, year: Int, reason: String)]
    /// What the tests of the claim found.
    public internal(set) var tests = TestResults()

    /// The result of a reading or a dimension in a window.
    public func result(_ subject: String, in window: String) -> Scored? {
        scored.first { $0.subject.id == subject && $0.window.id == window }
    }

    /// The id of the main window.
    public var mainWindow: String { plan.windows[0].id }

    /// The default specification's finding for each primary reading in the main window.
    public var primaryFindings: [Scored] {
        scored.filter { $0.subject.isPrimary && $0.window.id == mainWindow }
    }
}
