import Foundation

/// Random numbers by counter: draw `index` depends on (seed, stream, index) and on nothing else.
///
/// A value without state, so any number of threads or shards that split the draws among them get the same
/// numbers. The seed is the key of Philox4x32-10, the stream the upper half of its counter: streams of one seed
/// are disjoint parts of one permutation and never overlap. 2^64 streams of 2^64 draws.
///
/// Integers are the same on every machine. Normals go through `log` and `cos` of the C library, whose last bit
/// may differ between versions of it.
public struct Philox: Equatable, Sendable {
    public let seed: UInt64
    public let stream: UInt64

    public init(seed: UInt64, stream: UInt64) {
        self.seed = seed
        self.stream = stream
    }

    /// 64 random bits: half of the block at counter `index / 2`.
    public func bits(at index: UInt64) -> UInt64 {
        let pair = bitPair(at: index / 2)
        return index % 2 == 0 ? pair.0 : pair.1
    }

    /// A number in (0, 1), never 0 or 1: one of the 2^52 odd multiples of 2^-53, each as likely as any other.
    public func uniform(at index: UInt64) -> Double {
        Self.uniform(from: bits(at: index))
    }

    /// A standard normal from draws 2 `index` and 2 `index` + 1, by the cosine half of the method of Box &
    /// Muller (1958), A note on the generation of random normal deviates.
    public func standardNormal(at index: UInt64) -> Double {
        let pair = bitPair(at: index)
        return Self.standardNormal(from: pair.0, and: pair.1)
    }

    /// Draws 2 `index` and 2 `index` + 1, which share a block.
    func bitPair(at index: UInt64) -> (UInt64, UInt64) {
        let words = PhiloxBlock.words(
            at: (
                UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index >> 32),
                UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32)
            ),
            key: (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
        return (UInt64(words.0) | UInt64(words.1) << 32, UInt64(words.2) | UInt64(words.3) << 32)
    }

    /// 52 bits and a half, over 2^52: exact in a double, and symmetric about one half.
    static func uniform(from bits: UInt64) -> Double {
        (Double(bits >> 12) + 0.5) * 0x1p-52
    }

    static func standardNormal(from first: UInt64, and second: UInt64) -> Double {
        (-2 * log(uniform(from: first))).squareRoot() * cos(2 * .pi * uniform(from: second))
    }
}
