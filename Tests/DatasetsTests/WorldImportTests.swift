import Dyads
import Files
import Foundation
import Testing

@testable import Datasets

/// The 152 states of the ICEWS file, imported from the sources' own files where these are.
@Suite(.enabled(if: SourceFiles.folder != nil, "the sources' files are not here; set DYADSCORE_SHARED_DATA"))
struct WorldImportTests {
    /// The files of the world hold the fifteen states of the committed packages: their rows must be those, byte for byte.
    @Test(arguments: [
        ("icews", "dyad-years"), ("embassies", "dyad-years"), ("air-routes", "dyads"), ("atop", "dyad-years"),
        ("joint-igo", "dyad-years"), ("trade-cow", "dyad-years"), ("gdp", "state-years"),
        ("population", "state-years"), ("distance", "dyads"), ("contiguity", "dyad-spells"),
        ("minimum-distance", "dyad-years"), ("capitals", "capitals"),
    ])
    func holdsTheCommittedRows(package: String, table: String) throws {
        let world = try WorldFolder(importing: [package])
        let fifteen = try CommittedPackages.folder.states()
        let keys = Set(fifteen.dyads.map(\.description) + fifteen.states.map(\.code.text))
        func lines(_ folder: DatasetFolder) throws -> [Substring] {
            try readText(ofFile: "\(folder.path)/\(package)/\(table).csv").split(separator: "\n")
        }
        let found = try lines(world.folder).filter { keys.contains(String($0.prefix { $0 != "," })) }
        let expected = try lines(CommittedPackages.folder).dropFirst()
        #expect(found.count == expected.count)
        #expect(Array(expected) == found)
        #expect(world.folder.problems(ofPackage: package).isEmpty)
    }

    /// A table of parties says what a table of dyads says: the same treaties for each of the 105 pairs in each year. Sums
    /// of weights may differ by their order (tolerance 1e-12). The codes that only the world knows are left out, because
    /// they join two parties of some treaties into one.
    @Test func partiesAndDyadsAreTheSameTreaties() throws {
        let world = try WorldFolder(importing: ["ieadb", "ggo", "desta"], knowsSourceCodes: false)
        let fifteen = try CommittedPackages.folder.states()
        let definitions = try CommittedPackages.folder.indicatorDefinitions()
        let ids = [
            "bilateral-treaties", "bilateral-treaties-literal-id", "shared-treaties", "trade-agreements",
        ]
        for id in ids {
            let definition = try #require(definitions.first { $0.indicator.id == id })
            let data = try CommittedPackages.folder.observations(of: definition, states: fifteen)
            guard case .series(let expected) = data else { return }
            let found = try world.series(of: id, states: fifteen)
            #expect(found.years == expected.years)
            for dyad in fifteen.dyads {
                for year in expected.years {
                    let (a, b) = (found[dyad, year], expected[dyad, year])
                    #expect((a == nil) == (b == nil), "\(id) \(dyad) \(year)")
                    #expect(abs((a ?? 0) - (b ?? 0)) <= 1e-12, "\(id) \(dyad) \(year)")
                }
            }
        }
    }

    /// The check values of the treaty collections (`AgreementCheckValueTests`), from the packages of the world: stated
    /// ones to their one decimal, by the rows' own years; those of the treaty's own beginning to 0.0005.
    @Test func checkValuesOfTreaties() throws {
        let world = try WorldFolder(importing: ["ieadb", "ggo", "desta"])
        let states = try world.folder.states()
        #expect(abs(try world.statedWeight(of: "AZE", "KAZ", in: "ieadb") - 2.9) < 0.05)
        #expect(abs(try world.statedWeight(of: "KAZ", "KGZ", in: "ieadb") - 16.2) < 0.05)
        #expect(abs(try world.statedWeight(of: "BLR", "UKR", in: "ieadb") - 10.6) < 0.05)
        #expect(abs(try world.statedWeight(of: "AZE", "KAZ", in: "ggo") - 3.1) < 0.05)

        func parties(_ dyad: String, in collection: String) throws -> [Int] {
            let pair = try #require(Dyad(dyad))
            var numbers: [Int] = []
            for treaty in try world.folder.treatyMemberships(of: collection, states: states)
            where treaty.year >= 1992 {
                treaty.forEachDyad(in: states) { if $0 == pair { numbers.append(treaty.parties) } }
            }
            return numbers
        }
        func weight(_ numbers: [Int]) -> Double { numbers.reduce(0) { $0 + 1 / Double($1 - 1) } }
        #expect(abs(weight(try parties("AZE-KAZ", in: "ieadb")) - 2.766) < 0.0005)
        #expect(abs(weight(try parties("KAZ-KGZ", in: "ieadb")) - 16.062) < 0.0005)
        #expect(abs(weight(try parties("BLR-UKR", in: "ieadb")) - 10.624) < 0.0005)
        #expect(try parties("AZE-KAZ", in: "desta").count { $0 <= 12 } == 3)
        #expect(try parties("BLR-KAZ", in: "desta").count { $0 <= 12 } == 12)

        // Algeria and North Korea are parties only under codes of the collection's own; both Congos share one of IEADB's.
        let memberships = try world.folder.treatyMemberships(of: "ieadb", states: states)
        let members = Set(memberships.flatMap { $0.members.map(\.state.text) })
        #expect(members.isSuperset(of: ["DZA", "GNQ", "PRK"]))
        #expect(!members.contains("COD"))
        let treaties = try world.series(of: "bilateral-treaties", isWorlds: true, states: states)
        let (congo, other) = (try #require(Dyad("COD-USA")), try #require(Dyad("JPN-USA")))
        #expect(treaties[congo, 2000] == nil)
        #expect(treaties[other, 1992] == 1)
    }

    /// Inside coverage no record of a count is zero, outside it is missing; dyads begin with their states.
    @Test func silenceMeansWhatItMeansForTheFifteen() throws {
        let world = try WorldFolder(importing: ["atop", "trade-cow"])
        let states = try world.folder.states()
        #expect(states.states.count == 152)
        #expect(states.dyads.count == 11_476)
        let alliances = try world.series(of: "alliance-depth", states: states)
        let trade = try world.series(of: "trade-cow", states: states)
        func dyad(_ text: String) throws -> Dyad { try #require(Dyad(text)) }
        #expect(alliances[try dyad("JPN-USA"), 2000] == 3)
        #expect(alliances[try dyad("CUB-USA"), 2018] == 0)
        #expect(alliances[try dyad("CUB-USA"), 2019] == nil)
        // Germany in its present borders and Yemen are members since 1990, Croatia since 1992.
        #expect(alliances[try dyad("DEU-USA"), 1990] == 3)
        #expect(alliances[try dyad("DEU-HRV"), 1991] == nil)
        // 99,481 and 52,693 million; zeros of 1992-1994 are missing, later ones are zeros; a side without a value, too.
        #expect(trade[try dyad("JPN-USA"), 1992] == 152_174)
        #expect(trade[try dyad("RUS-UKR"), 1992] == nil)
        let zeros = states.dyads.count { trade[$0, 1994] == 0 }
        #expect(zeros == 0)
        #expect(states.dyads.count { trade[$0, 1995] == 0 } > 1_000)
    }

    /// Every name and number of the crosswalk is in the source that it is used with.
    @Test func crosswalkAgreesWithTheSources() throws {
        let sources = try #require(SourceFiles.folder)
        let world = try WorldFolder(importing: [])
        let states = try world.folder.states()
        var reader = try SourceFile(path: "\(sources)/contacts/icews_dyad_year_world_2002_2014.csv").csv()
        let (code, name) = (try reader.column("i_iso3c"), try reader.column("i"))
        var names: [String: String] = [:]
        while let row = try reader.next() { names[row.text(code)] = row.text(name) }
        #expect(Set(names.keys) == Set(states.states.map(\.code.text)))

        var crosswalk = try SourceFile(path: "\(WorldFolder.crosswalks)/state-codes.csv").csv()
        let columns = try crosswalk.columns(["iso3", "icews_name", "source"])
        while let row = try crosswalk.next() {
            #expect(names[row.text(columns[0])] == row.text(columns[1]))
            #expect(!row.isEmpty(columns[2]))
        }
        let airports = try readText(ofFile: "\(sources)/contacts/openflights_airports.dat")
        for state in states.states {
            #expect(airports.contains("\"\(state.name)\""), "\(state.name) is no country of OpenFlights")
        }
        // The codes of the fifteen are those of the committed package.
        for state in try CommittedPackages.folder.states().states { #expect(states[state.code] == state) }
    }
}
