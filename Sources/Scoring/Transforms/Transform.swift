/// A function of one value, to draw in long tails, possibly fitted on the reference class.
public struct Transform: Sendable {
    public let description: MethodDescription
    /// The domain in words, for messages.
    public let domain: String
    /// From the observed values of the reference class, which most transforms do not ask for, to the function; it gives
    /// nil outside its domain.
    let fit: Fit

    typealias Fit =
        @Sendable (_ reference: () -> [Double], _ arguments: MethodArguments) -> @Sendable (Double) -> Double?

    init(
        _ description: MethodDescription, domain: String,
        fit: @escaping Fit
    ) {
        self.description = description
        self.domain = domain
        self.fit = fit
    }
}
