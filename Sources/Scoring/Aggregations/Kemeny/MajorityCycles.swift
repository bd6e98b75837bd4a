internal import LinearAlgebra

/// The class in sets, each of which wins every pair against all later ones, split as far as that goes.
///
/// Every order with the largest Kemeny score keeps the sets in this order (Truchon 1998, extended Condorcet
/// criterion), so each can be ordered by itself. A set of more than one unit is a cycle of majorities and ties.
struct MajorityCycles {
    let cycles: [[Int]]

    /// - Parameter margins: n x n, antisymmetric, 0 for ties.
    ///
    /// By wins plus half of the ties, the units of a set that wins against all others come first; the first s units
    /// are such a set if and only if they have all points that s units can have, s (s - 1) / 2 + s (n - s). Points are
    /// counted twice, in whole numbers.
    init(_ margins: Matrix) {
        let count = margins.rows
        let points = margins.rowIndices.map { unit in
            margins.rowIndices.reduce(0) {
                $0 + ($1 == unit || margins[unit, $1] < 0 ? 0 : margins[unit, $1] > 0 ? 2 : 1)
            }
        }
        let order = margins.rowIndices.sorted { a, b in
            points[a] != points[b] ? points[a] > points[b] : a < b
        }
        var (cycles, cycle, sum): ([[Int]], [Int], Int) = ([], [], 0)
        for (place, unit) in order.enumerated() {
            cycle.append(unit)
            sum += points[unit]
            let size = place + 1
            if sum == size * (size - 1) + 2 * size * (count - size) {
                cycles.append(cycle.sorted())
                cycle = []
            }
        }
        self.cycles = cycles
    }
}
