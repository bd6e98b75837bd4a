/// What is assumed about the scale of production.
public enum ReturnsToScale: String, Sendable, CaseIterable {
    /// Any multiple of what is observed is possible (Charnes, Cooper & Rhodes 1978, CCR).
    case constant = "crs"
    /// Only mixtures of what is observed are possible (Banker, Charnes & Cooper 1984, BCC).
    case variable = "vrs"
    /// Mixtures and what is smaller in proportion are possible, nothing larger.
    case nonIncreasing = "nirs"
}

/// What is shrunk or stretched in proportion until a unit reaches the frontier.
public enum Orientation: String, Sendable, CaseIterable {
    /// The inputs, at the outputs as they are.
    case input
    /// The outputs, at the inputs as they are.
    case output
}

/// A radial model of data envelopment analysis.
public struct EfficiencyModel: Hashable, Sendable {
    public var returnsToScale: ReturnsToScale
    public var orientation: Orientation

    public init(returnsToScale: ReturnsToScale, orientation: Orientation) {
        self.returnsToScale = returnsToScale
        self.orientation = orientation
    }

    /// Efficiency from a distance: theta itself, or 1 / phi. Its own inverse.
    func efficiency(ofDistance distance: Double) -> Double {
        orientation == .input ? distance : 1 / distance
    }
}
