import Foundation

/// Finds room for labels beside the points that they name, one label after the other.
struct LabelPlacement {
    typealias Point = (x: Double, y: Double)

    struct Box: Equatable {
        let left, top, right, bottom: Double

        init(left: Double, top: Double, right: Double, bottom: Double) {
            (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
        }

        init(around point: Point, width: Double, height: Double) {
            self.init(
                left: point.x - width / 2, top: point.y - height / 2, right: point.x + width / 2,
                bottom: point.y + height / 2)
        }

        func grown(by margin: Double) -> Box {
            Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
        }

        var middle: Point { ((left + right) / 2, (top + bottom) / 2) }

        func overlaps(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }

        func contains(_ other: Box) -> Bool {
            left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
        }

        func contains(_ point: Point) -> Bool {
            left <= point.x && point.x <= right && top <= point.y && point.y <= bottom
        }

        func nearest(to point: Point) -> Point {
            (min(max(point.x, left), right), min(max(point.y, top), bottom))
        }

        /// Whether a straight line touches the box (Liang & Barsky 1984).
        func meets(_ a: Point, _ b: Point) -> Bool {
            var (first, last) = (0.0, 1.0)
            let (dx, dy) = (b.x - a.x, b.y - a.y)
            for (p, q) in [(-dx, a.x - left), (dx, right - a.x), (-dy, a.y - top), (dy, bottom - a.y)] {
                if p == 0 {
                    if q < 0 { return false }
                } else if p < 0 {
                    first = max(first, q / p)
                } else {
                    last = min(last, q / p)
                }
            }
            return first <= last
        }
    }

    /// Where a label came to stand.
    struct Place {
        let box: Box
        /// Whether it stands so far from its point that a line should join them.
        let isFar: Bool
    }

    /// A line that labels should rather not cross.
    struct Line {
        let points: [Point]
        let width: Double
        /// What it costs to cover it; a place a few points further away costs 2.
        var cost = 7.0

        func meets(_ box: Box) -> Bool {
            let grown = box.grown(by: width / 2)
            return zip(points, points.dropFirst()).contains { grown.meets($0, $1) }
        }

        func ends(at point: Point) -> Bool {
            [points.first, points.last].contains { end in
                end.map { abs($0.x - point.x) + abs($0.y - point.y) < 0.01 } ?? false
            }
        }
    }

    let bounds: Box
    /// What no label may cover.
    private(set) var taken: [Box]
    private(set) var lines: [Line]

    init(in bounds: Box, taken: [Box], lines: [Line] = []) {
        (self.bounds, self.taken, self.lines) = (bounds, taken, lines)
    }

    /// Distances from the edge of the point at which places are tried; the first two count as beside it.
    private static let distances = [1.5, 4, 9, 15, 22, 30, 40, 52]

    /// The best free place for a label, which then is taken: close to its point and across few lines, rather on the right
    /// or left than above or below. Ties go to the place that is tried first, so that the same input gives the same map.
    ///
    /// - Parameter radius: of the mark at the point.
    /// - Returns: Nil when nothing is free.
    mutating func place(width: Double, height: Double, at point: Point, radius: Double) -> Place? {
        var best: (cost: Double, place: Place)?
        for (ring, distance) in Self.distances.enumerated() {
            for step in 0..<16 {
                let angle = Double(step) / 8 * .pi
                let (x, y) = (cos(angle), sin(angle))
                let reach = radius + distance
                // The box touches the ring with the side or corner that looks at the point.
                let middle = (
                    point.x + x * reach + Self.side(x) * width / 2,
                    point.y + y * reach + Self.side(y) * height / 2
                )
                let box = Box(around: middle, width: width, height: height)
                guard bounds.contains(box), !taken.contains(where: box.overlaps) else { continue }
                // The end of a line at the very point matters most: without it nobody sees where the line leads.
                let crossed = lines.reduce(0.0) {
                    $0 + ($1.meets(box) ? $1.ends(at: point) ? 2 * $1.cost : $1.cost : 0)
                }
                // A line that joins a label with its point should run clear of other labels and points.
                let leader =
                    ring > 1
                    ? taken.count { !$0.contains(point) && $0.meets(point, box.nearest(to: point)) } : 0
                let isAside = step % 8 == 0
                let cost =
                    Double(ring) * 2 + crossed + Double(leader) * 10
                    + (isAside ? 0 : step % 4 == 0 ? 0.4 : 0.8)
                if cost < best?.cost ?? .infinity { best = (cost, Place(box: box, isFar: ring > 1)) }
            }
        }
        guard let found = best?.place else { return nil }
        taken.append(found.box)
        if found.isFar { lines.append(Line(points: [point, found.box.nearest(to: point)], width: 0.5)) }
        return found
    }

    /// -1, 0 or 1, with a slope between, so that boxes slide around the point.
    private static func side(_ value: Double) -> Double { max(-1, min(1, value * 1.6)) }
}
