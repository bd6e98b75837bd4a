extension AssessmentPlan {
    /// Two independent records of one thing, declared before the run: how they disagree sizes the error of each.
    public struct SourceComparison: Hashable, Sendable {
        /// Where the two records are.
        public enum Records: Hashable, Sendable {
            /// Two indicators of the study. Where they measure partly different things, their disagreement is an upper
            /// bound of the error of either.
            case indicators(String, String)
            /// One indicator, from each of two packages alone. Where the packages select differently, again an upper bound.
            case packages(indicator: String, String, String)
            /// One indicator, from the coding and from a second table of its package with the same columns.
            case codings(indicator: String, secondTable: String)
        }

        public let id: String
        public let records: Records
        /// The dimension whose counted indicators err as much.
        public let dimension: String

        public init(id: String, records: Records, dimension: String) {
            self.id = id
            self.records = records
            self.dimension = dimension
        }

        /// What tables call the two records.
        public var names: (first: String, second: String) {
            switch records {
            case .indicators(let first, let second): (first, second)
            case .packages(let indicator, let first, let second):
                ("\(indicator) from \(first)", "\(indicator) from \(second)")
            case .codings(let indicator, let table): (indicator, "\(indicator) by \(table)")
            }
        }
    }

    /// How the doubt about measurement is tested.
    public struct MeasurementPlan: Hashable, Sendable {
        /// Draws of reporting errors for each reading.
        public let draws: Int
        public let comparisons: [SourceComparison]

        public init(draws: Int, comparisons: [SourceComparison]) {
            self.draws = draws
            self.comparisons = comparisons
        }
    }
}
