import Foundation
import Tabular

/// A straight map from values to positions.
struct LinearScale {
    let domain: ClosedRange<Double>
    let start: Double
    let end: Double

    /// Spans of values within these limits are numbers; what is beyond lies at the end.
    private static let limit = 1e307
    /// Values no farther apart are one value: steps between them would be no numbers.
    private static let leastSpan = 1e-290

    /// A scale over some values with a margin on both sides; a single value gets room around it.
    init(over values: [Double], from start: Double, to end: Double, margin: Double = 0.04) {
        let lowest = Self.held(values.min() ?? 0)
        let highest = Self.held(values.max() ?? 1)
        let span = highest - lowest
        let room = span > Self.leastSpan ? span * margin : max(abs(lowest) * 0.5, 0.5)
        self.init(domain: (lowest - room)...(highest + room), from: start, to: end)
    }

    private static func held(_ value: Double) -> Double { min(max(value, -limit), limit) }

    init(domain: ClosedRange<Double>, from start: Double, to end: Double) {
        self.domain = domain
        self.start = start
        self.end = end
    }

    func callAsFunction(_ value: Double) -> Double {
        let value = value.isFinite ? Self.held(value) : value
        return start + (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound) * (end - start)
    }

    /// About `count` round values inside the domain.
    func ticks(about count: Int) -> [Tick] { Self.ticks(in: domain, about: count) }

    struct Tick: Equatable {
        let value: Double
        let label: String
    }

    static func ticks(in domain: ClosedRange<Double>, about count: Int) -> [Tick] {
        let (step, decimals) = roundStep(in: domain, about: count)
        let first = Int((domain.lowerBound / step).rounded(.up))
        let last = Int((domain.upperBound / step).rounded(.down))
        guard first <= last else { return [] }
        return (first...last).map { tick($0, step: step, decimals: decimals) }
    }

    /// The edges of at most `count` round classes that hold a whole domain.
    static func classEdges(of domain: ClosedRange<Double>, atMost count: Int) -> [Tick] {
        let span = domain.upperBound - domain.lowerBound
        let power = Int(log10(span / Double(max(count, 1))).rounded(.down))
        let magnitude = pow(10, Double(power))
        for (factor, decimals) in [(1.0, 0), (2, 0), (2.5, 1), (5, 0), (10, -1), (20, -1), (50, -1)] {
            let step = factor * magnitude
            let first = Int((domain.lowerBound / step).rounded(.down))
            let last = max(Int((domain.upperBound / step).rounded(.up)), first + 1)
            guard last - first <= count || factor == 50 else { continue }
            return (first...last).map { tick($0, step: step, decimals: max(0, decimals - power)) }
        }
        return []
    }

    private static func tick(_ index: Int, step: Double, decimals: Int) -> Tick {
        let value = Double(index) * step
        return Tick(value: value, label: withMinusSign(label(value, decimals: decimals)))
    }

    /// A round number's text; very large and very small ones with a power of ten.
    static func label(_ value: Double, decimals: Int) -> String {
        decimals <= 12 && abs(value) < 1e15
            ? formatted(value, decimals: decimals) : String(format: "%.3g", value)
    }

    /// The smallest of 1, 2, 5, 10 ... that makes about `count` steps, and the decimals it needs.
    private static func roundStep(
        in domain: ClosedRange<Double>, about count: Int
    ) -> (step: Double, decimals: Int) {
        let rough = (domain.upperBound - domain.lowerBound) / Double(max(count, 1))
        let power = Int(log10(rough).rounded(.down))
        let magnitude = pow(10, Double(power))
        for factor in [1.0, 2, 5] where factor * magnitude >= rough * 0.999 {
            return (factor * magnitude, max(0, -power))
        }
        return (10 * magnitude, max(0, -power - 1))
    }
}

/// A number's text with a minus sign in place of the hyphen.
func withMinusSign(_ text: String) -> String { text.replacing("-", with: "\u{2212}") }
