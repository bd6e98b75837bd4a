internal import LinearAlgebra
internal import Scoring

/// Draws weights from a space: draw i depends on (seed, stream, i) and the space, and on nothing else.
///
/// Exact and independent draws without constraints (exponential spacings; Devroye 1986, Non-uniform random variate
/// generation, chapter V) and under orders (sorted spacings). Other constraints: hit-and-run, see `HitAndRun`, with one
/// chain for each block of `blockLength` draws; draws of one block are then weakly dependent, blocks are independent.
public struct WeightSampler: Sendable {
    /// Draws i, i + 1, ... that are made together; blocks begin at multiples of it.
    public static let blockLength = LaneKernels.lanes

    public let space: WeightSpace
    public let seed: UInt64
    public let stream: UInt64
    private let factors: [WeightFactor]

    /// - Throws: `WeightFailure.solverStopped` if no inner point of a constrained space is found.
    public init(_ space: WeightSpace, seed: UInt64, stream: UInt64 = 0) throws(WeightFailure) {
        self.space = space
        self.seed = seed
        self.stream = stream
        let generator = Philox(seed: seed, stream: stream)
        var factors: [WeightFactor] = []
        for (index, simplex) in space.simplices.enumerated() {
            factors.append(try WeightFactor(simplex, index: index, generator: generator))
        }
        self.factors = factors
    }

    /// Whether all draws are independent of one another.
    public var drawsAreIndependent: Bool { factors.allSatisfy(\.drawsAreIndependent) }

    /// K marks of the indicators to which the space gives any weight at all; intervals may keep others at zero.
    public var canHaveWeight: [Bool] {
        var result = [Bool](repeating: true, count: space.indicators)
        for factor in factors {
            for (leaves, isPossible) in zip(factor.simplex.leaves, factor.canHaveWeight) where !isPossible {
                for leaf in leaves { result[leaf] = false }
            }
        }
        return result
    }

    /// Weights of K indicators in draw `index`; sum one.
    public func weights(ofDraw index: Int) -> [Double] {
        precondition(index >= 0, "draws are counted from zero")
        let count = space.indicators
        let (block, row) = index.quotientAndRemainder(dividingBy: Self.blockLength)
        return Array(self.block(block)[(row * count)..<((row + 1) * count)])
    }

    /// All draws of a block, draw by draw: blockLength x K.
    public func block(_ block: Int) -> [Double] {
        let (length, count) = (Self.blockLength, space.indicators)
        var weights = [Double](repeating: 0, count: length * count)
        weights.withUnsafeMutableBufferPointer { fill($0, block: block) }
        return (0..<(length * count)).map { weights[$0 % count * length + $0 / count] }
    }

    /// Writes the draws of a block, K x blockLength: the weight of indicator k in draw d at k x blockLength + d.
    public func fill(_ weights: UnsafeMutableBufferPointer<Double>, block: Int) {
        let length = Self.blockLength
        weights.update(repeating: 1)
        for factor in factors {
            let width = factor.simplex.nodes.count
            withUnsafeTemporaryAllocation(of: Double.self, capacity: length * width) { shares in
                factor.fill(shares, block: block)
                for (place, leaves) in factor.simplex.leaves.enumerated() {
                    for leaf in leaves {
                        for draw in 0..<length {
                            weights[leaf &* length &+ draw] *= shares[place &* length &+ draw]
                        }
                    }
                }
            }
        }
    }
}
