import Dyads
import Foundation

/// The equidistant cylindrical projection of some places: north is up, scale is true along meridians and along one
/// parallel.
///
/// x = (longitude - middle) cos(standard parallel), y = latitude, both in degrees (Snyder 1987, Map Projections: A Working
/// Manual, USGS Professional Paper 1395, equations 12-1 and 12-2 on the sphere). The standard parallel is half way
/// between the northernmost and the southernmost place. The map is cut in the widest gap of longitudes, so that places on
/// both sides of the antimeridian stay together. Neither areas nor angles are kept.
struct MapProjection {
    /// Degrees.
    let standardParallel: Double
    /// Where the map is cut: longitudes are counted eastwards from here.
    private let cut: Double

    /// Nil without places.
    init?(_ places: [Location]) {
        let latitudes = places.map(\.latitude)
        guard let south = latitudes.min(), let north = latitudes.max() else { return nil }
        standardParallel = (south + north) / 2
        let longitudes = places.map(\.longitude).sorted()
        var (widest, cut) = (-1.0, longitudes[0])
        for (index, longitude) in longitudes.enumerated() {
            let isLast = index + 1 == longitudes.count
            let next = isLast ? longitudes[0] : longitudes[index + 1]
            let gap = next - longitude + (isLast ? 360 : 0)
            if gap > widest { (widest, cut) = (gap, next) }
        }
        self.cut = cut
    }

    /// Degrees of the meridian to the right of the westernmost place, and to the north of the equator.
    func callAsFunction(_ place: Location) -> (x: Double, y: Double) {
        var east = place.longitude - cut
        if east < 0 { east += 360 }
        return (east * cos(standardParallel * .pi / 180), place.latitude)
    }
}
