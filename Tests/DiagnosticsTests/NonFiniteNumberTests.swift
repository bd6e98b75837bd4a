import Diagnostics
import Testing

@Suite struct NonFiniteNumberTests {
    @Test(arguments: [0, -0.0, 1e308, 5e-324, -1e308])
    func finiteNumbersHaveNoMark(value: Double) {
        #expect(NonFiniteNumber(value) == nil)
    }

    @Test(arguments: [
        (Double.nan, "nan"), (.signalingNaN, "nan"), (.infinity, "inf"), (-.infinity, "-inf"),
    ])
    func theGateSaysWhichNumberAndWhere(value: Double, word: String) throws {
        let mark = try #require(NonFiniteNumber(value)).mark
        let text = "first line ÿ\nsecond é: \(mark) kg\nthird"
        let error = #expect(throws: Diagnostic.self) { try requireFinite(Array(text.utf8), in: "a/b.svg") }
        #expect(error?.category == .internalFailure)
        #expect(
            error?.description
                == "a/b.svg:2:11: error: only finite numbers may be written; found \(word) in 'second é: \(word) kg'; nothing was written; please report this defect with the study file or the table"
        )
    }

    /// Neighbours of the marks in UTF-8 and in Unicode, words, and a mark that is cut off.
    @Test(arguments: ["", "nan inf -inf", "\u{FDCF}\u{FDF0}\u{FEFF}\u{FFFD}", "\u{FE0F}é\u{1F600}"])
    func otherTextPasses(text: String) throws {
        try requireFinite(Array(text.utf8), in: "a")
        try requireFinite(Array(text.utf8) + [0xEF, 0xB7], in: "a")
        try requireFinite(Array(text.utf8) + [0xEF], in: "a")
    }
}
