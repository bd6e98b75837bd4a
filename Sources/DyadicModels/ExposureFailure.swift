/// Why an expectation cannot be formed, in words for the report.
public struct ExposureFailure: Error, Equatable, Sendable, CustomStringConvertible {
    public let reason: String

    public init(_ reason: String) {
        self.reason = reason
    }

    public var description: String { reason }
}
