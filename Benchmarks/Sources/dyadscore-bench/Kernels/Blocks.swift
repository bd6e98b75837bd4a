import LinearAlgebra
import Scoring
import Uncertainty

/// The parts of ranking under random weights that can be timed by themselves.
extension Kernel {
    /// Weights alone, block by block.
    static let weightSampling = Kernel(
        name: "weight-sampling", settings: [Setting("draws", 1_000_000), Setting("indicators", 12)]
    ) { arguments in
        let space = try WeightSpace(.flat(arguments.integer("indicators")), shape: .flat)
        let sampler = try WeightSampler(space, seed: 1)
        let blocks = max(1, try arguments.integer("draws") / WeightSampler.blockLength)
        var weights = [Double](repeating: 0, count: sampler.space.indicators * WeightSampler.blockLength)
        return Timing.of {
            let sum = (0..<blocks).reduce(0.0) { sum, block in
                weights.withUnsafeMutableBufferPointer { sampler.fill($0, block: block) }
                return sum + weights[0]
            }
            return [sum / Double(blocks)]
        }
    }

    /// The product of an m x k and a k x n block by one single-threaded `dgemm`, one of `count` after the other.
    static let blockProduct = Kernel(
        name: "product",
        settings: [Setting("m", 256), Setting("n", 91), Setting("k", 12), Setting("count", 10_000)]
    ) { arguments in
        let (m, n, k) = (
            try arguments.integer("m"), try arguments.integer("n"), try arguments.integer("k")
        )
        let generator = Philox(seed: 1, stream: 0)
        let a = (0..<(m * k)).map { generator.uniform(at: UInt64($0)) }
        let b = (0..<(n * k)).map { generator.uniform(at: UInt64(m * k + $0)) }
        var c = [Double](repeating: 0, count: m * n)
        return Timing.of(repeats: try arguments.integer("count")) {
            a.withUnsafeBufferPointer { a in
                b.withUnsafeBufferPointer { b in
                    c.withUnsafeMutableBufferPointer { c in
                        BlockProduct.multiply(a, by: b, m: m, n: n, k: k, into: c, stride: n)
                    }
                }
            }
            return [c[0]]
        }
    }

    /// Means of resampled years: how often each of T years is in each replicate, times T x columns values.
    ///
    /// The answer: the mean of the first column over the replicates.
    static let yearBootstrap = Kernel(
        name: "year-bootstrap",
        settings: [
            Setting("replicates", 1000), Setting("years", 31), Setting("columns", 1001),
            Setting("repeat", 10),
        ]
    ) { arguments in
        let (years, columns) = (try arguments.integer("years"), try arguments.integer("columns"))
        let values = IndicatorTable.uniform(units: years, indicators: columns).values
        let bootstrap = try MovingBlockBootstrap(
            years: years, replicates: try arguments.integer("replicates"),
            generator: Philox(seed: 1, stream: 0))
        return try Timing.of(repeats: try arguments.integer("repeat")) {
            let means = try bootstrap.means(of: values)
            return [means.column(0).reduce(0, +) / Double(means.rows)]
        }
    }
}
