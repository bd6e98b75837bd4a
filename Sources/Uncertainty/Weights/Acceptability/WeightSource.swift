internal import LinearAlgebra

/// Where the weights of a block come from.
enum WeightSource: Sendable {
    case sampler(WeightSampler)
    /// S x K, draw by draw.
    case given(Matrix)

    /// Writes blockLength x K weights; given draws are padded with zeros.
    func fill(_ weights: UnsafeMutableBufferPointer<Double>, block: Int) {
        switch self {
        case .sampler(let sampler): sampler.fill(weights, block: block)
        case .given(let draws):
            let start = block * weights.count
            for place in weights.indices {
                weights[place] = start + place < draws.elements.count ? draws.elements[start + place] : 0
            }
        }
    }
}
