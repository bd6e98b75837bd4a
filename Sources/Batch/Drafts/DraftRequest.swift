public import Dyads

/// What a newcomer says of a claim of their own; the rest of a study file is filled in.
public struct DraftRequest: Sendable {
    /// The study's name, which is also that of its results folder.
    public var id: String
    public var target: String
    /// ISO codes; all states of the data packages if empty.
    public var states: [String]
    /// States whose pairs the claim leaves out.
    public var excluded: [String]
    public var title: String?
    public var statement: String
    public var superlative: String
    public var className: String?
    public var years: ClosedRange<Int>
    /// Indicators in the order of the file; those with data if empty.
    public var indicators: [String]
    /// The key of the claim's source in references.bib.
    public var citation: String
    public var authors: [String]
    /// The date that a deposit of the results bears.
    public var published: CalendarDay

    public init(
        id: String, target: String, states: [String], excluded: [String], title: String?, statement: String,
        superlative: String, className: String?, years: ClosedRange<Int>, indicators: [String],
        citation: String, authors: [String], published: CalendarDay
    ) {
        (self.id, self.target, self.states, self.excluded) = (id, target, states, excluded)
        (self.title, self.statement, self.superlative) = (title, statement, superlative)
        (self.className, self.years, self.indicators) = (className, years, indicators)
        (self.citation, self.authors, self.published) = (citation, authors, published)
    }
}
