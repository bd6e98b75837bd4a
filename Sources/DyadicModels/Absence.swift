public import WorkPieces

/// Why something cannot be computed from what is there, in words for the reader.
public struct Absence: Error, Hashable, Sendable, CustomStringConvertible {
    public let reason: String

    public init(_ reason: String) {
        self.reason = reason
    }

    public var description: String { reason }
}

extension Absence {
    /// Of what `Work` divides among shards, in one of them.
    public static var elsewhere: Absence { Absence("it is divided among shards, and this is one of them") }
}

extension Absence: Storable {
    public func write(to bytes: inout PieceWriter) { reason.write(to: &bytes) }
    public init(from bytes: inout PieceReader) throws(PieceDamage) { reason = try String(from: &bytes) }
}
