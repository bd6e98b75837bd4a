import Diagnostics
import Testing

@testable import Datasets

/// Every importer says where its source breaks a rule, and reads no further.
@Suite struct MalformedInputTests {
    struct Malformed: CustomTestStringConvertible, Sendable {
        let importer: String
        let texts: [String]
        let place: Place
        let rule: String

        init(_ importer: String, _ texts: [String], _ file: Int = 1, line: Int, column: Int?, _ rule: String)
        {
            self.importer = importer
            self.texts = texts
            place = Place(path: "\(file).csv", line: line, column: column)
            self.rule = rule
        }

        var testDescription: String { "\(importer): \(rule)" }
    }

    static let cow = "ccode1,ccode2,year,flow1,flow2,smoothflow1,smoothflow2\n"
    static let baci = "year,exporter,importer,kusd\n"
    static let itpd = "year,exporter,importer,value_const2010\n"
    static let atop = "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n"
    static let cepii = "iso_o,iso_d,contig,comlang_off,comlang_ethno,dist,distcap,distw,distwces\n"
    static let exchange = "ccode1,ccode2,year,DR_at_1,DR_at_2,DE\n"
    static let icews = "i_iso3c,j_iso3c,year,verbCoop,matlCoop,verbConf,matlConf\n"
    static let airport = "1,\"N\",\"C\",\"Georgia\",\"I\",\"J\",1,2,3,4,\"U\",\"T\",\"a\",\"O\"\n"

    static let capitals = "ccode,statenme,capital,stdate,enddate,lat,lng\n"

    static let cases = [
        Malformed(
            "capitals", [capitals + "705,K,Almaty,1998-05-05,1991-01-01,43,77\n"], line: 2, column: 25,
            "a spell must not end before it begins"),
        Malformed(
            "capitals", [capitals + "705,K,Almaty,1991-01-01,1998-05-05,91,77\n"], line: 2, column: 36,
            "a latitude is a number from -90 to 90"),
        Malformed(
            "capitals",
            [
                capitals + "705,K,Almaty,1991-01-01,1998-05-05,43,77\n"
                    + "705,K,Astana,1991-01-01,1998-05-05,51,71\n"
            ], line: 3, column: 14, "a capital of a state from a day on may occur once"),
        Malformed(
            "icews", [icews + "AZE,KAZ,2002,-1,0,0,0\n"], line: 2, column: 14, "a count must not be negative"),
        Malformed(
            "icews", [icews + "AZE,KAZ,2002,1,0,0,0\nAZE,KAZ,2002,1,0,0,0\n"], line: 3, column: 1,
            "a directed dyad-year may occur once"),
        Malformed(
            "gdelt", ["date,a,b,edge\n20180230,AZE,KAZ,1\n"], line: 2, column: 1,
            "the cell must be a date YYYYMMDD"),
        Malformed(
            "gdelt", ["date,a,b,edge\n20180201,AZE,KAZ,1\n20180201,KAZ,AZE,2\n"], line: 3, column: 1,
            "a pair on a day may occur once"),
        Malformed(
            "gdelt", ["date,a,b,edge\n20180201,AZE,KAZ,nan\n"], line: 2, column: 18,
            "the cell must be a decimal number"),
        Malformed(
            "embassies", ["year,origin,destination,embassy_level\n2000,AZE,KAZ,7\n"], line: 2, column: 14,
            "the level of an embassy is 4, 5 or 6"),
        Malformed(
            "diplomatic-exchange", [exchange + "373,705,2000,9,0,0\n705,373,2000,9,0,0\n"], line: 3,
            column: 14,
            "both directions of a dyad must agree"),
        Malformed(
            "diplomatic-exchange", [exchange + "373,705,2000,4,0,0\n"], line: 2, column: 14,
            "a level of representation is 0, 1, 2, 3 or 9"),
        Malformed(
            "air-routes", ["", airport + airport], 2, line: 2, column: 1, "an airport's number may occur once"
        ),
        Malformed(
            "air-routes", ["B2,1,A,x1,B,2,,0,\n", airport], line: 1, column: 8,
            "the cell must be a whole number"),
        Malformed(
            "air-routes", ["B2,1,A,1\n", airport], line: 1, column: nil,
            "every row must have as many cells as the header (9)"),
        Malformed(
            "ieadb", ["stateID,treatyID,Begin,Title\nAZE,T,soon,T\n"], line: 2, column: 7,
            "the beginning must be a date, a month, a year or a range of them"),
        Malformed(
            "ggo", ["stateID,treatyID,Begin\nAZE,,1995\n", ""], line: 2, column: 5,
            "the cell must not be empty"),
        Malformed(
            "desta", ["stateID,Begin,Title\nAZE,1995,T\n"], line: 1, column: nil,
            "the table must have a column 'treatyID'"),
        Malformed("atop", [atop + "373,705,1993,2,0,0,0,0\n"], line: 2, column: 14, "a flag is 0 or 1"),
        Malformed(
            "investment-treaties", ["title,status,signed,force,a,b\nT,In force,31feb1999,,AZE,KAZ\n"],
            line: 2,
            column: 12, "the cell must be a date 26may2001"),
        Malformed(
            "joint-igo", ["ccode1,ccode2,year,dyadigos\n373,705,2014,-9\n"], line: 2, column: 14,
            "a count must not be negative"),
        Malformed(
            "joint-igo", ["ccode1,ccode2,year,dyadigos\n373,705,2014,44\n705,373,2014,45\n"], line: 3,
            column: 14,
            "both directions of a dyad must agree"),
        Malformed(
            "gas-pipelines",
            ["id,name,unit-name,status,areas,start-year,url\nP,N,,idle,\"Georgia, Russia\",2001?,u\n"],
            line: 2,
            column: 29, "the cell must be a year from 1 to 9999"),
        Malformed(
            "trade", [cow + "373,705,1999,-9,4,3,4\n", baci], line: 2, column: 14,
            "a flow must not be negative"),
        Malformed(
            "trade", [cow + "373,705,1999,1,4,1,4\n705,373,1999,1,4,1,4\n", baci], line: 3, column: 9,
            "an undirected dyad-year may occur once"),
        Malformed(
            "trade", [cow, baci + "2000,AZE,KAZ,1\n"], 2, line: 2, column: nil,
            "both directions of a dyad-year must be given"),
        Malformed(
            "trade", [cow + "373,705,1999,1,4,NA,4\n", baci], line: 2, column: 18,
            "the cell must be a decimal number"),
        Malformed(
            "trade-cow", [cow + "373,705,1999,,4,,-4\n"], line: 2, column: 18, "a flow must not be negative"),
        Malformed(
            "trade-itpd", [itpd + "2000,AZE,KAZ,1e6\n2000,KAZ,AZE,none\n"], line: 3, column: 14,
            "the cell must be a decimal number"),
        Malformed(
            "trade-itpd", [itpd + "2000,AZE,KAZ,1\n2000,AZE,KAZ,1\n"], line: 3, column: 1,
            "a directed dyad-year may occur once"),
        Malformed(
            "trade-itpd", [itpd + "2000,AZE,KAZ,1\n"], line: 2, column: nil,
            "both directions of a dyad-year must be given"),
        Malformed(
            "gdp", ["Country Name,Country Code,Year,Value\nA,AZE,1990,\n"], line: 2, column: 12,
            "the cell must be a decimal number"),
        Malformed(
            "population", ["Country Name,Country Code,Year,Value\nA,AZE,1990,0\n"], line: 2, column: 12,
            "the value must be above zero"),
        Malformed(
            "distance", [cepii + "AZE,KAZ,1,0,0,100,100,200,300\nKAZ,AZE,1,0,0,100,100,200.1,300\n"], line: 3,
            column: 1, "both directions of a dyad must agree"),
        Malformed(
            "contiguity", ["ccode1,ccode2,conttype,stdate,enddate\n373,705,4,1991-12-01,2016-12-01\n"],
            line: 2,
            column: nil, "both directions of a dyad must agree"),
        Malformed(
            "contiguity", ["ccode1,ccode2,conttype,stdate,enddate\n373,705,6,1991-12-01,2016-12-01\n"],
            line: 2,
            column: 9, "a type of contiguity is a number from 0 to 5"),
        Malformed(
            "minimum-distance", ["ccode1,ccode2,year,mindist\n373,705,1995,-1\n"], line: 2, column: 14,
            "a distance must not be negative"),
        Malformed(
            "stated-totals",
            [
                "pair,stated_total,kind,as_of,source_url,source_title\nKAZ-AZE,90,k,,u,t\n",
                "pair,documents,date,source_url\n", "pair,stated_count,as_of,source_url\n",
            ], line: 2, column: 1, "a dyad is written AZE-KAZ, in alphabetical order"),
        Malformed(
            "joint-projects", ["pair,project\n", "", ""], line: 1, column: nil,
            "the table must have a column 'type'"),
        Malformed(
            "states", ["iso3,name,ccode,gwcode\naze,Azerbaijan,373,373\n", statesCOW, statesGW], line: 2,
            column: 1,
            "an ISO 3166-1 alpha-3 code is three capital letters"),
    ]

    static let statesCOW = "ccode,styear,stmonth,stday,endyear,endmonth,endday\n373,1991,12,26,2016,12,31\n"
    static let statesGW = "gwcode,startdate,enddate\n373,1991-12-26,2017-12-31\n"

    @Test(arguments: cases)
    func isRefusedWithItsPlace(malformed: Malformed) {
        let error = #expect(throws: Diagnostic.self) {
            try Imported(malformed.importer, malformed.texts)
        }
        #expect(error?.rule == malformed.rule)
        #expect(error?.location == malformed.place)
    }

    @Test func everyImporterHasACase() {
        #expect(Set(Self.cases.map(\.importer)) == Set(SourceImporters.all.map(\.id)))
    }
}
