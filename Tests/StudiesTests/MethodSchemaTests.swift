import Foundation
import Scoring
import TestSupport
import Testing

@testable import Studies

struct MethodSchemaTests {
    func definitions(_ bytes: some Sequence<UInt8>) throws -> NSDictionary {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? NSDictionary)
    }

    /// Editors check study files against the methods that the program knows.
    @Test func theCommittedSchemaFollowsFromTheTableOfMethods() throws {
        let path = Repository.path("studies/study.schema.json")
        let schema = try definitions(Data(contentsOf: URL(fileURLWithPath: path)))
        let written = try #require(schema["$defs"] as? NSDictionary)
        #expect(
            written == (try definitions(MethodSchema().json())),
            "run scripts/update-methods, which writes $defs of studies/study.schema.json anew")
    }

    @Test func everyMethodAndNoOtherIsAChoice() throws {
        let all = try definitions(MethodSchema().json())
        for step in Step.allCases {
            let definition = try #require(all[step.rawValue] as? NSDictionary)
            let text = String(
                decoding: try JSONSerialization.data(withJSONObject: definition), as: UTF8.self)
            for method in MethodTable.descriptions(of: step) {
                #expect(text.contains("\"\(method.id)\""), "\(step) \(method.id)")
                for parameter in method.parameters { #expect(text.contains("\"\(parameter.name)\"")) }
            }
        }
        let choices = try #require((all["choices"] as? NSDictionary)?["properties"] as? NSDictionary)
        #expect(
            Set(choices.allKeys.compactMap { $0 as? String })
                == Set(Step.allCases.map(\.rawValue) + ["exposure", "scaling", "tie-tolerance"]))
    }

    @Test func theSameBytesEveryTime() throws {
        #expect(try MethodSchema().json() == MethodSchema().json())
    }
}
