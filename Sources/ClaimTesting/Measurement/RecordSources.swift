public import Dyads

/// What the records of a study rest on, beside the panel: made where the data are read.
public struct RecordSources: Sendable {
    /// What rests on each package, and what is left without it.
    public var packages: [InfluenceSource] = []
    /// The two records of each comparison that the plan declares.
    public var comparisons: [ComparedRecords] = []

    public init() {}
}

/// The two records of a comparison of sources.
public struct ComparedRecords: Sendable {
    public let comparison: AssessmentPlan.SourceComparison
    public let first: Panel.Column
    public let second: Panel.Column
    /// The dyads that both looked at; nil for all.
    public let dyads: Set<Dyad>?

    public init(
        _ comparison: AssessmentPlan.SourceComparison, first: Panel.Column, second: Panel.Column,
        dyads: Set<Dyad>? = nil
    ) {
        self.comparison = comparison
        self.first = first
        self.second = second
        self.dyads = dyads
    }
}
