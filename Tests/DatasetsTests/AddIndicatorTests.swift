import Diagnostics
import Dyads
import Files
import Testing

@testable import Datasets

@Suite struct AddIndicatorTests {
    private func request(
        id: String = "my-visits", kind: IndicatorRequest.Kind = .count, codes: StateCodeScheme = .iso3,
        directions: IndicatorRequest.Directions = .refuse, withoutStates: [String] = ["GEO"],
        citation: String? = nil,
        replaces: Bool = false
    ) -> IndicatorRequest {
        IndicatorRequest(
            id: id, title: "Visits: \"state\" and other", dimension: "contacts", kind: kind, unit: "visits",
            direction: .more, yearOperator: .sum,
            columns: .init(stateA: "s1", stateB: "s2", year: "yr", value: "n", codes: codes),
            coverage: .init(firstYear: 2000, lastYear: 2005, withoutStates: withoutStates, unrecorded: .zero),
            origin: .init(
                definition: "NO: visits, # of \\ all kinds\nin a year",
                citation: citation ?? "oecd2008handbook",
                source: "a list", licence: "CC0"),
            directions: directions, replaces: replaces)
    }

    private func file(_ rows: String) -> SourceFile {
        SourceFile(path: "my.csv", bytes: Array("s1,s2,yr,n\n\(rows)".utf8))
    }

    /// From a user's table to the panel: values, zeros inside coverage, nothing outside.
    @Test func whatIsAddedCanBeLoaded() throws {
        let datasets = try TemporaryDatasets()
        let log = try datasets.folder.add(
            request(),
            from: file("KAZ,AZE,2001,3\nKAZ,UZB,2001,\nLVA,EST,2002,4\nAZE,GEO,2002,1\nAZE,KAZ,1999,9\n"))
        #expect(log.entries.map(\.reason) == ["a year outside the coverage"])
        #expect(datasets.folder.problems(ofPackage: "my-visits") == [])
        let definition = try #require(try datasets.folder.indicatorDefinitions().first)
        #expect(definition.indicator.title == "Visits: \"state\" and other")
        #expect(definition.indicator.definition == "NO: visits, # of \\ all kinds\nin a year")
        #expect(definition.packages == ["my-visits"])
        let panel = try datasets.folder.panel(of: ["my-visits"], states: datasets.folder.states())
        guard case .series(let series) = try #require(panel[indicator: "my-visits"]).data else {
            Issue.record("an added indicator is a series")
            return
        }
        func value(_ dyad: String, _ year: Int) throws -> Double? { series[try #require(Dyad(dyad)), year] }
        #expect(try value("AZE-KAZ", 2001) == 3)
        #expect(try value("AZE-KAZ", 2002) == 0)
        #expect(try value("AZE-KAZ", 1999) == nil)
        #expect(try value("KAZ-UZB", 2001) == nil)
        #expect(try value("AZE-GEO", 2002) == nil)
    }

    /// peacesciencer's changelog: directed data that was not, and the reverse.
    @Test(arguments: [(IndicatorRequest.Directions.sum, "7"), (.mean, "3.5")])
    func directionsAreJoinedWhereTheUserSaysHow(directions: IndicatorRequest.Directions, value: String) throws
    {
        let datasets = try TemporaryDatasets()
        _ = try datasets.folder.add(
            request(directions: directions), from: file("KAZ,AZE,2001,3\nAZE,KAZ,2001,4\n"))
        var reader = try datasets.folder.table("dyad-years", of: "my-visits")
        #expect(try reader.next()?.text(6) == value)
    }

    @Test(arguments: [(StateCodeScheme.cow, "373,705"), (.gleditschWard, "705,373"), (.iso3, "KAZ,AZE")])
    func statesAreKnownByAnyCode(codes: StateCodeScheme, states: String) throws {
        let datasets = try TemporaryDatasets()
        _ = try datasets.folder.add(request(codes: codes), from: file("\(states),2001,3\n"))
        var reader = try datasets.folder.table("dyad-years", of: "my-visits")
        #expect(try reader.next()?.text(0) == "AZE-KAZ")
    }

    @Test(arguments: [
        ("AZE,KAZ,2001,3\nKAZ,AZE,2001,3\n", 3, 1, "a pair in a year may occur once, in whichever order"),
        ("AZE,KAZ,2001,3\nAZE,KAZ,2001,3\n", 3, 1, "a pair in a year may occur once, in whichever order"),
        ("AZE,KAZ,2001,-3\n", 2, 14, "a count must not be negative"),
        ("AZE,KAZ,2001,0.5\n", 2, 14, "the cell must be a whole number"),
        ("AZE,KAX,2001,3\n", 2, 5, "the state must be in the package 'states', by its iso3 code"),
        ("AZE,AZE,2001,3\n", 2, 5, "a state cannot be paired with itself"),
        ("AZE,KAZ,last,3\n", 2, 9, "the cell must be a year from 1 to 9999"),
    ])
    func badRowsAreRefusedAndNothingIsWritten(rows: String, line: Int, column: Int, rule: String) throws {
        let datasets = try TemporaryDatasets()
        let error = #expect(throws: Diagnostic.self) { try datasets.folder.add(request(), from: file(rows)) }
        #expect(error?.rule == rule)
        #expect(error?.location == Place(path: "my.csv", line: line, column: column))
        #expect(datasets.folder.packageNames == ["states"])
        #expect(!exists("\(datasets.folder.path)/indicators"))
    }

    @Test func duplicatesOfOneDirectionAreRefusedAlsoWhereDirectionsAreJoined() throws {
        let datasets = try TemporaryDatasets()
        let error = #expect(throws: Diagnostic.self) {
            try datasets.folder.add(request(directions: .sum), from: file("AZE,KAZ,2001,3\nAZE,KAZ,2001,3\n"))
        }
        #expect(error?.location?.line == 3)
    }

    @Test(arguments: [(IndicatorRequest.Kind.binary, "2"), (.share, "1.5"), (.flow, "inf"), (.count, "1e3")])
    func valuesMustBeOfTheirKind(kind: IndicatorRequest.Kind, value: String) throws {
        let datasets = try TemporaryDatasets()
        let error = #expect(throws: Diagnostic.self) {
            try datasets.folder.add(request(kind: kind), from: file("AZE,KAZ,2001,\(value)\n"))
        }
        #expect(error?.location == Place(path: "my.csv", line: 2, column: 14))
    }

    @Test func anIdIsUsedOnceUnlessItIsToBeReplaced() throws {
        let datasets = try TemporaryDatasets()
        _ = try datasets.folder.add(request(), from: file("AZE,KAZ,2001,3\n"))
        #expect(throws: Diagnostic.self) {
            try datasets.folder.add(request(), from: file("AZE,KAZ,2001,4\n"))
        }
        _ = try datasets.folder.add(request(replaces: true), from: file("AZE,KAZ,2001,5\n"))
        var reader = try datasets.folder.table("dyad-years", of: "my-visits")
        #expect(try reader.next()?.text(6) == "5")
        // A source's own package never gives way to a slip.
        let error = #expect(throws: Diagnostic.self) {
            try datasets.folder.add(request(id: "states", replaces: true), from: file("AZE,KAZ,2001,5\n"))
        }
        #expect(error?.rule == "only an indicator that was added can be replaced")
    }

    @Test(arguments: ["My-visits", "../x", "", "1st", "a b", "-a"])
    func anIdMustBeAbleToNameAFolder(id: String) throws {
        let datasets = try TemporaryDatasets()
        let error = #expect(throws: Diagnostic.self) {
            try datasets.folder.add(request(id: id), from: file("AZE,KAZ,2001,3\n"))
        }
        #expect(error?.rule == "an id is lower-case letters, digits and hyphens, and begins with a letter")
    }

    @Test func citationsAndStatesOfTheCoverageMustBeKnown() throws {
        let datasets = try TemporaryDatasets()
        let citation = #expect(throws: Diagnostic.self) {
            try datasets.folder.add(request(citation: "oecd2008handbok"), from: file(""))
        }
        #expect(citation?.remedy?.hasPrefix("did you mean 'oecd2008handbook'?") == true)
        let state = #expect(throws: Diagnostic.self) {
            try datasets.folder.add(request(withoutStates: ["GEX"]), from: file(""))
        }
        #expect(state?.remedy == "did you mean 'GEO'?")
    }
}
