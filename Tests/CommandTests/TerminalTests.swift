import TestSupport
import Testing

/// Colours and completions.
struct TerminalTests {
    static let wrong = ["run", "nowhere.yaml"]
    static let escape = "\u{1B}["

    @Test func aPipeGetsNoColour() throws {
        #expect(!(try CommandTests().dyadscore(Self.wrong).errors.contains(Self.escape)))
    }

    @Test("Colour repeats a word, and NO_COLOR takes it away, whatever else is set")
    func colours() throws {
        let forced = try CommandTests().dyadscore(Self.wrong, environment: ["CLICOLOR_FORCE": "1"]).errors
        #expect(forced.contains("nowhere.yaml: \(Self.escape)1;31merror:\(Self.escape)0m no such file"))
        for environment in [["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], ["CLICOLOR_FORCE": "0"], [:]] {
            let plain = try CommandTests().dyadscore(Self.wrong, environment: environment).errors
            #expect(!plain.contains(Self.escape), "\(environment)")
            #expect(
                forced.replacing("\(Self.escape)1;31m", with: "").replacing("\(Self.escape)0m", with: "")
                    == plain)
        }
    }

    @Test func pairsReadingsAndWindowsOfTheStudyAreOffered() throws {
        let study = "studies/kazakhstan-kyrgyzstan.yaml"
        func offered(_ argument: String, _ words: [String]) throws -> [String] {
            try CommandTests().dyadscore(
                ["---completion", "explain", "--", argument, "\(words.count - 1)", "0"] + words
            ).output.split(separator: "\n").map(String.init)
        }
        let pairs = try offered("positional@1", ["dyadscore", "explain", study, ""])
        #expect(pairs.count == 10 && pairs.first == "KAZ-KGZ")
        let readings = try offered("--reading", ["dyadscore", "explain", study, "--reading", ""])
        #expect(readings.starts(with: ["volume", "output", "contacts"]))
        #expect(try offered("positional@1", ["dyadscore", "explain", "nowhere.yaml", ""]).isEmpty)
    }
}
