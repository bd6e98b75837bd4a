internal import LinearAlgebra

/// A Markov chain that is uniform on a polytope in the limit: from each point to one chosen uniformly on the chord in
/// a random direction (Smith 1984, Efficient Monte Carlo procedures for generating points uniformly distributed over
/// bounded regions; for weights Tervonen, van Valkenhoef, Basturk & Postmus 2013).
///
/// Directions are uniform in the cube, in coordinates in which first the points farthest from each face and then a
/// pilot chain, twice, have a unit covariance, so that thin polytopes mix as round ones do. With d dimensions a chain
/// starts at the centre, drops its first 64 d + 64 steps and keeps every (4 d)-th after.
///
/// Holds: the uniform distribution is the chain's only stationary one. Does not hold: draws of a chain are not
/// independent. On a whole simplex, whose corners are its worst part, the correlation of a weight from one draw to the
/// next is 0.08 with 4 weights, 0.36 with 8 and 0.50 with 12 (simulated), and second moments are within the simulation's
/// 2 % of their limit after 16 d steps.
struct HitAndRun: Sendable {
    let centre: [Double]
    let dimension: Int
    /// n x d: what a step in each coordinate does to the shares.
    private var directions: Matrix
    /// m x d: what it takes of the slack in each row.
    private var slopes: Matrix
    /// m: the slack at the centre.
    private let slack: [Double]

    private var burnIn: Int { 64 * dimension + 64 }
    private var thinning: Int { 4 * dimension }

    init(_ polytope: WeightPolytope, pilot: RandomCursor) {
        let (n, d) = (polytope.centre.count, polytope.basis.count)
        centre = polytope.centre
        dimension = d
        directions = Matrix(rows: n, columns: d) { polytope.basis[$1][$0] }
        let rows = Matrix(rows: polytope.rows.count, columns: n) { polytope.rows[$0][$1] }
        slopes = rows.times(directions)
        slack = zip(rows.times(polytope.centre), polytope.bounds).map { $1 - $0 }
        guard d > 1 else { return }
        let spread = Matrix(rows: polytope.points.count, columns: n) {
            polytope.points[$0][$1] - polytope.centre[$1]
        }
        stretch(to: spread.times(directions))
        var cursor = pilot
        for _ in 0..<2 { round(&cursor) }
    }

    /// The uniforms that a block reads.
    func uniformsPerBlock(of draws: Int) -> Int { (burnIn + draws * thinning) * (dimension + 1) }

    /// Writes a block of shares, n x 256.
    func fill(_ shares: UnsafeMutableBufferPointer<Double>, cursor: RandomCursor) {
        let draws = LaneKernels.lanes
        let n = centre.count
        var walk = HitAndRunWalk(dimension: dimension, slack: slack, cursor: cursor)
        if dimension > 0 { walk.run(steps: burnIn, slopes: slopes) }
        for draw in 0..<draws {
            if dimension > 0 {
                walk.run(steps: thinning, slopes: slopes)
                walk.refresh(slack: slack, slopes: slopes)
            }
            var sum = 0.0
            for k in 0..<n {
                var share = centre[k]
                for j in 0..<dimension { share += directions[k, j] * walk.point[j] }
                // A share that is kept at zero, or that rounding takes below it.
                shares[k * draws + draw] = max(0, share)
                sum += max(0, share)
            }
            for k in 0..<n { shares[k * draws + draw] /= sum }
        }
    }

    /// Changes coordinates by the points of a pilot chain.
    private mutating func round(_ cursor: inout RandomCursor) {
        let d = dimension
        var walk = HitAndRunWalk(dimension: d, slack: slack, cursor: cursor)
        walk.run(steps: burnIn, slopes: slopes)
        let count = 64 * d
        var points = Matrix(rows: count, columns: d)
        for draw in 0..<count {
            walk.run(steps: 4, slopes: slopes)
            walk.refresh(slack: slack, slopes: slopes)
            for j in 0..<d { points[draw, j] = walk.point[j] }
        }
        cursor = walk.cursor
        stretch(to: points)
    }

    /// Changes coordinates to those in which points, in the present ones, have a unit covariance; not if they lie in a
    /// plane.
    private mutating func stretch(to points: Matrix) {
        let count = Double(points.rows)
        let means = (0..<dimension).map { points.column($0).reduce(0, +) / count }
        let centred = Matrix(rows: points.rows, columns: dimension) { points[$0, $1] - means[$1] }
        let covariance = centred.crossProduct().map { $0 / count }
        guard let factor = CholeskyFactor(of: covariance) else { return }
        directions = directions.times(factor.lower)
        slopes = slopes.times(factor.lower)
    }
}
