import Testing

@testable import Reporting

@Suite("Regions of the triangle of weights")
struct WeightRegionsTests {
    /// Numbers of a linear congruential generator between 0 and 1.
    private static func table(units: Int, seed: UInt64) -> [[Double]] {
        var state = seed
        return (0..<units).map { _ in
            (0..<3).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Double(state >> 40) / Double(1 << 24)
            }
        }
    }

    private static func score(_ values: [Double], _ weights: [Double]) -> Double {
        zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// Whether a point lies in a convex outline, by the side of every edge on which it lies.
    private static func holds(_ corners: [[Double]], _ point: [Double]) -> Bool {
        var signs: Set<Bool> = []
        for (index, start) in corners.enumerated() {
            let end = corners[(index + 1) % corners.count]
            let cross =
                (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])
            if abs(cross) > 1e-12 { signs.insert(cross > 0) }
        }
        return signs.count <= 1
    }

    @Test("The first unit at every point of a grid is the one whose region holds it", arguments: 1...6)
    func grid(seed: Int) {
        let values = Self.table(units: 3 + 4 * seed, seed: UInt64(seed))
        let map = WeightRegions(values)
        let steps = 37
        for i in 0...steps {
            for j in 0...(steps - i) {
                let weights = [i, j, steps - i - j].map { Double($0) / Double(steps) }
                let best = values.map { Self.score($0, weights) }.max() ?? 0
                let holders = map.regions.filter { Self.holds($0.corners, weights) }
                #expect(!holders.isEmpty)
                // A region smaller than the smallest drawn may be missing at a corner where several meet.
                for region in holders {
                    #expect(abs(Self.score(values[region.units[0]], weights) - best) < 1e-9)
                }
            }
        }
    }

    @Test("Shares sum to one and do not depend on the order of the units", arguments: 1...6)
    func shares(seed: Int) {
        let values = Self.table(units: 20, seed: UInt64(seed))
        let map = WeightRegions(values)
        #expect(abs(map.regions.reduce(0) { $0 + $1.share } - 1) < 1e-12)
        let other = WeightRegions(values.reversed())
        #expect(other.regions.map { [19 - $0.units[0]] } == map.regions.map(\.units))
        for (a, b) in zip(map.regions, other.regions) { #expect(abs(a.share - b.share) < 1e-12) }
        // Adding the same to a dimension, or stretching all, changes no order.
        let moved = WeightRegions(values.map { [3 * $0[0] + 5, 3 * $0[1] - 1, 3 * $0[2]] })
        #expect(moved.regions.map(\.units) == map.regions.map(\.units))
    }

    @Test("Three units that are each best in one dimension: thirds, by symmetry")
    func thirds() {
        let map = WeightRegions([[1, 0, 0], [0, 1, 0], nil, [0, 0, 1]])
        #expect(map.regions.map(\.units).sorted { $0[0] < $1[0] } == [[0], [1], [3]])
        for region in map.regions { #expect(abs(region.share - 1.0 / 3) < 1e-12) }
    }

    @Test("Two units: the line of equal scores divides the triangle where it must")
    func halfPlane() {
        // Equal where w1 = 2 w2, which meets the edge w3 = 0 at (2/3, 1/3): 1/3 of the triangle for the first.
        let map = WeightRegions([[1, 0, 0], [0, 2, 0]])
        #expect(map.regions.map(\.units) == [[1], [0]])
        #expect(abs(map.regions[1].share - 1.0 / 3) < 1e-12)
    }

    @Test("Equal units share a region; dominated units and those without numbers have none")
    func degenerate() {
        let map = WeightRegions([[1, 1, 1], nil, [1, 1, 1], [0, 1, 0.5]])
        #expect(map.regions.map(\.units) == [[0, 2]])
        #expect(map.regions[0].share == 1)
        #expect(WeightRegions([nil, nil]).regions.isEmpty)
        #expect(WeightRegions([]).regions.isEmpty)
        #expect(WeightRegions([[0, 0, 0]]).regions.count == 1)
    }
}

@Suite("Room for labels in polygons")
struct RoomInPolygonTests {
    @Test("A label's box lies in the polygon and off the avoided point; none where there is no room")
    func square() throws {
        let room = RoomInPolygon([(0, 0), (40, 0), (40, 40), (0, 40)], avoiding: (20, 20))
        let place = try #require(room.place(width: 20, height: 8))
        #expect(place.x >= 10 && place.x <= 30 && place.y >= 4 && place.y <= 36)
        #expect(abs(place.x - 20) >= 15 || abs(place.y - 20) >= 9)
        #expect(room.place(width: 41, height: 8) == nil)
        #expect(room.middle == (20, 20))
    }

    @Test("The direction of the outline does not matter")
    func direction() {
        let corners: [RoomInPolygon.Point] = [(0, 0), (60, 0), (30, 50)]
        let one = RoomInPolygon(corners, avoiding: (-9, -9)).place(width: 12, height: 8)
        let other = RoomInPolygon(corners.reversed(), avoiding: (-9, -9)).place(width: 12, height: 8)
        #expect(one?.x == other?.x && one?.y == other?.y)
    }
}
