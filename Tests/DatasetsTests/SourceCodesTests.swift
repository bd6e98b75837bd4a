import Diagnostics
import Dyads
import Files
import Testing

@testable import Datasets

/// A source's own codes for states are given in a crosswalk, with the evidence, and belong to one package.
@Suite struct SourceCodesTests {
    private func folder(_ rows: String) throws -> TemporaryDatasets {
        let datasets = try TemporaryDatasets()
        try writeBytes(
            Array("package,code,iso3,evidence\n\(rows)".utf8),
            toFile: "\(datasets.folder.path)/crosswalks/source-codes.csv")
        return datasets
    }

    @Test func aCodeHoldsForItsPackageOnly() throws {
        let datasets = try folder("distance,KZK,KAZ,as COW abbreviates it\n")
        let codes = try SourceCodes(of: datasets.folder)
        let states = try datasets.folder.states()
        #expect(states.recognising(codes["distance"]).state(coded: "KZK")?.code.text == "KAZ")
        #expect(states.recognising(codes["gdp"]).state(coded: "KZK") == nil)
        #expect(states.state(coded: "KAZ")?.code.text == "KAZ")
    }

    /// The crosswalk is an input of the packages that it was used for, and of no others.
    @Test func thePackageNamesTheCrosswalk() throws {
        let datasets = try folder("gdp,KZK,KAZ,as COW abbreviates it\n")
        let source = "\(datasets.folder.path)/source.csv"
        try writeBytes(
            Array("Country Name,Country Code,Year,Value\nKazakhstan,KZK,1993,5\n".utf8), toFile: source)
        for (id, isNamed) in [("gdp", true), ("population", false)] {
            let importer = try #require(SourceImporters.named(id))
            let log = try runImport(importer, files: [source], into: datasets.folder)
            let text = try readText(ofFile: "\(datasets.folder.path)/\(id)/datapackage.json")
            #expect(text.contains("\"source-codes.csv\"") == isNamed)
            #expect(log.entries.map(\.reason) == (isNamed ? [] : ["a state outside the list of states"]))
        }
    }

    @Test(arguments: [
        ("distance,KZK,Kaz,x\n", 14, "an ISO 3166-1 alpha-3 code is three capital letters"),
        ("distance,KZK,KAZ,\n", 18, "the cell must not be empty"),
        (",KZK,KAZ,x\n", 1, "the cell must not be empty"),
        ("distance,KZK,KAZ,x\ndistance,KZK,KGZ,y\n", 10, "a code of a package may occur once"),
    ])
    func malformedRowsAreRefused(rows: String, column: Int, rule: String) throws {
        let datasets = try folder(rows)
        let error = #expect(throws: Diagnostic.self) { try SourceCodes(of: datasets.folder) }
        #expect(error?.rule == rule)
        #expect(error?.location?.column == column)
    }
}
