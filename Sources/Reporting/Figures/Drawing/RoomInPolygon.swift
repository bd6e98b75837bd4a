/// Where a label fits into a convex polygon.
struct RoomInPolygon {
    typealias Point = (x: Double, y: Double)

    private let corners: [Point]
    private let avoided: Point

    /// - Parameter avoided: a point on which no label may lie.
    init(_ corners: [Point], avoiding avoided: Point) {
        self.corners = corners
        self.avoided = avoided
    }

    /// The mean of the corners, which lies inside.
    var middle: Point {
        let count = Double(max(corners.count, 1))
        return (
            corners.reduce(0) { $0 + $1.x } / count, corners.reduce(0) { $0 + $1.y } / count
        )
    }

    /// The middle of a box that lies in the polygon, as far from its edges as a grid of 32 by 32 places allows; nil
    /// when there is no room.
    func place(width: Double, height: Double) -> Point? {
        let (xs, ys) = (corners.map(\.x), corners.map(\.y))
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else {
            return nil
        }
        var best: (point: Point, room: Double)?
        for row in 0...32 {
            for column in 0...32 {
                let point = (
                    x: left + (right - left) * Double(column) / 32,
                    y: top + (bottom - top) * Double(row) / 32
                )
                if abs(point.x - avoided.x) < width / 2 + 5, abs(point.y - avoided.y) < height / 2 + 5 {
                    continue
                }
                let room =
                    [-0.5, 0.5].flatMap { x in
                        [-0.5, 0.5].map { (x: point.x + x * width, y: point.y + $0 * height) }
                    }.map(depth).min() ?? 0
                if room > 0, room > (best?.room ?? 0) { best = (point, room) }
            }
        }
        return best?.point
    }

    /// The distance of a point to the nearest edge; negative outside.
    private func depth(_ point: Point) -> Double {
        var signs: [Double] = []
        for (index, start) in corners.enumerated() {
            let end = corners[(index + 1) % corners.count]
            let (dx, dy) = (end.x - start.x, end.y - start.y)
            let length = (dx * dx + dy * dy).squareRoot()
            guard length > 1e-9 else { continue }
            signs.append(((point.x - start.x) * dy - (point.y - start.y) * dx) / length)
        }
        guard let lowest = signs.min(), let highest = signs.max() else { return -1 }
        return max(lowest, -highest)
    }
}
