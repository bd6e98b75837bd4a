import Foundation

/// What an indicator is measured against before it is transformed.
public enum Scaling: String, Sendable, CaseIterable {
    case none
    /// The value over the mean of the reference class, so that a transform bends every indicator alike.
    case classMean = "class-mean"
}

/// A function of one value, to draw in long tails.
public enum Transform: String, Sendable, CaseIterable {
    case identity
    /// log(1 + x), for x > -1.
    case log1p
    /// The square root, for x >= 0.
    case sqrt

    /// The transformed value; nil outside the transform's domain.
    public func callAsFunction(_ value: Double) -> Double? {
        switch self {
        case .identity: value
        case .log1p: value > -1 ? Foundation.log1p(value) : nil
        case .sqrt: value >= 0 ? value.squareRoot() : nil
        }
    }

    /// The domain in words, for messages.
    var domain: String {
        switch self {
        case .identity: "any value"
        case .log1p: "values above -1"
        case .sqrt: "values that are not negative"
        }
    }
}
