/// A state and the days on which it was a member of the state system.
public struct State: Hashable, Sendable {
    /// ISO 3166-1 alpha-3; the key.
    public let code: StateCode
    /// The common English name.
    public let name: String
    /// The number in the Correlates of War state system.
    public let cowNumber: Int
    /// The number in the Gleditsch-Ward list.
    public let gleditschWardNumber: Int
    /// Membership in the Correlates of War state system.
    public let membership: MembershipSpan

    public init(
        code: StateCode, name: String, cowNumber: Int, gleditschWardNumber: Int, membership: MembershipSpan
    ) {
        self.code = code
        self.name = name
        self.cowNumber = cowNumber
        self.gleditschWardNumber = gleditschWardNumber
        self.membership = membership
    }
}

/// From the first day to the last, both included; no last day for a state that still exists.
public struct MembershipSpan: Hashable, Sendable {
    public let first: CalendarDay
    public let last: CalendarDay?

    /// Nil when the last day is before the first.
    public init?(first: CalendarDay, last: CalendarDay? = nil) {
        if let last, last < first { return nil }
        self.first = first
        self.last = last
    }

    /// Whether two spans and a calendar year have a day in common.
    ///
    /// This, not "both were members in that year", is what makes a dyad-year: two states of which one ended in
    /// March and the other began in June never formed a pair.
    public func sharesDay(with other: MembershipSpan, in year: Int) -> Bool {
        let begin = max(first, other.first)
        let ends = [last, other.last].compactMap { $0 }
        guard begin.year <= year else { return false }
        guard let end = ends.min() else { return true }
        return end >= begin && end.year >= year
    }
}
