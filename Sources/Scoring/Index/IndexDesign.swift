/// What an index is made of: its indicators, and the tree in which they stand.
public struct IndexDesign: Hashable, Sendable {
    /// K indicators, in the order of the table's columns.
    public let indicators: [IndicatorDesign]
    public let hierarchy: Hierarchy
    /// A label of each unit, for rules that fill a value from units of the same group; nil without groups.
    public let unitGroups: [String]?

    public init(indicators: [IndicatorDesign], hierarchy: Hierarchy, unitGroups: [String]? = nil) {
        precondition(
            hierarchy.levels[0].names.count == indicators.count, "the lowest level holds the indicators")
        self.indicators = indicators
        self.hierarchy = hierarchy
        self.unitGroups = unitGroups
    }

    /// An index of indicators in dimensions: K indices of dimensions, 0 ..< D, without gaps.
    public init(
        indicators: [IndicatorDesign], dimensions: [String], dimensionOf: [Int], unitGroups: [String]? = nil
    ) {
        self.init(
            indicators: indicators,
            hierarchy: Hierarchy(levels: [
                .init(names: indicators.map(\.id), parents: dimensionOf),
                .init(names: dimensions, parents: dimensions.map { _ in 0 }),
            ]), unitGroups: unitGroups)
    }
}

/// What a method has to know of an indicator beside its values.
public struct IndicatorDesign: Hashable, Sendable {
    public let id: String
    /// Whether more of it speaks for a unit.
    public let moreIsBetter: Bool
    /// The values that count as worst and best, for goalpost normalisation; in the transformed scale.
    public let goalposts: Goalposts?
    /// A value to measure others against, for distance to a reference.
    public let reference: Double?
    /// A transform of its own, instead of the index's.
    public let transform: MethodChoice?

    public init(
        id: String, moreIsBetter: Bool = true, goalposts: Goalposts? = nil, reference: Double? = nil,
        transform: MethodChoice? = nil
    ) {
        self.id = id
        self.moreIsBetter = moreIsBetter
        self.goalposts = goalposts
        self.reference = reference
        self.transform = transform
    }

    /// 1 when more is better, -1 when less is.
    var sign: Double { moreIsBetter ? 1 : -1 }
}

/// The worst and the best value of an indicator, fixed beforehand; the worst may be the larger one.
public struct Goalposts: Hashable, Sendable {
    public let worst: Double
    public let best: Double

    /// Nil when the two are equal.
    public init?(worst: Double, best: Double) {
        guard worst != best else { return nil }
        self.worst = worst
        self.best = best
    }
}
