import Foundation
import Tabular

/// A straight map from values to positions.
struct LinearScale {
    let domain: ClosedRange<Double>
    let start: Double
    let end: Double

    /// A scale over some values with a margin on both sides; a single value gets room around it.
    init(over values: [Double], from start: Double, to end: Double, margin: Double = 0.04) {
        let lowest = values.min() ?? 0
        let highest = values.max() ?? 1
        let span = highest - lowest
        let room = span > 0 ? span * margin : max(abs(lowest) * 0.5, 0.5)
        self.init(domain: (lowest - room)...(highest + room), from: start, to: end)
    }

    init(domain: ClosedRange<Double>, from start: Double, to end: Double) {
        self.domain = domain
        self.start = start
        self.end = end
    }

    func callAsFunction(_ value: Double) -> Double {
        start + (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound) * (end - start)
    }

    /// About `count` round values inside the domain.
    func ticks(about count: Int) -> [Tick] { Self.ticks(in: domain, about: count) }

    struct Tick: Equatable {
        let value: Double
        let label: String
    }

    static func ticks(in domain: ClosedRange<Double>, about count: Int) -> [Tick] {
        let rough = (domain.upperBound - domain.lowerBound) / Double(max(count, 1))
        let power = Int(log10(rough).rounded(.down))
        let magnitude = pow(10, Double(power))
        let (factor, step) =
            [1.0, 2, 5].map { ($0, $0 * magnitude) }.first { $0.1 >= rough * 0.999 } ?? (1, 10 * magnitude)
        let decimals = max(0, factor == 1 && step > magnitude ? -power - 1 : -power)
        let first = Int((domain.lowerBound / step).rounded(.up))
        let last = Int((domain.upperBound / step).rounded(.down))
        guard first <= last else { return [] }
        return (first...last).map { index in
            let value = Double(index) * step
            return Tick(value: value, label: withMinusSign(formatted(value, decimals: decimals)))
        }
    }
}

/// A number's text with a minus sign in place of the hyphen.
func withMinusSign(_ text: String) -> String { text.replacing("-", with: "\u{2212}") }
