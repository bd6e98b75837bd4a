import Diagnostics
import Testing

@Suite struct DiagnosticTests {
    @Test func printsThePlaceTheRuleTheFindingAndTheRemedy() {
        let diagnostic = Diagnostic(
            at: Diagnostics.SourceLocation(path: "a.csv", line: 3, column: 7), rule: "a rule", found: "'x'",
            remedy: "do this")
        #expect("\(diagnostic)" == "a.csv:3:7: error: a rule; found 'x'; do this")
    }

    @Test(arguments: [
        (Diagnostics.SourceLocation(path: "a"), "a: error: r"),
        (Diagnostics.SourceLocation(path: "a", line: 2), "a:2: error: r"),
        (nil, "error: r"),
    ])
    func leavesOutWhatIsNotKnown(location: Diagnostics.SourceLocation?, text: String) {
        #expect("\(Diagnostic(at: location, rule: "r"))" == text)
    }

    /// The codes are documented API (sysexits.h): scripts test them.
    @Test(arguments: zip(Diagnostic.Category.allCases, [64, 65, 66, 69, 70, 73] as [Int32]))
    func exitCodesAreThoseOfSysexits(category: Diagnostic.Category, code: Int32) {
        #expect(category.exitCode == code)
    }

    @Test func longFindingsAreCut() {
        let diagnostic = Diagnostic(rule: "r", found: String(repeating: "x", count: 500))
        #expect("\(diagnostic)".count == "error: r; found ".count + 160)
        #expect("\(diagnostic)".hasSuffix("x…"))
    }
}
