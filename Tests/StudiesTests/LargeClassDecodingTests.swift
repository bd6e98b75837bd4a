import ClaimTesting
import Diagnostics
import Testing

@testable import Studies

struct LargeClassDecodingTests {
    /// The first study with a declaration of when a class is large.
    func study(_ declaration: String) throws -> Study {
        let text = try StudyFileTests.text()
        try #require(text.contains("\nseed: "))
        return try Study(
            parsing: text.replacing("\nseed: ", with: "\nlarge-class: \(declaration)\nseed: "), path: "s.yaml"
        )
    }

    @Test func isOptional() throws {
        let study = try Study(parsing: StudyFileTests.text(), path: "s.yaml")
        #expect(study.plan.largeClass == .init(above: 1_000, nearest: 20))
    }

    @Test func eachPartIsOptional() throws {
        #expect(try study("{above: 90, nearest: 5}").plan.largeClass == .init(above: 90, nearest: 5))
        #expect(try study("{nearest: 5}").plan.largeClass == .init(above: 1_000, nearest: 5))
        #expect(try study("{above: 90}").plan.largeClass == .init(above: 90, nearest: 20))
    }

    @Test(arguments: ["{above: 1}", "{nearest: 0}", "{nearest: 1001}", "{nearest: some}", "{rivals: 3}"])
    func anythingElseIsRefused(_ declaration: String) {
        #expect(throws: Diagnostic.self) { try study(declaration) }
    }
}
