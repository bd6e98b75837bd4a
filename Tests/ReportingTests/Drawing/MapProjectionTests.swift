import Dyads
import Foundation
import Testing

@testable import Reporting

@Suite("Equidistant cylindrical projection (Snyder 1987, equations 12-1 and 12-2)")
struct MapProjectionTests {
    private func places(_ degrees: [(Double, Double)]) throws -> [Location] {
        try degrees.map { try #require(Location(latitude: $0.0, longitude: $0.1)) }
    }

    @Test("Scale is true along meridians and along the standard parallel")
    func scale() throws {
        let places = try places([(40, 10), (60, 10), (50, 30), (50, 70)])
        let projection = try #require(MapProjection(places))
        #expect(projection.standardParallel == 50)
        let points = places.map { projection($0) }
        #expect(abs(points[1].y - points[0].y - 20) < 1e-12 && points[0].x == points[1].x)
        // 40 degrees of the parallel of 50 degrees are cos 50 as long as 40 degrees of a meridian.
        #expect(abs(points[3].x - points[2].x - 40 * 0.6427876096865394) < 1e-12)
    }

    @Test("Places on both sides of the antimeridian stay together")
    func antimeridian() throws {
        let places = try places([(0, 178), (0, -172), (0, 170)])
        let projection = try #require(MapProjection(places))
        #expect(places.map { projection($0).x } == [8, 18, 0])
    }

    /// Counting from the westernmost place plus a full circle once put it at the other end by rounding.
    @Test func theWesternmostPlaceStandsAtZero() throws {
        for west in [24.1051846, 44.5126233, -0.1, 179.9999999] {
            let others = [1.3, 2.7, 9.1].map { west + $0 > 180 ? west + $0 - 360 : west + $0 }
            let places = try places(([west] + others).map { (50, $0) })
            let projection = try #require(MapProjection(places))
            let xs = places.map { projection($0).x }
            #expect(xs[0] == 0 && xs == xs.sorted())
        }
    }

    @Test func oneOrNoPlace() throws {
        #expect(MapProjection([])?.standardParallel == nil)
        let place = try places([(-33, 151)])
        let projection = try #require(MapProjection(place))
        let point = projection(place[0])
        #expect(point.x == 0 && point.y == -33)
    }
}
