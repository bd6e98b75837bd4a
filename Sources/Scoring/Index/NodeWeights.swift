internal import LinearAlgebra

/// Weights of the nodes of a level for P units: the same for every unit, kept once, or a row a unit.
struct NodeWeights: Sendable {
    let units: Int
    /// 1 x N if all units have the same weights, else P x N.
    private let rows: Matrix
    /// The sum of each row; sums that miss one only by rounding are one, so that scores under common weights are plain
    /// means.
    private let sums: [Double]

    /// The same weights for every unit.
    init(common: [Double], units: Int) {
        self.init(rows: Matrix(rows: 1, columns: common.count, elements: common), units: units)
    }

    /// P x N.
    init(perUnit rows: Matrix) { self.init(rows: rows, units: rows.rows) }

    private init(rows: Matrix, units: Int) {
        self.rows = rows
        self.units = units
        sums = rows.rowIndices.map { row in
            let first = row * rows.columns
            let sum = rows.elements[first..<(first + rows.columns)].reduce(0, +)
            return abs(sum - 1) < 1e-12 ? 1 : sum
        }
    }

    var nodes: Int { rows.columns }
    var isCommon: Bool { rows.rows == 1 }

    /// The weights of all rows in one list, and how far the rows of two units are apart in it.
    var elements: [Double] { rows.elements }
    var stride: Int { isCommon ? 0 : nodes }

    /// The sum of a unit's weights.
    func sum(of unit: Int) -> Double { sums[isCommon ? 0 : unit] }

    /// P x N.
    var matrix: Matrix {
        guard isCommon, units != 1 else { return rows }
        return Matrix(rows: units, columns: nodes) { rows.elements[$1] }
    }

    /// The weights of the groups above: sums over their nodes, in the order of the nodes.
    func grouped(by parents: [Int], groups: Int) -> NodeWeights {
        var grouped = [Double](repeating: 0, count: rows.rows * groups)
        for row in rows.rowIndices {
            for (node, parent) in parents.enumerated() { grouped[row * groups + parent] += rows[row, node] }
        }
        return NodeWeights(rows: Matrix(rows: rows.rows, columns: groups, elements: grouped), units: units)
    }
}
