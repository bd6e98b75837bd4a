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

    /// Writes the shares of a block, draw by draw.
    func fill(_ shares: UnsafeMutableBufferPointer<Double>, block: Int) {
        switch rule {
        case .exact(let chains): fillExactly(shares, block: block, chains: chains)
        case .hitAndRun(let chain):
            let length = chain.uniformsPerBlock(of: WeightSampler.blockLength)
            let position = start &+ UInt64(block) &* UInt64(length)
            chain.fill(
                shares, draws: WeightSampler.blockLength,
                cursor: RandomCursor(generator, position: position))
        }
    }

    /// Exponential spacings: -ln u over their sum is uniform on the simplex. That distribution does not change when
    /// positions are exchanged, so sorting some of them gives the uniform distribution on the part with that order.
    private func fillExactly(
        _ shares: UnsafeMutableBufferPointer<Double>, block: Int, chains: [[Int]]
    ) {
        let width = simplex.nodes.count
        generator.uniforms(from: start &+ UInt64(block) &* UInt64(shares.count), into: shares)
        for draw in 0..<(shares.count / width) {
            let row = UnsafeMutableBufferPointer(rebasing: shares[(draw * width)..<((draw + 1) * width)])
            UniformSimplex.fromUniforms(row)
            for chain in chains { UniformSimplex.sortDescending(row, at: chain) }
        }
    }
}
