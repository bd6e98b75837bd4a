/// What an indicator is measured against before it is transformed.
public enum Scaling: String, Sendable, CaseIterable {
    case none
    /// The value over the mean of the reference class, so that a transform bends every indicator alike.
    case classMean = "class-mean"
}
