import Testing

@testable import Datasets

@Suite struct OtherImporterTests {
    @Test func pipelinesMakeARowForEveryPairOfTheStatesTheyCross() throws {
        let header = "id,name,unit-name,status,areas,owner,parent,capacity,start-year,url\n"
        let imported = try Imported(
            "gas-pipelines",
            [
                header
                    + "P1,\"Line, one\",,operating,\"Kazakhstan, France, Georgia, Azerbaijan\",o,p,1,1971,u1\n"
                    + "P2,Two,North,proposed,\"Russia, Kazakhstan\",o,p,1,--,u2\nP3,Three,,idle,Georgia,o,p,1,,u3\n"
            ])
        #expect(
            imported.rows["dyad-pipelines"] == [
                "AZE-GEO,AZE,GEO,372,373,P1,\"Line, one\",,operating,1971,u1",
                "AZE-KAZ,AZE,KAZ,373,705,P1,\"Line, one\",,operating,1971,u1",
                "GEO-KAZ,GEO,KAZ,372,705,P1,\"Line, one\",,operating,1971,u1",
                "KAZ-RUS,KAZ,RUS,365,705,P2,Two,North,proposed,,u2",
            ])
        #expect(imported.log == ["1.csv: fewer than two of the states in its areas: 1"])
    }

    private static let cow = "ccode1,ccode2,year,flow1,flow2,smoothflow1,smoothflow2\n"
    private static let baci = "year,exporter,importer,kusd\n"

    @Test func tradeIsSplicedAtTheYear2000() throws {
        let imported = try Imported(
            "trade",
            [
                Self.cow + "373,705,1999,3,4,9,8\n373,705,2000,5,5,9,9\n",
                Self.baci + "2000,AZE,KAZ,1500.5\n2000,KAZ,AZE,500\n2016,KAZ,AZE,1\n2016,AZE,KAZ,0.0\n",
            ])
        #expect(
            imported.rows["dyad-years"] == [
                "AZE-KAZ,AZE,KAZ,373,705,1999,7,,7,COW,0,3,4,9,8",
                "AZE-KAZ,AZE,KAZ,373,705,2000,10,2.0005,2.0005,BACI,0,5,5,9,9",
                "AZE-KAZ,AZE,KAZ,373,705,2016,,0.001,0.001,BACI,0,,,,",
            ])
    }

    /// RUS-UKR is zero in 1992: nobody reported. A zero of 1995 is one.
    @Test func zerosOf1992To1994AreMissing() throws {
        let imported = try Imported(
            "trade",
            [Self.cow + "373,705,1994,0,0,9,9\n373,705,1995,0,0,9,9\n373,705,1992,0,1,9,9\n", Self.baci])
        #expect(
            imported.rows["dyad-years"] == [
                "AZE-KAZ,AZE,KAZ,373,705,1992,1,,1,COW,0,0,1,9,9",
                "AZE-KAZ,AZE,KAZ,373,705,1994,0,,,,0,0,0,9,9",
                "AZE-KAZ,AZE,KAZ,373,705,1995,0,,0,COW,0,0,0,9,9",
            ])
    }

    /// flow1 is what ccode1 imports: Russia (365), though Kazakhstan (705) comes first by code.
    @Test func importsOfCOWFollowTheOrderOfCodes() throws {
        let imported = try Imported("trade", [Self.cow + "365,705,1999,3,4,5,6\n", Self.baci])
        #expect(imported.rows["dyad-years"] == ["KAZ-RUS,KAZ,RUS,365,705,1999,7,,7,COW,0,4,3,6,5"])
    }

    @Test func constantDollarsAreTheSumOfBothDirections() throws {
        let imported = try Imported(
            "trade-itpd",
            [
                "year,exporter,importer,value_const2010\n2001,KAZ,AZE,1500000.5\n2000,AZE,GEO,0.0\n"
                    + "2001,AZE,KAZ,2e6\n2000,GEO,AZE,0.0\n2000,FRA,AZE,7\n"
            ])
        #expect(
            imported.rows["dyad-years"] == [
                "AZE-GEO,AZE,GEO,372,373,2000,0", "AZE-KAZ,AZE,KAZ,373,705,2001,3500000.5",
            ])
        #expect(imported.log == ["1.csv: a state outside the list of states: 1"])
    }

    @Test func worldBankSeriesKeepOurStates() throws {
        let text =
            "Country Name,Country Code,Year,Value\nAzerbaijan,AZE,1990,8858000000.5\nWorld,WLD,1990,1\n"
        #expect(try Imported("gdp", [text]).rows["state-years"] == ["AZE,373,1990,8858000000.5"])
        #expect(try Imported("population", [text]).log == ["1.csv: a state outside the list of states: 1"])
    }

    @Test func distancesOfBothDirectionsMayDifferByRounding() throws {
        let header = "iso_o,iso_d,contig,comlang_off,comlang_ethno,dist,distcap,distw,distwces\n"
        let imported = try Imported(
            "distance",
            [
                header
                    + "KAZ,AZE,1.0,0.0,0.0,100,100,200.0001,300\nAZE,KAZ,1.0,0.0,0.0,100,100,200,300\nAZE,AZE,0,0,0,1,1,1,1\n"
            ])
        #expect(imported.rows["dyads"] == ["AZE-KAZ,AZE,KAZ,373,705,100,100,200,300,1,0,0"])
        #expect(imported.log == ["1.csv: a state with itself: 1"])
    }

    @Test func contiguityLeavesOutSpellsBeforeBothWereMembers() throws {
        let imported = try Imported(
            "contiguity",
            [
                "ccode1,ccode2,conttype,stdate,enddate\n373,705,4,1991-12-01,2016-12-01\n"
                    + "705,373,4,1991-12-01,2016-12-01\n365,372,1,1918-05-01,1921-02-01\n"
            ])
        #expect(imported.rows["dyad-spells"] == ["AZE-KAZ,AZE,KAZ,373,705,4,1991-12-01,2016-12-01"])
        #expect(imported.log == ["1.csv: a spell before both states were members: 1"])
    }

    @Test func minimumDistancesAreOneRowAYear() throws {
        let imported = try Imported(
            "minimum-distance", ["ccode1,ccode2,year,mindist\n373,705,1995,0.0\n705,373,2005,12.25\n"])
        #expect(
            imported.rows["dyad-years"] == [
                "AZE-KAZ,AZE,KAZ,373,705,1995,0", "AZE-KAZ,AZE,KAZ,373,705,2005,12.25",
            ])
    }

    /// Numbers, dates and addresses are facts; the sentences around them are not ours to copy.
    @Test func statedTotalsDropSentencesOfOthers() throws {
        let imported = try Imported(
            "stated-totals",
            [
                "pair,stated_total,as_stated,kind,as_of,source_url,source_title,note\n"
                    + "AZE-KAZ,90,a sentence of theirs,all types,2022-08-24,http://x,News,a note\n",
                "pair,documents,date,source_url\nAZE-KAZ,14,2024-03-11,http://y\n",
                "pair,stated_count,as_stated,as_of,source_url,note\nAZE-KAZ,900,a sentence of theirs,,http://z,\n",
            ])
        #expect(
            imported.rows == [
                "official-totals": ["AZE-KAZ,AZE,KAZ,373,705,http://x,2022-08-24,90,all types,News"],
                "signing-packages": ["AZE-KAZ,AZE,KAZ,373,705,http://y,2024-03-11,14"],
                "joint-ventures": ["AZE-KAZ,AZE,KAZ,373,705,http://z,,900"],
            ])
    }

    @Test func theRegisterKeepsItsDatesAndCountsEntries() throws {
        let header =
            "pair,project,type,status,year_agreed,year_operational,evidence,multilateral,contractor,inherited,"
            + "source_url,source_title,source_date,query,result_rank,coder,note\n"
        let row = "AZE-KAZ,Cable,telecom,built,,2023,A,0,0,0,http://x,T,2024-05,1,2,1,\n"
        let imported = try Imported(
            "joint-projects",
            [header + row + row, header, "pair,query,n_results,n_relevant,coder\nAZE-KAZ,1,8,2,1\n"])
        #expect(
            imported.rows["projects"]
                == [1, 2].map {
                    "AZE-KAZ,AZE,KAZ,373,705,\($0),Cable,telecom,built,,2023,A,0,0,0,http://x,T,2024-05,2024,1,2,1,"
                })
        #expect(imported.rows["effort"] == ["AZE-KAZ,AZE,KAZ,373,705,1,8,2,1"])
    }
}
