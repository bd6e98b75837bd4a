/// A point on the globe.
public struct Location: Hashable, Sendable {
    /// Degrees north; -90 to 90.
    public let latitude: Double
    /// Degrees east; -180 to 180.
    public let longitude: Double

    /// Nil for what is not on the globe.
    public init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }
}
