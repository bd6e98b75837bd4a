/// What is counted beside first places.
public struct AcceptabilityDetail: Hashable, Sendable {
    /// How many places, from the best, are counted one by one; nil for all. Memory is 8 bytes x followed units x places.
    public var places: Int?
    /// The units whose places are counted, and the first of the pairs that are; nil for all. First places, mean ranks
    /// and central weights are counted for all units in any case.
    public var followed: [Int]?
    /// Whether to count mean ranks. Without them, and without places, pairs and orders, no draw needs to be sorted.
    public var countsMeanRanks: Bool
    /// Whether to count, for followed units and all units of the class, the draws in which the first ranks above the
    /// second; 4 bytes x followed members x members.
    public var countsPairs: Bool
    /// Whether to count complete orders of the class, for their entropy. Memory grows with the number of different
    /// orders, which for many units is the number of draws.
    public var countsOrders: Bool

    public init(
        places: Int? = nil, followed: [Int]? = nil, countsMeanRanks: Bool = true, countsPairs: Bool = false,
        countsOrders: Bool = false
    ) {
        self.places = places
        self.followed = followed
        self.countsMeanRanks = countsMeanRanks
        self.countsPairs = countsPairs
        self.countsOrders = countsOrders
    }

    /// First places and central weights alone.
    public static let firstPlaces = AcceptabilityDetail(places: 0, countsMeanRanks: false)

    /// Whether any count needs the order of the class.
    var needsOrder: Bool { countsMeanRanks || countsPairs || countsOrders || places != 0 }
}
