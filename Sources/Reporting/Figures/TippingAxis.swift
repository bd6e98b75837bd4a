import ClaimTesting
import Tabular

/// How far the factors of `tipping-point` are drawn: to a round one after the last change of rank that bears on the
/// question.
struct TippingAxis {
    /// One of 5, 10, 20, 50 ... 1,000, all of which are factors of the grid.
    let end: Double

    /// Curves of primary readings decide, and others that come to rank 1; without any, all factors are drawn. A curve
    /// that never comes there can go on to change for as long as factors grow.
    init(for curves: [TippingCurve]) {
        let deciding = curves.filter { $0.isPrimary || $0.tippingFactor != nil }
        let last = deciding.map { Self.lastChange(of: $0.points) }.max() ?? .infinity
        end = [5, 10, 20, 50, 100, 200, 500].first { $0 > last } ?? 1000
    }

    /// The first factor from which the rank stays the same; 1 if it never changes.
    private static func lastChange(of points: [TippingPoint.Point]) -> Double {
        var last = 1.0
        for (before, point) in zip(points, points.dropFirst())
        where before.rank != point.rank || before.isTied != point.isTied {
            last = point.factor
        }
        return last
    }

    func shown(_ points: [TippingPoint.Point]) -> [TippingPoint.Point] { points.filter { $0.factor <= end } }

    /// Factors with a number.
    var labels: [Double] {
        switch end {
        case 5: [1, 1.5, 2, 3, 4, 5]
        case 10: [1, 1.5, 2, 3, 5, 10]
        default: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].filter { $0 <= end }
        }
    }

    /// Factors with a mark on the axis.
    var ticks: [Double] {
        var factors: Set<Double> = [1000]
        for decade in [1.0, 10, 100] {
            for digit in 1...9 { factors.insert(decade * Double(digit)) }
        }
        return factors.union(labels).filter { $0 <= end }.sorted()
    }

    /// What happens beyond the axis, in a sentence; nil if nothing is left out.
    func rest(of curves: [TippingCurve]) -> String? {
        guard let largest = curves.flatMap(\.points).map(\.factor).max(), largest > end else { return nil }
        let range = "The axis ends at \(grouped(Int(end))); beyond it, up to \(grouped(Int(largest))),"
        let changing = curves.compactMap { curve -> String? in
            let ranks = curve.points.filter { $0.factor >= end }.map(\.rank)
            guard Set(ranks).count > 1, let best = ranks.compactMap(\.self).min() else { return nil }
            return "\(curve.reading) (best: \(best))"
        }
        guard !changing.isEmpty else { return "\(range) no rank changes." }
        return "\(range) only ranks on \(changing.joined(separator: " and ")) change."
    }
}
