import Foundation
import Testing

@testable import Reporting

@Suite("Where the nodes of a network stand")
struct NodeLayoutTests {
    private let frame = NodeLayout.Frame(left: 10, top: 20, width: 300, height: 150)

    private func random(_ count: Int, _ seed: UInt64) -> [NodeLayout.Point] {
        var state = seed
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(UInt64(1) << 53)
        }
        return (0..<count).map { _ in (10 + 300 * next(), 20 + 150 * next()) }
    }

    @Test("Nodes that are too close part, and stay inside", arguments: 1...8 as ClosedRange<UInt64>)
    func separation(seed: UInt64) {
        let points = random(25, seed)
        let moved = NodeLayout.separated(points + [points[0]], by: 14, in: frame)
        for (i, a) in moved.enumerated() {
            #expect((10...310).contains(a.x) && (20...170).contains(a.y))
            for b in moved[(i + 1)...] { #expect(hypot(a.x - b.x, a.y - b.y) > 14 - 0.2) }
        }
    }

    @Test func nodesWithRoomStay() {
        let points: [NodeLayout.Point] = [(20, 30), (60, 30), (20, 80)]
        let moved = NodeLayout.separated(points, by: 14, in: frame)
        #expect(zip(points, moved).allSatisfy { $0.x == $1.x && $0.y == $1.y })
    }

    @Test("A map fills the frame in one direction, keeps its shape, and has its north on top")
    func fit() {
        let fitted = NodeLayout.fitted([(0, 0), (4, 1), (2, 2)], in: frame)
        #expect(fitted.map(\.x) == [10, 310, 160])
        #expect(fitted.map(\.y) == [170, 95, 20])
        let single = NodeLayout.fitted([(3, 3)], in: frame)
        #expect(single.map(\.x) == [160] && single.map(\.y) == [95])
    }

    @Test func ellipse() {
        let points = NodeLayout.ellipse(4, in: frame)
        for (point, expected) in zip(points, [(160.0, 20.0), (310, 95), (160, 170), (10, 95)]) {
            #expect(abs(point.x - expected.0) < 1e-9 && abs(point.y - expected.1) < 1e-9)
        }
        #expect(NodeLayout.ellipse(0, in: frame).isEmpty)
    }
}
