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
    ///
    /// - Parameters:
    ///   - draw: the number of the draw, from 0; draws may be asked for in any order.
    ///   - isNeeded: indicators whose factors are asked for; leaving some out changes no other.
    public func factors(
        draw: UInt64, where isNeeded: (String) -> Bool = { _ in true }
    ) -> [String: [Double]] {
        var result: [String: [Double]] = [:]
        let width = UInt64(states + dyads.count)
        var first = draw &* width &* UInt64(doubts.count)
        for doubt in doubts {
            let needed = doubt.indicators.filter(isNeeded)
            if !needed.isEmpty {
                let factors = factors(of: doubt.error, from: first)
                for id in needed {
                    result[id] = result[id].map { zip($0, factors).map { $0 * $1 } } ?? factors
                }
            }
            first &+= width
        }
        return result
    }

    /// One factor a dyad, from normals that begin at a place of the stream.
    private func factors(of error: ReportingError, from first: UInt64) -> [Double] {
        var logarithms = [Double](repeating: 0, count: dyads.count)
        if error.stateSigma > 0 {
            let ofStates = (0..<states).map { generator.standardNormal(at: first &+ UInt64($0)) }
            for (dyad, (a, b)) in ends.enumerated() {
                logarithms[dyad] = error.stateSigma * (ofStates[a] + ofStates[b])
            }
        }
        if error.dyadSigma > 0 {
            for dyad in logarithms.indices {
                logarithms[dyad] +=
                    error.dyadSigma * generator.standardNormal(at: first &+ UInt64(states + dyad))
            }
        }
        return logarithms.map { exp($0) }
    }
}
