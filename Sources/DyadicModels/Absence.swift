/// Why something cannot be computed from what is there, in words for the reader.
public struct Absence: Error, Hashable, Sendable, CustomStringConvertible {
    public let reason: String

    public init(_ reason: String) {
        self.reason = reason
    }

    public var description: String { reason }
}
