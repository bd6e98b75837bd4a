public import Dyads

/// What dyads put in and what they make, on ratio scales.
public struct Production: Sendable {
    public let dyads: [Dyad]
    public let isInClass: [Bool]
    /// Contacts relative to the class's average, one a dyad; nil where nothing was observed.
    public let input: [Double?]
    /// The indicators that the input is made of.
    public let inputIndicators: [String]
    /// Counts by indicator, one a dyad each.
    public let outputs: [(indicator: String, values: [Double?])]

    public init(
        dyads: [Dyad], isInClass: [Bool], input: [Double?], inputIndicators: [String],
        outputs: [(indicator: String, values: [Double?])]
    ) {
        self.dyads = dyads
        self.isInClass = isInClass
        self.input = input
        self.inputIndicators = inputIndicators
        self.outputs = outputs
    }

    /// The units with an input and every output, in the order of the dyads.
    public var complete: [Int] {
        dyads.indices.filter { unit in
            input[unit] != nil && outputs.allSatisfy { $0.values[unit] != nil }
        }
    }
}
