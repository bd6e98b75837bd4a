/// Reads the draws of one `Philox` stream in order.
///
/// What it returns depends on the stream and on the calls made before, so a cursor belongs to one worker and one
/// unit of work (a replicate, a block): give each its own stream. It is not a `RandomNumberGenerator`, because the
/// standard library does not promise that `random(in:using:)` stays the same from version to version.
public struct RandomCursor: Equatable, Sendable {
    /// The generator whose draws are read.
    public let generator: Philox
    /// The index of the next draw; wraps around after 2^64 draws.
    public private(set) var position: UInt64
    private var laterHalf: UInt64

    /// A cursor at a draw of a stream.
    public init(_ generator: Philox, position: UInt64 = 0) {
        self.generator = generator
        self.position = position
        laterHalf = generator.bitPair(at: position / 2).1
    }

    /// The next 64 bits: `generator.bits(at: position)`.
    public mutating func next() -> UInt64 {
        defer { position &+= 1 }
        guard position % 2 == 0 else { return laterHalf }
        let pair = generator.bitPair(at: position / 2)
        laterHalf = pair.1
        return pair.0
    }

    /// The next number in (0, 1), as `Philox.uniform(at:)`.
    public mutating func nextUniform() -> Double {
        Philox.uniform(from: next())
    }

    /// The next standard normal, of two draws, as `Philox.standardNormal(at:)`.
    public mutating func nextStandardNormal() -> Double {
        let first = next()
        return Philox.standardNormal(from: first, and: next())
    }

    /// The next integer in 0 ..< `bound`, each as likely as any other; usually of one draw.
    ///
    /// Multiplication with rejection (Lemire 2019, Fast random integer generation in an interval, ACM TOMACS 29,
    /// algorithm 5). `bound` must be above zero.
    public mutating func nextInteger(below bound: Int) -> Int {
        precondition(bound > 0, "no integer lies in 0 ..< \(bound)")
        let width = UInt64(bound)
        var product = next().multipliedFullWidth(by: width)
        if product.low < width {
            let surplus = (0 &- width) % width
            while product.low < surplus { product = next().multipliedFullWidth(by: width) }
        }
        return Int(product.high)
    }

    /// `count` integers in 0 ..< `bound`, drawn with replacement.
    public mutating func nextSample(count: Int, below bound: Int) -> [Int] {
        var sample: [Int] = []
        sample.reserveCapacity(count)
        for _ in 0..<count { sample.append(nextInteger(below: bound)) }
        return sample
    }
}
