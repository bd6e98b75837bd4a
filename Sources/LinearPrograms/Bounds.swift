extension LinearProgram {
    /// Where a column or a row may lie; both ends belong to it, and infinite ends bound nothing.
    public struct Bounds: Equatable, Sendable {
        public var lower: Double
        public var upper: Double

        public init(lower: Double, upper: Double) {
            self.lower = lower
            self.upper = upper
        }

        public static let free = Bounds(lower: -.infinity, upper: .infinity)
        public static let notNegative = Bounds(lower: 0, upper: .infinity)
        public static func atLeast(_ value: Double) -> Bounds { Bounds(lower: value, upper: .infinity) }
        public static func atMost(_ value: Double) -> Bounds { Bounds(lower: -.infinity, upper: value) }
        public static func equal(to value: Double) -> Bounds { Bounds(lower: value, upper: value) }
    }
}
