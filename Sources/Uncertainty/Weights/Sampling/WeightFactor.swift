internal import LinearAlgebra

/// The sampler of one simplex of a weight space.
struct WeightFactor: Sendable {
    private enum Rule: Sendable {
        /// Uniform, with the shares of each chain of positions sorted.
        case exact(chains: [[Int]])
        case hitAndRun(HitAndRun)
    }

    let simplex: WeightSimplex
    private let generator: Philox
    /// The first draw of the stream that belongs to this simplex: 2^48 for each.
    private let start: UInt64
    private let rule: Rule

    init(_ simplex: WeightSimplex, index: Int, generator: Philox) throws(WeightFailure) {
        self.simplex = simplex
        self.generator = generator
        start = UInt64(index) << 48
        if let chains = simplex.chains {
            rule = .exact(chains: chains)
        } else {
            // The pilot reads the upper half of the simplex's part, the blocks the lower half.
            rule = .hitAndRun(
                try HitAndRun(
                    WeightPolytope(simplex), pilot: RandomCursor(generator, position: start + (1 << 47))))
        }
    }

    var drawsAreIndependent: Bool {
        if case .hitAndRun(let chain) = rule { chain.dimension == 0 } else { true }
    }

    /// One mark a node.
    var canHaveWeight: [Bool] {
        if case .hitAndRun(let chain) = rule {
            chain.centre.map { $0 > WeightPolytope.tolerance }
        } else {
            simplex.nodes.map { _ in true }
        }
    }

    /// Writes the shares of a block, nodes x 256.
    func fill(_ shares: UnsafeMutableBufferPointer<Double>, block: Int) {
        switch rule {
        case .exact(let chains):
            // Uniform on the simplex. That distribution does not change when positions are exchanged, so sorting some
            // of them gives the uniform distribution on the part with that order.
            let width = simplex.nodes.count
            LaneKernels.best.spacings(
                of: generator, from: start &+ UInt64(block) &* UInt64(width * LaneKernels.lanes),
                width: width,
                into: shares)
            for chain in chains { Self.sortDescending(shares, at: chain) }
        case .hitAndRun(let chain):
            let length = chain.uniformsPerBlock(of: WeightSampler.blockLength)
            let position = start &+ UInt64(block) &* UInt64(length)
            chain.fill(shares, cursor: RandomCursor(generator, position: position))
        }
    }

    /// Sorts the shares at some positions in every draw, the largest into the first.
    private static func sortDescending(_ shares: UnsafeMutableBufferPointer<Double>, at positions: [Int]) {
        let lanes = LaneKernels.lanes
        for lane in 0..<lanes {
            for next in positions.indices.dropFirst() {
                var place = next
                while place > 0 {
                    let (before, here) = (
                        positions[place - 1] * lanes + lane, positions[place] * lanes + lane
                    )
                    guard shares[before] < shares[here] else { break }
                    shares.swapAt(before, here)
                    place -= 1
                }
            }
        }
    }
}
