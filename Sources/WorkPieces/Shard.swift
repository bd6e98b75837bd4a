/// One of the parts into which the pieces of a run are divided: number 1 to `count`.
public struct Shard: Hashable, Sendable, CustomStringConvertible {
    public let number: Int
    public let count: Int

    /// More shards than this are no help, and their number is more likely a slip.
    public static let largestCount = 10_000

    /// Nil unless 1 <= number <= count <= `largestCount`.
    public init?(number: Int, count: Int) {
        guard count >= 1, count <= Self.largestCount, number >= 1, number <= count else { return nil }
        (self.number, self.count) = (number, count)
    }

    /// A shard written as `3/16`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let number = Int(parts[0]), let count = Int(parts[1])
        else { return nil }
        self.init(number: number, count: count)
    }

    public var description: String { "\(number)/\(count)" }

    /// Whether a piece of a stage belongs to the shard. Each belongs to one.
    func owns(piece: Int, of stage: StageName) -> Bool { (piece + stage.turn) % count == number - 1 }

    /// The successive pieces of a sum that belong to a shard.
    func range(_ number: Int, of pieces: Int) -> Range<Int> {
        Self.range(number, among: count, of: pieces)
    }

    static func range(_ number: Int, among count: Int, of pieces: Int) -> Range<Int> {
        let (size, rest) = pieces.quotientAndRemainder(dividingBy: count)
        let start = (number - 1) * size + min(number - 1, rest)
        return start..<(start + size + (number <= rest ? 1 : 0))
    }
}
