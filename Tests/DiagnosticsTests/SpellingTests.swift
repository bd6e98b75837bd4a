import Testing

@testable import Diagnostics

@Suite struct SpellingTests {
    @Test(arguments: [
        ("windw", "window"), ("idnicators", "indicators"), ("WEIGHTS", "weights"), ("dyad", "dyads"),
    ])
    func findsTheWordThatWasMeant(slip: String, word: String) {
        #expect(nearestWord(to: slip, among: ["weights", "window", "indicators", "dyads"]) == word)
    }

    @Test func findsNothingNearAForeignWord() {
        #expect(nearestWord(to: "banana", among: ["weights", "window"]) == nil)
        #expect(nearestWord(to: "x", among: [String]()) == nil)
    }

    @Test func tiesGoToTheFirstInAlphabeticalOrder() {
        #expect(nearestWord(to: "cat", among: ["rat", "bat", "hat"]) == "bat")
    }

    /// Neighbours that changed places are one slip (optimal string alignment), not two.
    @Test(arguments: [
        ("ab", "ba", 1), ("kitten", "sitting", 3), ("", "abc", 3), ("same", "same", 0), ("ca", "abc", 3),
    ])
    func editDistances(a: String, b: String, distance: Int) {
        #expect(editDistance(Array(a), Array(b)) == distance)
        #expect(editDistance(Array(b), Array(a)) == distance)
    }

    @Test func hostileNamesDoNotMakeAQuadraticTable() {
        let long = [Character](repeating: "a", count: 100_000)
        #expect(editDistance(long, long) == .max)
    }

    @Test func controlCharactersAreMadeVisible() {
        #expect("a\tb\r\n\u{1}".quotedForMessage == "'a\\tb\\r\\n\\u{1}'")
    }

    /// One character may be as long as a file.
    @Test func messagesAreShortenedByScalars() {
        let accents = "e" + String(repeating: "\u{301}", count: 100_000)
        #expect(accents.shortened(to: 60).unicodeScalars.count == 60)
        #expect("abcd".shortened(to: 4) == "abcd")
        #expect("abcde".shortened(to: 4) == "abc…")
        let error = Diagnostic(rule: accents, found: accents, remedy: accents)
        #expect(error.description.unicodeScalars.count < 2200)
    }
}
