internal import LinearAlgebra

/// A Markov chain that is uniform on a polytope in the limit: from each point to one chosen uniformly on the chord in
/// a random direction (Smith 1984, Efficient Monte Carlo procedures for generating points uniformly distributed over
/// bounded regions; for weights Tervonen, van Valkenhoef, Basturk & Postmus 2013).
///
/// Directions are uniform in the cube, in coordinates in which a pilot chain has a unit covariance, so that thin
/// polytopes mix as round ones do. With d dimensions a chain drops its first 64 d + 64 steps and keeps every (4 d)-th
/// after: in a ball the correlation of a coordinate falls by 1 - 1/d a step, to exp(-4) from one draw to the next.
/// Uniform in the limit only: a polytope with a far, sharp corner is left more slowly than a ball.
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
        var cursor = pilot
        for _ in 0..<(d > 1 ? 3 : 0) { round(&cursor) }
    }

    /// The uniforms that a block reads.
    func uniformsPerBlock(of draws: Int) -> Int { (burnIn + draws * thinning) * (dimension + 1) }

    /// Writes draws x n shares.
    func fill(_ shares: UnsafeMutableBufferPointer<Double>, draws: Int, cursor: RandomCursor) {
        let n = centre.count
        var walk = Walk(dimension: dimension, slack: slack, cursor: cursor)
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
                shares[draw * n + k] = max(0, share)
                sum += max(0, share)
            }
            for k in 0..<n { shares[draw * n + k] /= sum }
        }
    }

    /// Changes coordinates to those in which the points of a pilot chain have a unit covariance.
    private mutating func round(_ cursor: inout RandomCursor) {
        let d = dimension
        var walk = Walk(dimension: d, slack: slack, cursor: cursor)
        walk.run(steps: burnIn, slopes: slopes)
        let count = 64 * d
        var points = Matrix(rows: count, columns: d)
        for draw in 0..<count {
            walk.run(steps: 4, slopes: slopes)
            walk.refresh(slack: slack, slopes: slopes)
            for j in 0..<d { points[draw, j] = walk.point[j] }
        }
        cursor = walk.cursor
        let means = (0..<d).map { points.column($0).reduce(0, +) / Double(count) }
        let centred = Matrix(rows: count, columns: d) { points[$0, $1] - means[$1] }
        guard let factor = CholeskyFactor(of: centred.crossProduct().map { $0 / Double(count) }) else {
            return
        }
        directions = directions.times(factor.lower)
        slopes = slopes.times(factor.lower)
    }
}

/// A chain on its way.
private struct Walk {
    private(set) var point: [Double]
    private(set) var cursor: RandomCursor
    private var slack: [Double]
    private var direction: [Double]
    private var change: [Double]

    init(dimension: Int, slack: [Double], cursor: RandomCursor) {
        point = Array(repeating: 0, count: dimension)
        direction = point
        self.slack = slack
        change = slack
        self.cursor = cursor
    }

    mutating func run(steps: Int, slopes: Matrix) {
        slopes.elements.withUnsafeBufferPointer { slopes in
            for _ in 0..<steps { step(slopes) }
        }
    }

    private mutating func step(_ slopes: UnsafeBufferPointer<Double>) {
        let d = point.count
        for j in 0..<d { direction[j] = 2 * cursor.nextUniform() - 1 }
        var (lower, upper) = (-Double.infinity, Double.infinity)
        for i in 0..<slack.count {
            var slope = 0.0
            for j in 0..<d { slope += slopes[i * d + j] * direction[j] }
            change[i] = slope
            if slope > 0 { upper = min(upper, slack[i] / slope) }
            if slope < 0 { lower = max(lower, slack[i] / slope) }
        }
        let place = cursor.nextUniform()
        // Bounded because the simplex is; a chord of no length, or one that rounding has turned round, is no move.
        guard upper > lower, (upper - lower).isFinite else { return }
        let length = lower + place * (upper - lower)
        for j in 0..<d { point[j] += length * direction[j] }
        for i in 0..<slack.count { slack[i] = max(0, slack[i] - length * change[i]) }
    }

    /// Computes the slack from the point, so that rounding does not add up.
    mutating func refresh(slack start: [Double], slopes: Matrix) {
        let taken = slopes.times(point)
        for i in slack.indices { slack[i] = max(0, start[i] - taken[i]) }
    }
}
