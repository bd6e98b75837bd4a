import Diagnostics
import Documents
import Testing

private func node(_ text: String) throws -> DocumentNode { try DocumentNode(parsing: text, path: "d.yaml") }

private enum Colour: String, CaseIterable { case red, green }

@Suite struct DocumentTests {
    /// Yams ignores keys that nobody asks for; a misspelt one would be a choice that is silently not made.
    @Test func anUnknownKeyIsRefusedWithTheNearestWord() throws {
        let error = #expect(throws: Diagnostic.self) {
            try node("title: x\nwindw: 1\n").mapping(allowing: ["title", "window"])
        }
        #expect(error?.location == Diagnostics.SourceLocation(path: "d.yaml", line: 2, column: 1))
        #expect(error?.remedy == "did you mean 'window'?")
        #expect(error?.rule == "the key must be one of title, window")
    }

    @Test func aMissingKeyIsNamed() throws {
        let mapping = try node("title: x\n").mapping(allowing: ["title", "window"])
        let error = #expect(throws: Diagnostic.self) { try mapping.required("window") }
        #expect(error?.rule == "the key 'window' is required here")
        #expect(mapping.optional("window") == nil)
    }

    @Test(arguments: ["a: 1\na: 2\n", "a: 1\n\"a\": 2\n", "b:\n  a: 1\n  a: 2\n"])
    func aKeyMayBeGivenOnce(text: String) {
        let error = #expect(throws: Diagnostic.self) {
            let outer = try node(text).mapping()
            _ = try outer.optional("b")?.mapping()
        }
        #expect(error?.rule == "a key may be given once")
    }

    @Test(arguments: ["a: &x 1\nb: *x\n", "a: &x 1\n", "a: &x [*x]\n"])
    func anchorsAndAliasesAreRefused(text: String) {
        #expect(throws: Diagnostic.self) { try node(text) }
    }

    /// The Norway bug: untyped YAML reads NO as false.
    @Test(arguments: ["NO", "no", "on", "1.0", "2001-01-01", "null", "0x10", "~"])
    func whatLooksLikeAnotherTypeStaysText(word: String) throws {
        #expect(try node("a: \(word)\n").mapping().required("a").text() == word)
        #expect(throws: Diagnostic.self) { try node("a: \(word)\n").mapping().required("a").boolean() }
    }

    @Test func booleansAreWrittenTrueOrFalse() throws {
        let mapping = try node("a: true\nb: false\n").mapping()
        #expect(try mapping.required("a").boolean())
        #expect(try !mapping.required("b").boolean())
    }

    @Test(arguments: ["nan", ".inf", "0x10", "1_000", "x", "", "[1]"])
    func isNoNumber(text: String) throws {
        let value = try node("a: \(text)\n").mapping().required("a")
        #expect(throws: Diagnostic.self) { try value.number() }
        #expect(throws: Diagnostic.self) { try value.integer() }
    }

    @Test func numbersMustLieInTheirRange() throws {
        let value = try node("a: 12\n").mapping().required("a")
        #expect(try value.integer(in: 1...12) == 12)
        #expect(try value.number(in: 0...12.5) == 12)
        let error = #expect(throws: Diagnostic.self) { try value.integer(in: 1...11) }
        #expect(error?.location == Diagnostics.SourceLocation(path: "d.yaml", line: 1, column: 4))
    }

    @Test func choicesNameTheNearestWord() throws {
        #expect(try node("a: red\n").mapping().required("a").choice(of: Colour.self) == .red)
        let error = #expect(throws: Diagnostic.self) {
            try node("a: gren\n").mapping().required("a").choice(of: Colour.self)
        }
        #expect(error?.remedy == "did you mean 'green'?")
    }

    @Test func malformedTextIsRefusedWithItsPlace() {
        let error = #expect(throws: Diagnostic.self) { try node("a: 1\nb: [1, 2\nc: 3\n") }
        #expect(error?.location?.path == "d.yaml")
        #expect((error?.location?.line ?? 0) >= 2)
    }

    @Test(arguments: ["", "# nothing\n", "a: 1\n---\nb: 2\n"])
    func thereMustBeExactlyOneDocument(text: String) {
        #expect(throws: Diagnostic.self) { try node(text) }
    }

    @Test func depthIsBounded() {
        let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        let error = #expect(throws: Diagnostic.self) { try node(deep) }
        #expect(error?.rule == "values may be nested 32 deep at most")
    }

    @Test func jsonIsReadAsThePartOfYAMLThatItIs() throws {
        let mapping = try node("{\n  \"a\" : \"x: \\\"y\\\"\",\n  \"b\" : [1, 2]\n}\n").mapping()
        #expect(try mapping.required("a").text() == "x: \"y\"")
        #expect(try mapping.required("b").list().map { try $0.integer() } == [1, 2])
    }

    /// A hundred thousand levels end neither the stack nor the message's sense.
    @Test(arguments: ["[", "{a: ", "? ", "- "])
    func endlessDepthIsRefusedInWords(piece: String) {
        let error = #expect(throws: Diagnostic.self) { try node(String(repeating: piece, count: 100_000)) }
        #expect(error?.rule == "values may be nested 32 deep at most")
    }

    @Test func anAliasOfNothingIsAnAlias() {
        let error = #expect(throws: Diagnostic.self) { try node("a: [*b]\n") }
        #expect(error?.rule == "anchors and aliases are not used here")
        #expect(error?.location?.column == 5)
    }

    @Test func controlCharactersAreRefusedWithTheirPlace() {
        let error = #expect(throws: Diagnostic.self) { try node("a: é\nbé: \u{1}\n") }
        #expect(error?.location == SourceLocation(path: "d.yaml", line: 2, column: 5))
        #expect(error?.found == "control characters are not allowed")
    }

    /// Unicode's line ends are folded where they stand as they are.
    @Test(arguments: ["a\u{85}b", "a\u{2028}b\u{2029}", "a\u{FEFF}\u{FFFE}\u{9B}", "\u{0}\u{7F}\"\\", "😀 é "])
    func whatIsQuotedIsReadAgain(text: String) throws {
        let read = try node("a: \(text.quotedForYAML)\n").mapping().required("a").text()
        #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
    }
}
