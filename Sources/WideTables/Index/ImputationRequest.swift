import Diagnostics

/// How often gaps are to be drawn, apart from the point scores.
public struct ImputationRequest: Sendable {
    public let count: Int
    public let seed: UInt64

    /// - Throws: `Diagnostic` (wrong argument) for fewer than 2 or more than 10,000 imputations.
    public init(count: Int, seed: UInt64) throws(Diagnostic) {
        guard (2...10_000).contains(count) else {
            throw Diagnostic(
                .wrongArgument, rule: "--imputations must be a number from 2 to 10000", found: "\(count)")
        }
        self.count = count
        self.seed = seed
    }
}
