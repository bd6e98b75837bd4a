/// What is counted beside first places and mean ranks.
public struct AcceptabilityDetail: Hashable, Sendable {
    /// How many places, from the best, are counted one by one; nil for all. Memory is 8 bytes x units x places.
    public var places: Int?
    /// Whether to count, for every pair of the class, the draws in which the first ranks above the second; 8 bytes x
    /// members squared.
    public var countsPairs: Bool
    /// Whether to count complete orders of the class, for their entropy. Memory grows with the number of different
    /// orders, which for many units is the number of draws.
    public var countsOrders: Bool

    public init(places: Int? = nil, countsPairs: Bool = false, countsOrders: Bool = false) {
        self.places = places
        self.countsPairs = countsPairs
        self.countsOrders = countsOrders
    }
}
