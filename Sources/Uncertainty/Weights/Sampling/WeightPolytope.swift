internal import LinearAlgebra
internal import LinearPrograms

/// The part of a simplex that constraints leave, with an inner point and a basis of its directions.
///
/// Constraints that leave no room between two of them (an interval of one point) lower its dimension: they are found
/// as rows that never have any slack.
struct WeightPolytope: Sendable {
    /// Slack below this is none, and weight below it is none.
    static let tolerance = 1e-9

    /// For every constraint and every share's zero a point that is farthest from it; n shares each.
    let points: [[Double]]
    /// The mean of these points: n shares with slack in every row that has any.
    let centre: [Double]
    /// Rows sum of coefficient x share <= bound that have slack somewhere; n coefficients each.
    let rows: [[Double]]
    let bounds: [Double]
    /// Orthonormal directions in which one can move; each n numbers.
    let basis: [[Double]]

    /// - Parameter simplex: feasible, as a `WeightSpace` has made sure.
    /// - Throws: `WeightFailure.solverStopped`.
    init(_ simplex: WeightSimplex) throws(WeightFailure) {
        let count = simplex.nodes.count
        var candidates = simplex.inequalities.map { ($0.coefficients, $0.bound) }
        for k in 0..<count {
            candidates.append(((0..<count).map { $0 == k ? -1 : 0 }, 0))
        }
        let sum = (
            coefficients: [Double](repeating: 1, count: count), bounds: LinearProgram.Bounds.equal(to: 1)
        )
        let constraints = simplex.inequalities.map {
            (coefficients: $0.coefficients, bounds: LinearProgram.Bounds.atMost($0.bound))
        }

        // The mean of the points with the most slack in each row has slack wherever that is possible.
        let solver = try WeightProgram()
        var points: [[Double]] = []
        var equalities = [sum.coefficients]
        var (rows, bounds): ([[Double]], [Double]) = ([], [])
        for (coefficients, bound) in candidates {
            let program = LinearProgram(.minimise, costs: coefficients, rows: [sum] + constraints)
            guard let optimum = try solver.solve(program) else {
                throw .solverStopped(reason: "the constraints leave too little room to find a point")
            }
            points.append(optimum.values)
            if bound - optimum.objective > Self.tolerance {
                rows.append(coefficients)
                bounds.append(bound)
            } else {
                equalities.append(coefficients)
            }
        }
        centre = (0..<count).map { k in
            points.reduce(0) { $0 + max(0, $1[k]) } / Double(points.count)
        }
        self.points = points
        self.rows = rows
        self.bounds = bounds
        basis = OrthonormalBasis.complement(of: equalities, dimension: count)
    }
}
