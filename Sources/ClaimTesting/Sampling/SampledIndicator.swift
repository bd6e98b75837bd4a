/// How an indicator takes part in the sampling error of a reading.
public struct SampledIndicator: Hashable, Sendable {
    public enum Treatment: Hashable, Sendable {
        /// Its years are sampled together with those of all indicators of its group, which have the same covered
        /// years; groups are numbered from 1. The block length is that of the bootstrap, in years.
        case resampled(group: Int, blockLength: Int)
        case heldFixed(reason: String)
    }

    public let id: String
    /// Its nominal weight in the composite; nil for a reading that is none.
    public let weight: Double?
    /// The covered years in the window; none for dated rows.
    public let years: [Int]
    public let treatment: Treatment

    public var isHeldFixed: Bool {
        if case .heldFixed = treatment { true } else { false }
    }
}
