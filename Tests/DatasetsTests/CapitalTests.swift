import Dyads
import Foundation
import Testing

@testable import Datasets

@Suite("Capitals: where states lie")
struct CapitalTests {
    private static let header = "ccode,statenme,capital,stdate,enddate,lat,lng\n"

    @Test func keepsTheSpellsOfTheLastMembership() throws {
        let imported = try Imported(
            "capitals",
            [
                Self.header + "705,Kazakhstan,Almaty,1991-01-01,1998-05-05,43.25,76.5\n"
                    + "705,Kazakhstan,Astana,1998-05-06,2024-12-31,51.1,71.4\n"
                    + "372,Georgia,Tiflis,1918-01-01,1921-12-31,41.7,44.8\n"
                    + "2,United States,Washington,1816-01-01,2024-12-31,38.9,-77\n"
            ])
        #expect(
            imported.rows["capitals"] == [
                "KAZ,705,Almaty,1991-01-01,1998-05-05,43.25,76.5", "KAZ,705,Astana,1998-05-06,,51.1,71.4",
            ])
        #expect(
            imported.log == [
                "1.csv: a spell before the state's last membership: 1",
                "1.csv: a state outside the list of states: 1",
            ])
    }

    /// CEPII measures the same distances from its own coordinates: great circles agree within 3 % or 25 km. Its
    /// capital of Kazakhstan is Almaty. Mayer & Zignago 2011.
    @Test func distancesAgreeWithGeoDist() throws {
        let locations = try CommittedPackages.folder.locations()
        #expect(locations.count == 15)
        var checked = 0
        for row in try CommittedPackages.rows("dyads", of: "distance") {
            let dyad = try #require(Dyad(row["dyad"] ?? ""))
            guard !dyad.includes(try #require(StateCode("KAZ"))) else { continue }
            let stated = try #require(Double(row["capital_distance_km"] ?? ""))
            let (a, b) = (try #require(locations[dyad.first]), try #require(locations[dyad.second]))
            #expect(abs(greatCircle(a, b) - stated) < max(0.03 * stated, 25), "\(dyad)")
            checked += 1
        }
        #expect(checked == 91)
    }

    /// Haversine formula on a sphere of 6,371 km.
    private func greatCircle(_ a: Location, _ b: Location) -> Double {
        let degree = Double.pi / 180
        let latitude = sin((a.latitude - b.latitude) * degree / 2)
        let longitude = sin((a.longitude - b.longitude) * degree / 2)
        let square =
            latitude * latitude + cos(a.latitude * degree) * cos(b.latitude * degree) * longitude * longitude
        return 2 * 6371 * asin(square.squareRoot())
    }

    @Test func theLatestCapitalCounts() throws {
        let kazakhstan = try #require(StateCode("KAZ"))
        let location = try CommittedPackages.folder.locations()[kazakhstan]
        #expect(location == Location(latitude: 51.1159933, longitude: 71.4677059))
        let states = try CommittedPackages.folder.states().located(
            at: CommittedPackages.folder.locations())
        #expect(states.restricted(to: [kazakhstan])?.location(of: kazakhstan) == location)
    }

    @Test func foldersWithoutThePackageHaveNoPlaces() throws {
        let datasets = try TemporaryDatasets()
        #expect(try datasets.folder.locations().isEmpty)
    }
}
