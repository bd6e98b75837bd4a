import Testing

@testable import Reporting

@Suite("Labels beside points")
struct LabelPlacementTests {
    private typealias Box = LabelPlacement.Box
    private let bounds = Box(left: 0, top: 0, right: 200, bottom: 100)

    @Test("With room all around a label stands on the right")
    func right() throws {
        var placement = LabelPlacement(in: bounds, taken: [])
        let place = try #require(placement.place(width: 40, height: 8, at: (100, 50), radius: 2))
        #expect(place.box == Box(left: 103.5, top: 46, right: 143.5, bottom: 54))
        #expect(!place.isFar)
    }

    @Test("Labels cover neither each other nor what is taken, and stay inside")
    func freedom() {
        let points = (0..<30).map { (x: Double($0 * 37 % 191) + 4, y: Double($0 * 53 % 89) + 5) }
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
        let place = try #require(placement.place(width: 40, height: 8, at: (100, 50), radius: 2))
        #expect(!line.meets(place.box))
    }

    @Test func nothingIsFreeInAFullFrame() {
        var placement = LabelPlacement(in: bounds, taken: [bounds])
        #expect(placement.place(width: 10, height: 8, at: (100, 50), radius: 2) == nil)
        #expect(placement.taken == [bounds])
    }

    @Test("A line meets a box where a point of it lies inside")
    func meeting() {
        let box = Box(left: 40, top: 30, right: 90, bottom: 60)
        for number in 0..<400 {
            let a = (x: Double(number * 7 % 131) + 0.3, y: Double(number * 11 % 97) + 0.3)
            let b = (x: Double(number * 17 % 137) + 0.1, y: Double(number * 23 % 101) + 0.1)
            let inside = (0...4_000).contains { step in
                let t = Double(step) / 4_000
                let (x, y) = (a.x + t * (b.x - a.x), a.y + t * (b.y - a.y))
                return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom
            }
            // The steps can miss a corner that the line cuts by less than their length.
            let grown = box.grown(by: 0.1)
            #expect(inside ? box.meets(a, b) : !box.grown(by: -0.1).meets(a, b))
            #expect(!box.meets(a, b) || grown.meets(a, b))
        }
    }
}
