/// A rule that pulls in the extreme values of an indicator, and says what it did.
public struct OutlierTreatment: Sendable {
    /// What was done to one indicator.
    public struct Report: Equatable, Sendable {
        /// Skewness and excess kurtosis of the class before, and after if anything was done; nil where they do
        /// not exist.
        public var skewnessBefore: Double?
        public var kurtosisBefore: Double?
        public var skewnessAfter: Double?
        public var kurtosisAfter: Double?
        /// How many values of the class were moved at either end.
        public var winsorisedHigh = 0
        public var winsorisedLow = 0
        /// What was done, in words: `none needed`, `3 values winsorised`, `log`.
        public var action: String

        public init(action: String) {
            self.action = action
        }
    }

    public let description: MethodDescription
    /// The treated column and its report; units outside the class are treated by the class's limits.
    let apply:
        @Sendable (_ column: [Double?], _ isReference: [Bool], _ arguments: MethodArguments) -> (
            column: [Double?], report: Report
        )

    init(
        _ description: MethodDescription,
        apply: @escaping @Sendable ([Double?], [Bool], MethodArguments) -> (column: [Double?], report: Report)
    ) {
        self.description = description
        self.apply = apply
    }
}
