/// A point at which a study could have been made otherwise, in the order in which specifications are enumerated.
public enum MultiverseChoice: String, Sendable, CaseIterable {
    case window
    case referenceClass = "reference-class"
    case indicators
    case exposure, scaling, outliers, transform
    case normalisation = "normalise"
    case missingData = "missing"
    case weighting = "weights"
    case aggregation = "aggregate"

    /// The choices that say which values are scored; the others say how.
    static let ofValues: [MultiverseChoice] = [.window, .referenceClass, .indicators, .exposure]
    /// The choices by which values are prepared, whatever the weights.
    static let ofPreparation: [MultiverseChoice] = [
        .scaling, .outliers, .transform, .normalisation, .missingData,
    ]
}
