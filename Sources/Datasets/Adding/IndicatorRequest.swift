import Diagnostics
import Dyads

/// What a user says about a table of their own that is to become an indicator.
public struct IndicatorRequest: Sendable {
    public typealias Kind = Indicator.Kind
    public typealias Direction = Indicator.Direction
    public typealias Silence = Coverage.Silence

    /// How years become a window's value; a table of dyad-years has no dated rows to count.
    public enum YearOperator: String, Sendable, CaseIterable {
        case shareOfYear = "share-of-year"
        case mean, sum, snapshot
    }

    /// What A-B and B-A in one year are.
    public enum Directions: String, Sendable, CaseIterable {
        /// A mistake: dyads have no direction.
        case refuse
        /// Two flows, whose sum is the dyad's.
        case sum
        /// Two reports of one thing, whose mean is taken.
        case mean
    }

    /// The columns of the table.
    public struct Columns: Sendable {
        public var stateA: String
        public var stateB: String
        public var year: String
        public var value: String
        public var codes: StateCodeScheme

        public init(stateA: String, stateB: String, year: String, value: String, codes: StateCodeScheme) {
            self.stateA = stateA
            self.stateB = stateB
            self.year = year
            self.value = value
            self.codes = codes
        }
    }

    /// What the source looked at.
    public struct CoverageRequest: Sendable {
        public var firstYear: Int
        public var lastYear: Int
        public var withoutStates: [String]
        public var unrecorded: Silence

        public init(firstYear: Int, lastYear: Int, withoutStates: [String], unrecorded: Silence) {
            self.firstYear = firstYear
            self.lastYear = lastYear
            self.withoutStates = withoutStates
            self.unrecorded = unrecorded
        }
    }

    /// What is known about the source.
    public struct Origin: Sendable {
        public var definition: String
        public var citation: String
        public var source: String
        public var licence: String

        public init(definition: String, citation: String, source: String, licence: String) {
            self.definition = definition
            self.citation = citation
            self.source = source
            self.licence = licence
        }
    }

    public var id: String
    public var title: String
    public var dimension: String
    public var kind: Kind
    public var unit: String
    public var direction: Direction
    public var yearOperator: YearOperator
    public var columns: Columns
    public var coverage: CoverageRequest
    public var origin: Origin
    public var directions: Directions
    /// Whether an indicator of this id that was added before gives way.
    public var replaces: Bool

    public init(
        id: String, title: String, dimension: String, kind: Kind, unit: String, direction: Direction,
        yearOperator: YearOperator, columns: Columns, coverage: CoverageRequest, origin: Origin,
        directions: Directions = .refuse, replaces: Bool = false
    ) {
        self.id = id
        self.title = title
        self.dimension = dimension
        self.kind = kind
        self.unit = unit
        self.direction = direction
        self.yearOperator = yearOperator
        self.columns = columns
        self.coverage = coverage
        self.origin = origin
        self.directions = directions
        self.replaces = replaces
    }
}
