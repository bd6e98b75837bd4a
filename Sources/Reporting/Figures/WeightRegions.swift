import Foundation

/// Where in the triangle of the weights of three dimensions each unit is first, exactly.
///
/// Scores are the weighted arithmetic means of three numbers a unit (of logarithms, for geometric means), so that
/// the weights under which one unit scores at least as high as another are a half-plane, and those under which it is
/// first a convex polygon: the triangle, cut by one half-plane a rival (Sutherland & Hodgman 1974). The polygons cover
/// the triangle and overlap in their edges only. The order of the units decides nothing but which of two equal units
/// names their common region.
struct WeightRegions {
    struct Region {
        /// Units with equal numbers, which are first together.
        let units: [Int]
        /// Weights at the corners, three each, in the order of the outline.
        let corners: [[Double]]
        /// The region's part of the triangle.
        let share: Double
    }

    /// From the largest to the smallest.
    let regions: [Region]

    /// Parts of the triangle that are smaller are rounding.
    static let smallestShare = 1e-9

    /// - Parameter values: three numbers a unit; nil for units that take no part.
    init(_ values: [[Double]?]) {
        var groups: [(values: [Double], units: [Int])] = []
        for (unit, own) in values.enumerated() {
            guard let own, own.count == 3 else { continue }
            if let place = groups.firstIndex(where: { $0.values == own }) {
                groups[place].units.append(unit)
            } else {
                groups.append((own, [unit]))
            }
        }
        var regions: [Region] = []
        for group in groups {
            var outline = [[1.0, 0, 0], [0, 1, 0], [0, 0, 1]]
            for rival in groups where rival.units != group.units && !outline.isEmpty {
                let lead = zip(group.values, rival.values).map { $0 - $1 }
                outline = Self.cut(outline, where: lead)
            }
            let share = Self.share(of: outline)
            guard share > Self.smallestShare else { continue }
            regions.append(Region(units: group.units, corners: outline, share: share))
        }
        self.regions = regions.sorted { a, b in
            a.share != b.share ? a.share > b.share : a.units.lexicographicallyPrecedes(b.units)
        }
    }

    /// The part of an outline where a linear function of the weights is not negative.
    private static func cut(_ outline: [[Double]], where function: [Double]) -> [[Double]] {
        func value(_ point: [Double]) -> Double { zip(function, point).reduce(0) { $0 + $1.0 * $1.1 } }
        var result: [[Double]] = []
        for (index, point) in outline.enumerated() {
            let next = outline[(index + 1) % outline.count]
            let (here, there) = (value(point), value(next))
            if here >= 0 { result.append(point) }
            if (here > 0 && there < 0) || (here < 0 && there > 0) {
                let part = here / (here - there)
                result.append(zip(point, next).map { $0 + part * ($1 - $0) })
            }
        }
        return result
    }

    private static func share(of outline: [[Double]]) -> Double {
        var sum = 0.0
        for (index, point) in outline.enumerated() {
            let next = outline[(index + 1) % outline.count]
            sum += point[0] * next[1] - next[0] * point[1]
        }
        return abs(sum)
    }
}
