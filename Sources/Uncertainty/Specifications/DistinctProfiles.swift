/// Which of some specifications are the same in all but name.
///
/// Two specifications are duplicates when they rank the same class and the same units of it, give the same ranks,
/// and their standardised scores differ by at most `tolerance` for every unit. Different names for one method, a
/// scaling that a normalisation cancels, a rule for gaps where there are none, and an indicator left out that a
/// window does not have are thereby recognised without a list of such cases; so are methods that agree on these
/// data by coincidence. Each specification is compared with the first of each kind, not with its neighbour, so that
/// a run of small steps is not taken for one kind.
public struct DistinctProfiles: Sendable {
    /// In units of the standard deviation of the class's scores.
    public static let tolerance = 1e-9

    /// For each specification the first that is the same; its own place for the first of a kind.
    public let firstOfKind: [Int]

    /// The first of each kind, in order.
    public var distinct: [Int] { firstOfKind.indices.filter { firstOfKind[$0] == $0 } }

    public init(_ profiles: [ScoreProfile], tolerance: Double = Self.tolerance) {
        var byRanks: [[Int32]: [Int]] = [:]
        firstOfKind = profiles.enumerated().map { place, profile in
            let known = byRanks[profile.ranks] ?? []
            if let first = known.first(where: { profile.isSame(as: profiles[$0], tolerance: tolerance) }) {
                return first
            }
            byRanks[profile.ranks, default: []].append(place)
            return place
        }
    }
}
