/// A measured column: what it measures, how it is scaled, and where it comes from.
public struct Indicator: Hashable, Sendable {
    /// What kind of number it is.
    public enum Kind: String, Sendable, CaseIterable { case count, stock, flow, binary, share }

    /// Whether more of it speaks for or against a pair.
    public enum Direction: String, Sendable, CaseIterable { case more, less }

    /// How the values of several years become one value of a window (the study design calls the whole family
    /// "operators over years").
    public enum YearOperator: String, Sendable, CaseIterable {
        /// Share of the year's total over the observed dyads of the reference class, then the mean over the
        /// covered years: for series whose volume shifts from year to year for reasons outside the dyads.
        case shareOfYear = "share-of-year"
        /// The mean over the covered years.
        case mean
        /// The sum over the covered years.
        case sum
        /// The value at the source's date: a cross-section, or the mean of several.
        case snapshot
        /// The number of dated rows that lie in the window.
        case datedCount = "dated-count"
    }

    public let id: String
    public let title: String
    public let dimension: String
    public let kind: Kind
    public let unit: String
    public let direction: Direction
    public let yearOperator: YearOperator
    public let coverage: Coverage
    public let definition: String
    /// Keys into `references.bib`.
    public let citations: [String]

    public init(
        id: String, title: String, dimension: String, kind: Kind, unit: String, direction: Direction,
        yearOperator: YearOperator, coverage: Coverage, definition: String, citations: [String]
    ) {
        self.id = id
        self.title = title
        self.dimension = dimension
        self.kind = kind
        self.unit = unit
        self.direction = direction
        self.yearOperator = yearOperator
        self.coverage = coverage
        self.definition = definition
        self.citations = citations
    }

    /// The same indicator with another coverage.
    public func covering(_ coverage: Coverage) -> Indicator {
        Indicator(
            id: id, title: title, dimension: dimension, kind: kind, unit: unit, direction: direction,
            yearOperator: yearOperator, coverage: coverage, definition: definition, citations: citations)
    }

    /// Whether it counts or adds up things, some of which a record may overlook; a state of things (binary) and a share
    /// are not recorded in part.
    public var isCounted: Bool { kind != .binary && kind != .share }
}
