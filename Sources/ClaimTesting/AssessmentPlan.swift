public import DyadicModels
public import Scoring

/// What an assessment does: windows, readings, variants and methods, in the order in which they are reported.
public struct AssessmentPlan: Sendable {
    /// A dimension and its indicators.
    public struct Dimension: Hashable, Sendable {
        public let id: String
        public var indicators: [String]

        public init(id: String, indicators: [String]) {
            self.id = id
            self.indicators = indicators
        }
    }

    /// A change of the indicators, reported beside the default.
    public struct Variant: Hashable, Sendable {
        public let id: String
        public let title: String
        /// Indicators taken out.
        public let removed: [String]
        /// Indicators put in, each with the dimension that it joins; a new dimension joins every reading named.
        public let added: [Addition]

        public init(id: String, title: String, removed: [String], added: [Addition]) {
            self.id = id
            self.title = title
            self.removed = removed
            self.added = added
        }
    }

    /// An indicator that a variant puts into a dimension.
    public struct Addition: Hashable, Sendable {
        public let indicator: String
        public let dimension: String

        public init(indicator: String, dimension: String) {
            self.indicator = indicator
            self.dimension = dimension
        }
    }

    /// Choices other than the default's, reported beside it.
    public struct Alternative: Hashable, Sendable {
        public let id: String
        public let title: String
        public let changes: Specification.Changes

        public init(id: String, title: String, changes: Specification.Changes) {
            self.id = id
            self.title = title
            self.changes = changes
        }
    }

    /// How standings by year are made.
    public struct YearlyPlan: Hashable, Sendable {
        public let years: ClosedRange<Int>
        /// Over how many years, ending with the year itself, sums are taken.
        public let trailingYears: Int
        public let dimensions: [String]

        public init(years: ClosedRange<Int>, trailingYears: Int, dimensions: [String]) {
            self.years = years
            self.trailingYears = trailingYears
            self.dimensions = dimensions
        }
    }

    /// How often gaps are imputed, beside the point scores.
    public struct ImputationPlan: Hashable, Sendable {
        public let count: Int
        public let seed: UInt64

        public init(count: Int, seed: UInt64) {
            self.count = count
            self.seed = seed
        }
    }

    /// The main window first, then the sub-windows.
    public let windows: [Window]
    public let minimumCoveredYears: Int
    public let dimensions: [Dimension]
    public let readings: [Reading]
    public let specification: Specification
    public let variants: [Variant]
    public let alternatives: [Alternative]
    public let yearly: YearlyPlan?
    /// Indicators that are reported in every window and scored in none.
    public let shownBeside: [String]
    public let imputation: ImputationPlan?
    public let tests: TestPlan?
    /// Other classes that the claim may have meant; every reading is ranked in each of them too.
    public let classes: [DeclaredClass]
    /// What is said of indicators and dimensions beside their values.
    public let metadata: IndexMetadata
    /// What is done in a class of many dyads.
    public let largeClass: LargeClassPlan

    public init(
        windows: [Window], minimumCoveredYears: Int, dimensions: [Dimension], readings: [Reading],
        specification: Specification, variants: [Variant], alternatives: [Alternative], yearly: YearlyPlan?,
        shownBeside: [String], imputation: ImputationPlan? = nil, tests: TestPlan? = nil,
        classes: [DeclaredClass] = [], metadata: IndexMetadata = IndexMetadata(),
        largeClass: LargeClassPlan = LargeClassPlan()
    ) {
        self.windows = windows
        self.minimumCoveredYears = minimumCoveredYears
        self.dimensions = dimensions
        self.readings = readings
        self.specification = specification
        self.variants = variants
        self.alternatives = alternatives
        self.yearly = yearly
        self.shownBeside = shownBeside
        self.imputation = imputation
        self.tests = tests
        self.classes = classes
        self.metadata = metadata
        self.largeClass = largeClass
    }

    /// The default method, without what values are measured against.
    public var method: ScoringMethod { specification.method }

    /// Every indicator that the default, a variant or the tables beside them use, in order of first use.
    public var indicatorIDs: [String] {
        var ids: [String] = []
        let named =
            dimensions.flatMap(\.indicators) + variants.flatMap(\.added).map(\.indicator) + shownBeside
        for id in named where !ids.contains(id) { ids.append(id) }
        return ids
    }
}
