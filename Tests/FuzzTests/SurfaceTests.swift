import Diagnostics
import Testing

/// That a surface notices what it is there to notice.
@Suite struct SurfaceTests {
    @Test func aRefusalThatBlamesTheProgramIsADisagreement() {
        let surface = Surface("s") { _ in throw Diagnostic(.internalFailure, rule: "a value is not finite") }
        #expect(throws: Disagreement.self) { try surface.accepts([]) }
    }

    @Test func aMessageAsLongAsItsInputIsADisagreement() throws {
        let surface = Surface("s") { bytes in
            throw Diagnostic(
                at: SourceLocation(path: String(decoding: bytes, as: UTF8.self)), rule: "it is wrong")
        }
        #expect(throws: Disagreement.self) { try surface.accepts(Array(repeating: 65, count: 10_000)) }
        #expect(try !surface.accepts([65]))
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a\r\n\"x\"\"\ny\"", [["a"], ["x\"\ny"]]),
        ("a,b\n,", [["a", "b"], ["", ""]]), ("\u{FEFF}a\n\n", [["a"], [""]]),
    ])
    func theSimpleReaderReads(text: String, rows: [[String]]) {
        #expect(SimpleTable(Array(text.utf8))?.rows == rows)
    }

    @Test(arguments: ["", "a\n1,2\n", "a,a\n", "a\nx\"y\n", "a\n\"x\"y\n", "a\n\"x", "a\rb\n", "a\n\0\n"])
    func theSimpleReaderRefuses(text: String) {
        #expect(SimpleTable(Array(text.utf8)) == nil)
    }

    @Test func formsOfNumbers() {
        func form(_ text: String, ofYAML: Bool = false) -> DecimalForm {
            DecimalForm(Array(text.utf8), ofYAML: ofYAML)
        }
        #expect(["12", "-0"].allSatisfy { form($0) == .whole })
        #expect(["1.5", ".5", "1e9", "1E-9", "-1.0e+3"].allSatisfy { form($0) == .decimal })
        #expect(
            ["", "-", "1.", "+1", "0x1p3", "nan", "inf", "1e", "1 ", "١"].allSatisfy { form($0) == .none })
        #expect(form("+1.", ofYAML: true) == .decimal)
    }
}
