import Testing

@testable import Reporting

@Suite("Labels beside points")
struct LabelPlacementTests {
    private typealias Box = LabelPlacement.Box
    private let bounds = Box(left: 0, top: 0, right: 200, bottom: 100)

    @Test("With room all around a label stands on the right")
    func right() throws {
        var placement = LabelPlacement(in: bounds, taken: [])
        let found = placement.place(width: 40, height: 8, at: (100, 50), radius: 2)
        let place = try #require(found)
        #expect(place.box == Box(left: 103.5, top: 46, right: 143.5, bottom: 54))
        #expect(!place.isFar)
    }

    @Test("Labels cover neither each other nor what is taken, and stay inside")
    func freedom() {
        let points: [LabelPlacement.Point] = (0..<30).map { number in
            let (x, y) = (number * 37 % 191 + 4, number * 53 % 89 + 5)
            return (Double(x), Double(y))
        }
        let nodes = points.map { Box(around: $0, width: 5, height: 5) }
        var placement = LabelPlacement(in: bounds, taken: nodes)
        let boxes = points.compactMap { placement.place(width: 17, height: 8, at: $0, radius: 2)?.box }
        #expect(boxes.count > 20)
        for (index, box) in boxes.enumerated() {
            #expect(bounds.contains(box))
            #expect(!(nodes + boxes[(index + 1)...]).contains(where: box.overlaps))
        }
        #expect(placement.taken == nodes + boxes)
    }

    @Test("A label rather leaves its side than cover the end of a line at its point")
    func lines() throws {
        let line = LabelPlacement.Line(points: [(100, 50), (180, 50)], width: 3)
        var placement = LabelPlacement(in: bounds, taken: [], lines: [line])
        let found = placement.place(width: 40, height: 8, at: (100, 50), radius: 2)
        let place = try #require(found)
        #expect(!line.meets(place.box))
    }

    @Test func nothingIsFreeInAFullFrame() {
        var placement = LabelPlacement(in: bounds, taken: [bounds])
        let found = placement.place(width: 10, height: 8, at: (100, 50), radius: 2)
        #expect(found?.box == nil)
        #expect(placement.taken == [bounds])
    }

    @Test("A line meets a box where a point of it lies inside")
    func meeting() {
        let box = Box(left: 40, top: 30, right: 90, bottom: 60)
        for number in 0..<400 {
            let (left, top, right, bottom) = (
                number * 7 % 131, number * 11 % 97, number * 17 % 137, number * 23 % 101
            )
            let a: LabelPlacement.Point = (Double(left) + 0.3, Double(top) + 0.3)
            let b: LabelPlacement.Point = (Double(right) + 0.1, Double(bottom) + 0.1)
            let inside = (0...4_000).contains { step in
                let t = Double(step) / 4_000
                let (x, y) = (a.x + t * (b.x - a.x), a.y + t * (b.y - a.y))
                return (box.left...box.right).contains(x) && (box.top...box.bottom).contains(y)
            }
            // The steps can miss a corner that the line cuts by less than their length.
            let grown = box.grown(by: 0.1)
            #expect(inside ? box.meets(a, b) : !box.grown(by: -0.1).meets(a, b))
            #expect(!box.meets(a, b) || grown.meets(a, b))
        }
    }
}
