internal import LinearAlgebra

/// Where the weights of a block come from.
enum WeightSource: Sendable {
    case sampler(WeightSampler)
    /// S x K, draw by draw.
    case given(Matrix)

    /// No weight is larger; above zero.
    var largestWeight: Double {
        switch self {
        case .sampler: 1
        case .given(let draws): draws.elements.max() ?? 1
        }
    }

    /// Writes K x 256 weights; given draws are padded with zeros.
    func fill(_ weights: UnsafeMutableBufferPointer<Double>, block: Int) {
        switch self {
        case .sampler(let sampler): sampler.fill(weights, block: block)
        case .given(let draws):
            let lanes = LaneKernels.lanes
            for lane in 0..<lanes {
                let draw = block * lanes + lane
                for k in 0..<draws.columns {
                    weights[k * lanes + lane] = draw < draws.rows ? draws[draw, k] : 0
                }
            }
        }
    }
}
