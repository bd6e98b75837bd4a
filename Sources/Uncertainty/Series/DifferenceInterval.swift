/// The difference of two scores with its interval, in units of the scores.
public struct DifferenceInterval: Hashable, Sendable {
    public let estimate: Double
    public let standardError: Double
    public let degreesOfFreedom: Int
    public let lower: Double
    public let upper: Double
}
