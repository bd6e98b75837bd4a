public import Dyads
import Foundation
import LinearAlgebra

/// Draws of reporting errors: for every indicator under doubt, a factor for each dyad.
///
/// Draw i depends on (seed, stream, i) and on nothing else. Indicators of one doubt share their factors in a draw, those
/// of different doubts are independent: declare a doubt for each source if sources err apart, or one for a dimension if
/// they err together.
public struct ReportingErrorSampler: Sendable {
    /// Indicators that err together, and how much.
    public struct Doubt: Hashable, Sendable {
        public let id: String
        public let indicators: [String]
        public let error: ReportingError

        public init(id: String, indicators: [String], error: ReportingError) {
            self.id = id
            self.indicators = indicators
            self.error = error
        }
    }

    public let doubts: [Doubt]
    public let dyads: [Dyad]
    private let generator: Philox
    /// The states of each dyad, as places among all states.
    private let ends: [(Int, Int)]
    private let states: Int

    public init(doubts: [Doubt], dyads: [Dyad], seed: UInt64, stream: UInt64) {
        self.doubts = doubts
        self.dyads = dyads
        generator = Philox(seed: seed, stream: stream)
        let codes = Set(dyads.flatMap { [$0.first, $0.second] }).sorted()
        let place = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        ends = dyads.map { (place[$0.first] ?? 0, place[$0.second] ?? 0) }
        states = codes.count
    }

    /// The factors of a draw by indicator, one a dyad; an indicator of several doubts has the product.
    public func factors(draw: UInt64) -> [String: [Double]] {
        var result: [String: [Double]] = [:]
        let width = UInt64(states + dyads.count)
        var first = draw &* width &* UInt64(doubts.count)
        for doubt in doubts {
            let ofStates = (0..<states).map { generator.standardNormal(at: first &+ UInt64($0)) }
            let factors = ends.indices.map { dyad in
                let (a, b) = ends[dyad]
                let own = generator.standardNormal(at: first &+ UInt64(states + dyad))
                return exp(
                    doubt.error.stateSigma * (ofStates[a] + ofStates[b]) + doubt.error.dyadSigma * own)
            }
            for id in doubt.indicators {
                result[id] = result[id].map { zip($0, factors).map { $0 * $1 } } ?? factors
            }
            first &+= width
        }
        return result
    }
}
