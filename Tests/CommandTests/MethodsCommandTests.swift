import Foundation
import Scoring
import TestSupport
import Testing

/// `dyadscore methods`, and that METHODS.md holds what it prints.
struct MethodsCommandTests {
    @Test func theDocumentationIsWhatTheTableSays() throws {
        let printed = try CommandTests().dyadscore(["methods", "--format", "markdown"])
        #expect(printed.status == 0, "\(printed.errors)")
        let text = try String(contentsOfFile: Repository.path("METHODS.md"), encoding: .utf8)
        let (begin, end) = ("<!-- methods:begin -->\n", "<!-- methods:end -->")
        let start = try #require(text.range(of: begin)?.upperBound)
        let stop = try #require(text.range(of: end)?.lowerBound)
        // If this fails: scripts/update-methods.
        #expect(String(text[start..<stop]) == printed.output)
    }

    @Test func everyMethodIsPrintedInEveryForm() throws {
        struct Document: Decodable {
            struct Entry: Decodable {
                struct Method: Decodable { let id, formula, domain, test: String }
                let step: String
                let methods: [Method]
            }
            let steps: [Entry]
        }
        let text = try CommandTests().dyadscore(["methods"]).output
        let json = try CommandTests().dyadscore(["methods", "--format", "json"]).output
        let document = try JSONDecoder().decode(Document.self, from: Data(json.utf8))
        #expect(document.steps.map(\.step) == Step.allCases.map(\.rawValue))
        for (step, entry) in zip(Step.allCases, document.steps) {
            let methods = MethodTable.descriptions(of: step)
            #expect(entry.methods.map(\.id) == methods.map(\.id))
            for method in methods { #expect(text.contains("\n  \(method.id): \(method.title)\n")) }
            #expect(Set(methods.map(\.id)).count == methods.count)
        }
    }

    @Test func oneStep() throws {
        let outcome = try CommandTests().dyadscore(["methods", "aggregate"])
        #expect(outcome.output.hasPrefix("AGGREGATE (aggregate)\n\n  arithmetic: arithmetic mean\n"))
        #expect(!outcome.output.contains("NORMALISE"))
        #expect(try CommandTests().dyadscore(["methods", "aggregation"]).status == 64)
    }

    @Test func refusalsGiveTheirReason() throws {
        let text = try CommandTests().dyadscore(["methods"]).output
        #expect(text.contains("AGGREGATE x NORMALISE"))
        #expect(
            text.contains(
                "  a geometric mean needs values above zero; use min-max onto a range that begins above zero, as [1, 100] does:\n    geometric x min-max; z-score"
            ))
    }

    @Test func theSchemaHoldsAllSteps() throws {
        let outcome = try CommandTests().dyadscore(["methods", "--format", "schema"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let found = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? NSDictionary
        let names = try #require(found).allKeys.compactMap { $0 as? String }
        #expect(Set(names) == Set(Step.allCases.map(\.rawValue) + ["exposure", "scaling", "choices"]))
        let one = try CommandTests().dyadscore(["methods", "aggregate", "--format", "schema"])
        #expect(one.status == 64 && one.errors.contains("the schema holds all steps: name none"))
    }
}
