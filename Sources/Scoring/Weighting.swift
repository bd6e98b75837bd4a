/// How much each indicator counts.
public enum Weighting: String, Sendable, CaseIterable {
    /// Every dimension the same, and inside a dimension every indicator the same.
    case equalByDimension = "equal"
    /// Every indicator the same, whatever its dimension.
    case equalByIndicator = "equal-indicator"

    /// Weights of dimensions and of indicators inside their dimension; both sum to one.
    ///
    /// - Parameter sizes: the number of indicators of each dimension, all above zero.
    func weights(dimensionSizes sizes: [Int]) -> (dimensions: [Double], indicators: [[Double]]) {
        let inside = sizes.map { Array(repeating: 1 / Double($0), count: $0) }
        switch self {
        case .equalByDimension:
            return (sizes.map { _ in 1 / Double(sizes.count) }, inside)
        case .equalByIndicator:
            let total = Double(sizes.reduce(0, +))
            return (sizes.map { Double($0) / total }, inside)
        }
    }
}
