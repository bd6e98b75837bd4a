import Testing

@testable import Datasets

@Suite struct ContactImporterTests {
    /// One event is coded in both directions: half the sum, not the sum. The directions of verbal cooperation follow.
    @Test func icewsTakesHalfTheSumOfBothDirections() throws {
        let header = "i,j,i_iso3c,j_iso3c,year,verbCoop,matlCoop,verbConf,matlConf\n"
        let imported = try Imported(
            "icews",
            [
                header + "K,A,KAZ,AZE,2003,5,1,0,2\nA,K,AZE,KAZ,2003,8,1,0,0\nF,K,FRA,KAZ,2003,9,9,9,9\n"
                    + "A,G,AZE,GEO,2002,1,0,0,0\n"
            ])
        #expect(
            imported.rows["dyad-years"] == [
                "AZE-GEO,AZE,GEO,372,373,2002,0.5,0,0,0,1,", "AZE-KAZ,AZE,KAZ,373,705,2003,6.5,1,0,1,8,5",
            ])
        #expect(imported.log == ["1.csv: a state outside the list of states: 1"])
    }

    @Test func gdeltCountsDistinctDaysAndThoseWithAPositiveSum() throws {
        let imported = try Imported(
            "gdelt",
            [
                "date,a,b,edge\n20180101,AZE,KAZ,1.5\n20180102,KAZ,AZE,-2\n20180102,GEO,RUS,0.0\n"
                    + "20190101,FRA,KAZ,1\n20191231,AZE,KAZ,1e-3\n"
            ])
        #expect(
            imported.rows["dyad-years"] == [
                "AZE-KAZ,AZE,KAZ,373,705,2018,2,1", "AZE-KAZ,AZE,KAZ,373,705,2019,1,1",
                "GEO-RUS,GEO,RUS,365,372,2018,1,0",
            ])
        // Days that the source has at all, whoever is in them.
        #expect(imported.rows["years"] == ["2018,2", "2019,2"])
    }

    @Test func embassiesCountDirections() throws {
        let imported = try Imported(
            "embassies",
            [
                "year,origin,destination,embassy_level,focus\n2003,KAZ,AZE,6,1\n2004,AZE,KAZ,4,1\n"
                    + "2004,KAZ,AZE,6,1\n"
            ])
        #expect(
            imported.rows["dyad-years"] == [
                "AZE-KAZ,AZE,KAZ,373,705,2003,1,,6", "AZE-KAZ,AZE,KAZ,373,705,2004,2,4,6",
            ])
    }

    /// DR_at_1 is the level at the first state of the row, whichever comes first in ISO order.
    @Test func diplomaticExchangeTurnsReversedRowsAround() throws {
        let header = "ccode1,ccode2,year,DR_at_1,DR_at_2,DE,version\n"
        let imported = try Imported(
            "diplomatic-exchange",
            [
                header
                    + "705,373,2000,0,9,0,x\n373,705,2000,9,0,0,x\n705,373,2005,1,3,1,x\n365,705,2005,0,0,0,x\n"
            ])
        #expect(
            imported.rows["dyad-years"] == [
                "AZE-KAZ,AZE,KAZ,373,705,2000,9,0,1,0", "AZE-KAZ,AZE,KAZ,373,705,2005,3,1,2,1",
                "KAZ-RUS,KAZ,RUS,365,705,2005,0,0,0,0",
            ])
    }

    /// The dialect: no header, \N for missing, CRLF, doubled quotes, and \' inside quotes.
    @Test func airRoutesCountUnorderedPairsOfAirportNumbers() throws {
        func airport(_ number: Int, _ country: String, name: String = "X") -> String {
            "\(number),\"\(name)\",\"C\",\"\(country)\",\"IAT\",\\N,1.5,2,3,4,\"U\",\"T\",\"airport\",\"O\"\n"
        }
        let airports =
            airport(1, "Azerbaijan", name: "Heydar \"\"H\"\" O\\'Port") + airport(2, "Kazakhstan")
            + airport(3, "Kazakhstan") + airport(4, "France")
        let routes = [
            "B2,1,AAA,1,BBB,2,,0,CR2", "B2,1,BBB,2,AAA,1,,0,CR2", "XX,\\N,AAA,1,BBB,2,Y,1,",
            "B2,1,AAA,1,CCC,3,,0,CR2",
            "B2,1,AAA,\\N,CCC,3,,0,CR2", "B2,1,AAA,1,DDD,4,,0,CR2", "B2,1,BBB,2,CCC,3,,0,CR2",
            "B2,1,AAA,1,EEE,9,,0,",
        ].joined(separator: "\r\n")
        let imported = try Imported("air-routes", [routes, airports])
        #expect(imported.rows["dyads"] == ["AZE-KAZ,AZE,KAZ,373,705,2014,2"])
        #expect(
            imported.log == [
                "1.csv: an airport without an OpenFlights number: 1",
                "1.csv: a state outside the list of states: 1",
                "1.csv: a domestic route: 1", "1.csv: an airport that is not in the file of airports: 1",
            ])
    }
}
