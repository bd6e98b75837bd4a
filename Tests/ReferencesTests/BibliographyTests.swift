import Diagnostics
import Testing

@testable import References

@Suite struct BibliographyTests {
    @Test func entriesAreCutAtBalancedBraces() throws {
        let text = "% note\n@book{a2001b,\n  title = {{Nested} {braces}}\n}\n\n@misc{c, year = {2002}}\n"
        let bibliography = try Bibliography(parsing: text, path: "r.bib")
        #expect(bibliography.keys == ["a2001b", "c"])
        #expect(bibliography["a2001b"] == "@book{a2001b,\n  title = {{Nested} {braces}}\n}")
        #expect(bibliography["d"] == nil)
    }

    @Test(arguments: [
        ("@book{a, x = {1}}\n@book{b, x = {1}", 2), ("\n@book{ , x = {1}}", 2), ("@book{a}", 1),
        ("@book{a, x = {1}}\n\n@misc{a, y = {2}}", 3), ("x\r\n@book{a,\n x = {1}}@misc{a, y = {2}}", 3),
    ])
    func malformedEntriesAreRefusedWithTheirLine(text: String, line: Int) {
        let error = #expect(throws: Diagnostic.self) { try Bibliography(parsing: text, path: "r.bib") }
        #expect(error?.location?.line == line)
    }

    /// Everything that is cited, the claim's source and the handbook of methods.
    @Test func theCommittedFileHoldsTheClaimAndTheHandbook() throws {
        let bibliography = try ReferenceTests.committed.get()
        #expect(bibliography["kerchelaev2023"]?.contains("10.7256/2454-0609.2023.5.43721") == true)
        #expect(bibliography["oecd2008handbook"]?.contains("10.1787/9789264043466-en") == true)
    }
}
