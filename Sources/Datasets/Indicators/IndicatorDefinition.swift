import Dyads

/// An indicator and where its observations are: one file in `datasets/indicators/`.
public struct IndicatorDefinition: Sendable {
    public let indicator: Indicator
    let data: DataSource

    /// The packages that the indicator is made from, sorted.
    public var packages: [String] {
        switch data {
        case .series(let source): [source.package]
        case .treaties(let source): source.collections.keys.sorted()
        case .status(let source): [source.package]
        case .datedRows(let source): [source.package]
        }
    }
}

/// How rows of data packages become an indicator's observations.
enum DataSource: Sendable {
    case series(SeriesSource)
    case treaties(TreatySource)
    case status(StatusSource)
    case datedRows(DatedRowsSource)
}

/// A column of a table of dyad-years; an empty cell is a missing value.
struct SeriesSource: Sendable {
    let package: String
    let table: String
    let column: String
    /// A column that names the source of each row, where a series is spliced from several.
    let sourceColumn: String?
}

/// Treaties of one or more collections, each counted once in the year of its own beginning.
struct TreatySource: Sendable {
    enum PartyNumber: String, Sendable, CaseIterable {
        case two
        case threeOrMore = "three-or-more"
    }

    enum Weight: String, Sendable, CaseIterable {
        case one
        /// 1 / (parties - 1): what a treaty adds to each of a state's pairs sums to one.
        case oneOverOtherParties = "one-over-other-parties"
    }

    enum Identity: String, Sendable, CaseIterable {
        /// Two entries are one treaty only if their identifiers are the same text.
        case identicalID = "identical-id"
        /// Collections tag identifiers with bracketed letters and date them differently: the same identifier
        /// without the tag, the same parties and a date that agrees as far as both give it are one treaty.
        case matchingID = "matching-id"
    }

    /// The last year that each collection covers.
    let collections: [String: Int]
    let parties: PartyNumber
    let weight: Weight
    let identity: Identity
}

/// Rows that begin in a year and stay: the status is 1 from then on.
struct StatusSource: Sendable {
    let package: String
    let table: String
    let sinceColumn: String
}

/// Rows with dates of unequal precision, to be counted.
struct DatedRowsSource: Sendable {
    enum Undated: String, Sendable, CaseIterable {
        /// A row whose date is not known may lie in any window.
        case undetermined
        /// A row without a year is not counted.
        case leftOut = "left-out"
    }

    let package: String
    let table: String
    let yearColumn: String
    /// Columns whose years bound the date from above.
    let noLaterThanColumns: [String]
    /// Columns with the values that a row must have to count.
    let filter: [String: [String]]
    let undated: Undated
}
