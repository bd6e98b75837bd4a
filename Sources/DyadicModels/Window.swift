/// Some consecutive years in which a study looks at the dyads.
public struct Window: Hashable, Sendable {
    public let id: String
    public let years: ClosedRange<Int>

    public init(id: String, years: ClosedRange<Int>) {
        self.id = id
        self.years = years
    }
}
