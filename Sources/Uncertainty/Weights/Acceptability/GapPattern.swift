internal import LinearAlgebra
internal import Scoring

/// Units of the class, or outside it, with the same gaps, and what their gaps do to weights.
///
/// An observed indicator's effective weight is its weight times, for each group above it with an unobserved child,
/// (the group's weight) / (the weight of its observed children): what `NestedMean` computes level by level.
struct GapPattern: Sendable {
    /// A group in which something is missing, by the indicators below.
    struct Correction: Sendable {
        let all: [Int]
        /// Those below children that have any observation.
        let underObserved: [Int]
        /// Those whose weight is corrected.
        let observed: [Int]
    }

    let units: [Int]
    /// The first of the columns of scores that belong to the units.
    let firstColumn: Int
    let missing: [Int]
    let corrections: [Correction]

    /// Writes effective weights of some draws of a block; K x 256 both.
    func correct(
        _ weights: UnsafeBufferPointer<Double>, lanes: Range<Int>, indicators: Int,
        into effective: UnsafeMutableBufferPointer<Double>
    ) {
        let stride = LaneKernels.lanes
        for k in 0..<indicators {
            let start = k * stride
            for lane in lanes { effective[start + lane] = weights[start + lane] }
        }
        for k in missing { for lane in lanes { effective[k * stride + lane] = 0 } }
        for correction in corrections {
            for lane in lanes {
                var (all, observed) = (0.0, 0.0)
                for k in correction.all { all += weights[k * stride + lane] }
                for k in correction.underObserved { observed += weights[k * stride + lane] }
                // Never zero but in draws that pad a block.
                let factor = observed > 0 ? all / observed : 0
                for k in correction.observed { effective[k * stride + lane] *= factor }
            }
        }
    }
}

extension GapPattern {
    /// The patterns of the units with an observation: those of the class first, then those outside, each kind in the
    /// order of its first unit.
    ///
    /// - Parameter counts: K marks of the indicators that can have weight; others count as missing.
    static func patterns(of units: WeightedUnits, counting counts: [Bool]) -> [GapPattern] {
        var result: [GapPattern] = []
        var column = 0
        for isMember in [true, false] {
            var masks: [[Bool]] = []
            var members: [[Bool]: [Int]] = [:]
            for unit in 0..<units.units where units.isReference[unit] == isMember {
                let mask = counts.indices.map { counts[$0] && units.observed[unit, $0] == 1 }
                guard mask.contains(true) else { continue }
                if members[mask] == nil { masks.append(mask) }
                members[mask, default: []].append(unit)
            }
            for mask in masks {
                let units = GapPattern(
                    units: members[mask] ?? [], firstColumn: column,
                    missing: mask.indices.filter { !mask[$0] },
                    corrections: corrections(of: mask, in: units.hierarchy))
                result.append(units)
                column += units.units.count
            }
        }
        return result
    }

    private static func corrections(of mask: [Bool], in hierarchy: Hierarchy) -> [Correction] {
        var result: [Correction] = []
        var below = mask.indices.map { [$0] }
        for level in hierarchy.levels.indices {
            var merged: [[Int]] = []
            for group
                in 0..<(level + 1 < hierarchy.levels.count ? hierarchy.levels[level + 1].names.count : 1)
            {
                let children = hierarchy.children(of: group, atLevel: level)
                let observed = children.filter { below[$0].contains { mask[$0] } }
                let all = children.flatMap { below[$0] }
                if !observed.isEmpty, observed.count < children.count {
                    result.append(
                        Correction(
                            all: all, underObserved: observed.flatMap { below[$0] },
                            observed: all.filter { mask[$0] }))
                }
                merged.append(all)
            }
            below = merged
        }
        return result
    }
}
