internal import LinearAlgebra

/// Two independent samples A and B of the unit cube, and the mixtures of them that Sobol's indices are estimated
/// from (Saltelli 2002; Saltelli et al. 2010, section 3): A(i) is A with coordinate i from B, B(i) the converse.
///
/// A point depends on (seed, row) alone, so that rows can be shared out among any number of workers.
public struct SaltelliSample: Sendable {
    /// Where the points come from.
    public enum Source: String, Sendable, CaseIterable {
        /// Sobol's sequence in 2 D coordinates, moved by a random digital shift (exclusive or), which keeps its
        /// evenness and makes each point uniform; most even for a power of two of rows.
        case lowDiscrepancy
        /// Independent draws.
        case independent
    }

    /// One of the samples.
    public enum Block: Hashable, Sendable {
        case a
        case b
        /// A with this coordinate from B.
        case aWithB(Int)
        /// B with this coordinate from A.
        case bWithA(Int)
    }

    /// D, the number of inputs.
    public let dimension: Int
    /// N, the number of rows of each block.
    public let rows: Int
    public let source: Source
    public let seed: UInt64
    private let draws: Philox
    private let sequence: SobolSequence?
    private let shifts: [UInt32]

    /// - Parameters:
    ///   - dimension: D, at least 1; up to 10 for `lowDiscrepancy`.
    ///   - rows: N, at least 2; up to 2^31 for `lowDiscrepancy`.
    ///   - source: of the points; `lowDiscrepancy` is most even when N is a power of two.
    ///   - seed: of the digital shift, or of the independent draws; the same seed gives the same points.
    /// - Throws: `SobolFailure` outside these.
    public init(
        dimension: Int, rows: Int, source: Source = .lowDiscrepancy, seed: UInt64
    ) throws(SobolFailure) {
        guard dimension >= 1 else { throw .noInput }
        guard rows >= 2 else { throw .tooFewRows(rows) }
        self.dimension = dimension
        self.rows = rows
        self.source = source
        self.seed = seed
        draws = Philox(seed: seed, stream: 0)
        switch source {
        case .independent: (sequence, shifts) = (nil, [])
        case .lowDiscrepancy:
            guard 2 * dimension <= SobolSequence.largestDimension else {
                throw .tooManyInputs(dimension, largest: SobolSequence.largestDimension / 2)
            }
            guard rows <= 1 << 31 else { throw .tooManyRows(rows) }
            sequence = SobolSequence(dimension: 2 * dimension)
            shifts = (0..<2 * dimension).map { [draws] in UInt32(draws.bits(at: UInt64($0)) >> 32) }
        }
    }

    /// The blocks from which all indices are made: 2 + D of them, or 2 + 2 D with those of pairs.
    public func blocks(withPairs: Bool) -> [Block] {
        [.a, .b] + (0..<dimension).map(Block.aWithB) + (withPairs ? (0..<dimension).map(Block.bWithA) : [])
    }

    /// The D coordinates of a row of a block, each in (0, 1).
    public func point(_ block: Block, row: Int) -> [Double] {
        (0..<dimension).map { input in
            let isFromA =
                switch block {
                case .a: true
                case .b: false
                case .aWithB(let other): other != input
                case .bWithA(let other): other == input
                }
            return coordinate(isFromA ? input : dimension + input, row: row)
        }
    }

    private func coordinate(_ place: Int, row: Int) -> Double {
        if let sequence {
            let bits = sequence.coordinate(place, ofPoint: UInt32(row)) ^ shifts[place]
            return (Double(bits) + 0.5) * 0x1p-32
        }
        return draws.uniform(at: UInt64(row) * UInt64(2 * dimension) + UInt64(place))
    }
}

/// Why Sobol's indices cannot be estimated.
public enum SobolFailure: Error, Equatable, Sendable, CustomStringConvertible {
    case noInput
    case tooFewRows(Int)
    case tooManyRows(Int)
    case tooManyInputs(Int, largest: Int)
    case notFinite(row: Int)
    /// The evaluations are divided among shards, and this is one of them.
    case elsewhere

    public var description: String {
        switch self {
        case .noInput: "there is no input"
        case .tooFewRows(let rows): "\(rows) rows were asked for, and at least 2 are needed"
        case .tooManyRows(let rows): "\(rows) rows were asked for, and Sobol's sequence has up to 2^31 here"
        case .tooManyInputs(let inputs, let largest):
            "Sobol's sequence is held for up to \(largest) inputs, and there are \(inputs); take independent draws"
        case .notFinite(let row): "the output of row \(row + 1) is not finite"
        case .elsewhere: "the evaluations are divided among shards, and this is one of them"
        }
    }
}
