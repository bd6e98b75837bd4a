internal import LinearAlgebra

/// A chain of `HitAndRun` on its way, in the chain's coordinates, from their origin.
struct HitAndRunWalk {
    private(set) var point: [Double]
    private(set) var cursor: RandomCursor
    /// One a row of the polytope.
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

    /// - Parameter slopes: rows x dimension: what a step in each coordinate takes of the slack.
    mutating func run(steps: Int, slopes: Matrix) {
        var cursor = cursor
        slopes.elements.withUnsafeBufferPointer { slopes in
            point.withUnsafeMutableBufferPointer { point in
                slack.withUnsafeMutableBufferPointer { slack in
                    direction.withUnsafeMutableBufferPointer { direction in
                        change.withUnsafeMutableBufferPointer { change in
                            for _ in 0..<steps {
                                Self.step(&cursor, slopes, point, slack, direction, change)
                            }
                        }
                    }
                }
            }
        }
        self.cursor = cursor
    }

    private static func step(
        _ cursor: inout RandomCursor, _ slopes: UnsafeBufferPointer<Double>,
        _ point: UnsafeMutableBufferPointer<Double>, _ slack: UnsafeMutableBufferPointer<Double>,
        _ direction: UnsafeMutableBufferPointer<Double>, _ change: UnsafeMutableBufferPointer<Double>
    ) {
        let dimension = point.count
        for j in 0..<dimension { direction[j] = 2 * cursor.nextUniform() - 1 }
        var (lower, upper) = (-Double.infinity, Double.infinity)
        for i in 0..<slack.count {
            var slope = 0.0
            for j in 0..<dimension { slope += slopes[i * dimension + j] * direction[j] }
            change[i] = slope
            if slope > 0 { upper = min(upper, slack[i] / slope) }
            if slope < 0 { lower = max(lower, slack[i] / slope) }
        }
        let place = cursor.nextUniform()
        // Bounded because the simplex is; a chord of no length, or one that rounding has turned round, is no move.
        guard upper > lower, (upper - lower).isFinite else { return }
        let length = lower + place * (upper - lower)
        for j in 0..<dimension { point[j] += length * direction[j] }
        for i in 0..<slack.count { slack[i] = max(0, slack[i] - length * change[i]) }
    }

    /// Computes the slack from the point, so that rounding does not add up.
    mutating func refresh(slack start: [Double], slopes: Matrix) {
        let taken = slopes.times(point)
        for i in slack.indices { slack[i] = max(0, start[i] - taken[i]) }
    }
}
