import Foundation
import Tabular

/// A logarithmic map from positive values to positions.
struct LogarithmicScale {
    /// Common logarithms.
    private let scale: LinearScale
    let domain: ClosedRange<Double>

    /// A scale over some values, those not above zero left out, with a margin on both sides.
    init(over values: [Double], from start: Double, to end: Double) {
        scale = LinearScale(over: values.filter { $0 > 0 }.map { log10($0) }, from: start, to: end)
        domain = pow(10, max(scale.domain.lowerBound, -307))...pow(10, min(scale.domain.upperBound, 307))
    }

    var start: Double { scale.start }
    var end: Double { scale.end }

    /// - Parameter value: above zero.
    func callAsFunction(_ value: Double) -> Double { scale(log10(value)) }

    /// Round values inside the domain: powers of ten, with 2 and 5 times them where these are few, and equal steps where
    /// even those are.
    var ticks: [LinearScale.Tick] {
        let decades =
            Int(log10(domain.lowerBound).rounded(.down))...Int(log10(domain.upperBound).rounded(.up))
        for digits in [[1.0], [1, 3], [1, 2, 5]] {
            let values = decades.flatMap { power in digits.map { $0 * pow(10, Double(power)) } }
                .filter(domain.contains)
            if values.count > 2 {
                return values.map { value in
                    let decimals = max(0, -Int(log10(value).rounded(.down)))
                    return LinearScale.Tick(value: value, label: LinearScale.label(value, decimals: decimals))
                }
            }
        }
        return LinearScale.ticks(in: domain, about: 4).filter { $0.value > 0 }
    }
}
