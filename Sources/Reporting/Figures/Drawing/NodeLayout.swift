import Foundation

/// Where the nodes of a network stand in a frame.
enum NodeLayout {
    typealias Point = (x: Double, y: Double)

    struct Frame: Equatable {
        let left, top, width, height: Double

        func clamped(_ point: Point) -> Point {
            (min(max(point.x, left), left + width), min(max(point.y, top), top + height))
        }
    }

    /// Points on an ellipse, the first on top, the others clockwise.
    static func ellipse(_ count: Int, in frame: Frame) -> [Point] {
        (0..<count).map { place in
            let angle = 2 * Double.pi * Double(place) / Double(max(count, 1))
            return (
                frame.left + frame.width / 2 * (1 + sin(angle)),
                frame.top + frame.height / 2 * (1 - cos(angle))
            )
        }
    }

    /// Points of a map, whose y grows upwards, in the middle of a frame and as large as it allows.
    static func fitted(_ points: [Point], in frame: Frame) -> [Point] {
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        guard let west = xs.min(), let east = xs.max(), let south = ys.min(), let north = ys.max() else {
            return []
        }
        let scale = min(frame.width / max(east - west, 1e-9), frame.height / max(north - south, 1e-9))
        return points.map { point in
            (
                frame.left + frame.width / 2 + (point.x - (west + east) / 2) * scale,
                frame.top + frame.height / 2 - (point.y - (south + north) / 2) * scale
            )
        }
    }

    /// Points moved apart until none are closer than a distance, as far as the frame has room for them.
    ///
    /// Each of at most 400 rounds moves every pair that is too close by half of what it lacks, along the line that joins
    /// them, in the order of the points; points on one place part in a direction that hangs on their number.
    static func separated(_ points: [Point], by distance: Double, in frame: Frame) -> [Point] {
        var places = points
        for _ in 0..<400 {
            var isMoved = false
            for i in places.indices {
                for j in places.indices.dropFirst(i + 1) {
                    var (dx, dy) = (places[j].x - places[i].x, places[j].y - places[i].y)
                    var length = (dx * dx + dy * dy).squareRoot()
                    guard length < distance - 1e-6 else { continue }
                    isMoved = true
                    if length < 1e-6 {
                        (dx, dy, length) = (cos(Double(j)), sin(Double(j)), 1)
                        places[j] = (places[j].x + dx * 1e-3, places[j].y + dy * 1e-3)
                        continue
                    }
                    let step = (distance - length) / 2 / length
                    places[i] = frame.clamped((places[i].x - dx * step, places[i].y - dy * step))
                    places[j] = frame.clamped((places[j].x + dx * step, places[j].y + dy * step))
                }
            }
            if !isMoved { break }
        }
        return places
    }
}
