/// What a source looked at, and what its silence means there.
///
/// Inside coverage, a count that is not recorded is a true zero (unless the source is known to leave gaps);
/// outside coverage it is missing. The two are never confused.
public struct Coverage: Hashable, Sendable {
    /// The meaning of "no record" inside coverage.
    public enum Silence: String, Sendable, CaseIterable {
        /// The source looked and found none.
        case zero
        /// The source lists what it has; what it does not list is unknown.
        case missing
    }

    /// The years looked at, in order.
    public let years: [Int]
    /// States that the source claims to cover but does not, for a known reason.
    public let excludedStates: Set<StateCode>
    public let silence: Silence

    public init(years: some Sequence<Int>, excludedStates: Set<StateCode> = [], silence: Silence) {
        self.years = Set(years).sorted()
        self.excludedStates = excludedStates
        self.silence = silence
    }

    /// Whether the source looked at this dyad in this year.
    public func includes(_ dyad: Dyad, year: Int) -> Bool {
        !excludedStates.contains(dyad.first) && !excludedStates.contains(dyad.second) && years.contains(year)
    }
}
