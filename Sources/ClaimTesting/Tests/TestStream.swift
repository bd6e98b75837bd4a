import LinearAlgebra

/// The streams of random numbers of the tests of one study: disjoint, so that no two tests share a draw.
enum TestStream: UInt64 {
    case weights, jointDraws, samplingErrors, resampledYears, reportingErrors, associations

    /// The first stream of a test; up to 2^32 streams follow that are its own.
    var first: UInt64 { rawValue << 32 }

    func generator(seed: UInt64, offset: UInt64 = 0) -> Philox { Philox(seed: seed, stream: first + offset) }
}
