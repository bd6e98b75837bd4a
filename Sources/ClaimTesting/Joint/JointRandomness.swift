import Foundation
import LinearAlgebra
import Uncertainty

/// The random numbers of joint draws.
///
/// A point has one coordinate a doubt, each in (0, 1); a coordinate is the number of a draw of that doubt, so that two
/// points which share a coordinate share all random numbers of the doubt. Every doubt has a stream of its own.
struct JointRandomness: Sendable {
    private let weights: Philox
    private let rows: Philox
    /// One a set of years.
    private let resampling: [MovingBlockBootstrap?]
    private let yearCounts: [Int]

    /// - Parameters:
    ///   - yearCounts: the numbers of years of the sets of years; a set of one year is not resampled.
    ///   - offset: tells the readings apart; up to 2^16 streams.
    init(seed: UInt64, offset: UInt64, yearCounts: [Int]) {
        func generator(_ number: UInt64) -> Philox {
            TestStream.jointDraws.generator(seed: seed, offset: offset << 16 + number)
        }
        weights = generator(1)
        rows = generator(2)
        self.yearCounts = yearCounts
        resampling = yearCounts.enumerated().map { group, years in
            try? MovingBlockBootstrap(years: years, replicates: 1, generator: generator(UInt64(3 + group)))
        }
    }

    /// The number of a draw that a coordinate stands for; one of 2^32.
    static func number(_ coordinate: Double) -> UInt64 { UInt64(coordinate * 0x1p32) }

    /// How often each year of each set of years is in a draw; once without one.
    func yearCounts(draw: UInt64?) -> [[Double]] {
        zip(resampling, yearCounts).map { bootstrap, years in
            guard let bootstrap, let draw else { return Array(repeating: 1, count: years) }
            return bootstrap.counts(ofReplicate: draw)
        }
    }

    /// Spacings of `nodes` nodes of the tree of weights: standard exponentials, whose shares among any siblings are
    /// uniform on the simplex.
    func spacings(nodes: Int, draw: UInt64) -> [Double] {
        (0..<nodes).map { -log(weights.uniform(at: draw &* UInt64(nodes) &+ UInt64($0))) }
    }

    /// Whether each of some rows is counted, each with a probability of its own draw.
    func counted(rows count: Int, share: Double, draw: UInt64?) -> [Bool] {
        guard let draw else { return Array(repeating: true, count: count) }
        return (0..<count).map { rows.uniform(at: draw &* UInt64(count) &+ UInt64($0)) < share }
    }
}
