import Testing

@testable import Datasets

@Suite struct AgreementImporterTests {
    private static let header = "stateID,treatyID,Begin,Title\n"

    @Test func aTreatyMakesARowForEveryPairOfItsParties() throws {
        let imported = try Imported(
            "ieadb",
            [
                Self.header + "AZE,T_1995A,1995-05-06,A treaty\nKAZ,T_1995A,1995-05-06,A treaty\n"
                    + "FRA,T_1995A,1995-05-06,A treaty\nKGZ,T_1995A,1995-05-06,A treaty\n"
            ])
        // France is no dyad of ours, and is counted among the parties.
        #expect(
            imported.rows["dyad-treaties"] == [
                "AZE-KAZ,AZE,KAZ,373,705,T_1995A,1995,1995-05-06,day,4,1995,4,1,A treaty",
                "AZE-KGZ,AZE,KGZ,373,703,T_1995A,1995,1995-05-06,day,4,1995,4,1,A treaty",
                "KAZ-KGZ,KAZ,KGZ,703,705,T_1995A,1995,1995-05-06,day,4,1995,4,1,A treaty",
            ])
        #expect(imported.log.isEmpty)
    }

    /// CITES: rows give the state's own accession; the treaty's year is the earliest, the row's year is kept.
    @Test func aTreatyBeginsWhenItsFirstRowDoes() throws {
        let imported = try Imported(
            "ieadb",
            [Self.header + "FRA,T_1973A,1973,T\nAZE,T_1973A,1998-11-23,T\nKAZ,T_1973A,2000-01,T\n"])
        #expect(
            imported.rows["dyad-treaties"] == [
                "AZE-KAZ,AZE,KAZ,373,705,T_1973A,1973,1973,year,3,1998,2,1,T"
            ])
    }

    @Test func repeatedRowsAreOneParty() throws {
        let imported = try Imported(
            "ieadb", [Self.header + "AZE,T,1995,T\nAZE,T,1995,T\nKAZ,T,1995,T\n,T,1995,T\n"])
        #expect(imported.rows["dyad-treaties"] == ["AZE-KAZ,AZE,KAZ,373,705,T,1995,1995,year,2,1995,2,1,T"])
        #expect(
            imported.log == [
                "1.csv: a further row of the same state and treaty: 1", "1.csv: no party named: 1",
            ])
    }

    @Test func uncertainDatesAreUsedAndSaidSo() throws {
        let imported = try Imported("ieadb", [Self.header + "AZE,T,1995?,T\nKAZ,T,1995-02..1996-03,T\n"])
        #expect(
            imported.rows["dyad-treaties"] == [
                "AZE-KAZ,AZE,KAZ,373,705,T,1995,1995-02..1996-03,\"month, uncertain\",2,1995,2,1,T"
            ])
        #expect(imported.log == ["1.csv: an uncertain beginning: the first year named was taken: 2"])
    }

    @Test func treatiesBeforeTheStatesWereMembersAreCountedByDyadInTheLog() throws {
        let imported = try Imported(
            "ieadb", [Self.header + "AZE,T,1985,T\nKAZ,T,1985,T\nKGZ,T,1985,T\nAZE,U,,U\n"])
        #expect(imported.rows["dyad-treaties"] == [])
        #expect(
            imported.log == [
                "1.csv: no beginning given: the treaty cannot be dated: 1",
                "1.csv: dyads of a treaty begun before both states were members of the state system: 3",
            ])
    }

    /// One line of a log that concerns many dyads is named once.
    @Test func theLogNamesALineOnce() throws {
        let importer = try #require(SourceImporters.named("ieadb"))
        let text = Self.header + "AZE,T,1985,T\nKAZ,T,1985,T\nKGZ,T,1985,T\n"
        var log = ImportLog()
        _ = try importer.tables(
            from: [SourceFile(path: "1.csv", bytes: Array(text.utf8))], states: fixtureStates(), log: &log)
        #expect(log.entries.map(\.lines) == [[2, 3]])
    }

    @Test func titlesOfAnIdentifierComeFromTheAgreements() throws {
        let imported = try Imported(
            "ggo",
            [
                "stateID,treatyID,Begin\nAZE,T,1995-01-01\nKAZ,T,1995-01-01\n",
                "treatyID,Title,Begin\nT,\"Other, late\",1999-01-01\nT,First,1995-01-01\nU,None,1995\n",
            ])
        #expect(
            imported.rows["dyad-treaties"] == [
                "AZE-KAZ,AZE,KAZ,373,705,T,1995,1995-01-01,day,2,1995,2,2,First"
            ])
        #expect(imported.log == ["2.csv: an agreement without parties in the parties file: 1"])
    }

    @Test func alliancesJoinBothDirectionsAndAreOrderedByDepth() throws {
        let header = "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n"
        let imported = try Imported(
            "atop",
            [
                header + "373,705,1993,0,0,0,1,0\n705,373,1993,0,0,0,0,1\n373,705,1994,1,0,0,0,0\n"
                    + "705,703,1995,0,1,0,0,0\n703,705,1996,0,0,1,0,0\n373,703,1997,0,0,0,1,0\n"
                    + "373,372,1998,0,0,0,0,0\n2,20,1990,1,0,0,1,1\n"
            ])
        // The year without an obligation is no row: inside coverage that is a zero.
        #expect(
            imported.rows["dyad-years"] == [
                "AZE-KAZ,AZE,KAZ,373,705,1993,0,0,0,1,1,2", "AZE-KAZ,AZE,KAZ,373,705,1994,1,0,0,0,0,3",
                "AZE-KGZ,AZE,KGZ,373,703,1997,0,0,0,1,0,1", "KAZ-KGZ,KAZ,KGZ,703,705,1995,0,1,0,0,0,3",
                "KAZ-KGZ,KAZ,KGZ,703,705,1996,0,0,1,0,0,2",
            ])
    }

    @Test func investmentTreatiesKeepTheirDates() throws {
        let imported = try Imported(
            "investment-treaties",
            [
                "title,type,status,signed,force,a,b\n\"A - K BIT (1996)\",B,In force,16sep1996,30apr1998,KAZ,AZE\n"
                    + "R - K (2019),B,Signed,01feb2019,,KGZ,RUS\n"
            ])
        #expect(
            imported.rows["treaties"] == [
                "AZE-KAZ,AZE,KAZ,373,705,1996-09-16,1996,1998-04-30,1998,In force,A - K BIT (1996)",
                "KGZ-RUS,KGZ,RUS,365,703,2019-02-01,2019,,,Signed,R - K (2019)",
            ])
    }

    @Test func jointMembershipsComeInOneDirectionOrBoth() throws {
        let imported = try Imported(
            "joint-igo", ["ccode1,ccode2,year,dyadigos\n373,705,2014,44\n705,373,2014,44\n365,703,2014,0\n"])
        #expect(
            imported.rows["dyad-years"] == [
                "AZE-KAZ,AZE,KAZ,373,705,2014,44", "KGZ-RUS,KGZ,RUS,365,703,2014,0",
            ])
    }
}
