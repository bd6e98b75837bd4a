import LinearAlgebra
import Scoring
import TestSupport

/// An index without groups.
func flatHierarchy(_ indicators: Int) -> Hierarchy {
    Hierarchy(levels: [
        .init(
            names: (0..<indicators).map { "indicator \($0 + 1)" },
            parents: (0..<indicators).map { _ in 0 })
    ])
}

/// Dimensions of so many indicators each.
func nestedHierarchy(_ sizes: [Int]) -> Hierarchy {
    let parents = sizes.enumerated().flatMap { group, size in Array(repeating: group, count: size) }
    return Hierarchy(levels: [
        .init(names: parents.indices.map { "indicator \($0 + 1)" }, parents: parents),
        .init(names: sizes.indices.map { "dimension \($0 + 1)" }, parents: sizes.map { _ in 0 }),
    ])
}

/// Three levels: indicators 0-1, 2, 3-5 and 6 in four groups, the first two and the last two of which are in two more.
let deepHierarchy = Hierarchy(levels: [
    .init(names: (0..<7).map { "i\($0)" }, parents: [0, 0, 1, 2, 2, 2, 3]),
    .init(names: ["a", "b", "c", "d"], parents: [0, 0, 1, 1]),
    .init(names: ["x", "y"], parents: [0, 0]),
])

/// Values in tenths from -2 to 2, so that ties occur, with gaps; P x K.
func randomTable(units: Int, indicators: Int, gaps: Double, seed: UInt64, step: Double = 0.1)
    -> IndicatorTable
{
    var generator = SplitMix(seed: seed)
    return IndicatorTable(
        columns: (0..<indicators).map { _ in
            (0..<units).map { _ in
                let value = (4 * generator.uniform() / step - 2 / step).rounded() * step
                return generator.uniform() < gaps ? nil : value
            }
        }, units: units)
}

/// Scores by recursion from the top of the tree: the mean of a node's observed children by their weights, a group's
/// weight being the sum of all weights below it.
func directScores(_ table: IndicatorTable, _ hierarchy: Hierarchy, weights: [Double]) -> [Double?] {
    func weight(_ level: Int, _ node: Int) -> Double {
        guard level > 0 else { return weights[node] }
        return hierarchy.children(of: node, atLevel: level - 1).reduce(0) { $0 + weight(level - 1, $1) }
    }
    func value(_ level: Int, _ node: Int, _ unit: Int) -> Double? {
        guard level > 0 else { return table[unit, node] }
        var (sum, total) = (0.0, 0.0)
        for child in hierarchy.children(of: node, atLevel: level - 1) {
            guard let part = value(level - 1, child, unit) else { continue }
            sum += weight(level - 1, child) * part
            total += weight(level - 1, child)
        }
        return total > 0 ? sum / total : nil
    }
    return (0..<table.units).map { value(hierarchy.levels.count, 0, $0) }
}
