import Foundation
import TestSupport
import Testing

/// `dyadscore explain` on all five readings of the first study, with six of its states.
struct ExplainCommandTests {
    struct Explained: Decodable {
        struct Line: Decodable {
            let dimension, indicator: String
            let value, leaderValue, contribution, leaderContribution: Double?
        }
        struct Need: Decodable {
            let indicator: String
            let value, needed, classHighest: Double?
            let beyondAnyPair: Bool
        }
        struct Move: Decodable {
            let id, title: String
            let rank, gain: Int?
        }
        let dyad, leader, window, reading: String
        let rankInClass, placeInClass, rankAmongAll: Int?
        let isLeader: Bool
        let score, leaderScore: Double
        let lines: [Line]
        let needs: [Need]
        let moves: [Move]
    }

    func explain(_ arguments: [String]) throws -> CommandTests.Outcome {
        var light = LightStudy()
        light.alternatives = ["rank", "copeland"]
        light.states = ["ARM", "AZE", "GEO", "KAZ", "RUS", "UZB"]
        // Gravity equations take longest.
        if !arguments.contains("excess") { light.withoutReadings = ["excess"] }
        return try withTemporaryFolder { folder in
            try CommandTests().dyadscore(["explain", try light.write(to: folder)] + arguments)
        }
    }

    func explained(_ arguments: [String]) throws -> Explained {
        let outcome = try explain(arguments + ["--format", "json"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Explained.self, from: Data(outcome.output.utf8))
    }

    @Test(arguments: ["volume", "output", "excess"])
    func compositesAddUpToTheirScore(reading: String) throws {
        let explained = try explained(["AZE-KAZ", "--reading", reading])
        #expect(explained.reading == reading && explained.window == "main")
        #expect(explained.rankInClass != nil && explained.placeInClass == nil)
        #expect(abs(explained.lines.compactMap(\.contribution).reduce(0, +) - explained.score) < 1e-12)
        #expect(
            abs(explained.lines.compactMap(\.leaderContribution).reduce(0, +) - explained.leaderScore) < 1e-12
        )
        #expect(explained.isLeader == (explained.rankInClass == 1))
        #expect(explained.moves.contains { $0.id == "copeland" })
        let sizes = explained.moves.map { abs($0.gain ?? 0) }
        #expect(sizes == sizes.sorted(by: >))
        for need in explained.needs {
            guard let needed = need.needed, let value = need.value else { continue }
            #expect(explained.isLeader ? needed < value : needed > value)
            if let highest = need.classHighest, need.beyondAnyPair { #expect(needed > highest) }
        }
    }

    @Test(arguments: ["conversion", "efficiency"])
    func ratiosNameTheirOutputs(reading: String) throws {
        let explained = try explained(["AZE-KAZ", "--reading", reading])
        #expect(explained.lines.allSatisfy { $0.contribution == nil })
        #expect(explained.lines.suffix(2).map(\.indicator) == ["bilateral-treaties", "joint-projects"])
        #expect(explained.lines.suffix(2).allSatisfy { $0.dimension == "outputs" })
        #expect(explained.needs.map(\.indicator) == ["bilateral-treaties", "joint-projects"])
        // Alternatives concern composites.
        #expect(!explained.moves.contains { $0.id == "copeland" })
        #expect(explained.moves.contains { $0.id == "without-embassies" })
    }

    @Test func textForPeople() throws {
        let text = try explain(["AZE-KAZ", "--reading", "output"]).output
        #expect(text.hasPrefix("AZE-KAZ on output, window main: rank "))
        #expect(text.contains("\nIt would be first, and alone, if one indicator alone were:\n"))
        #expect(text.contains("\nIts rank when one thing is done differently, the largest moves first:\n"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 && $0.last != " " })
        let impossible = try explained(["AZE-KAZ", "--reading", "output"]).needs.filter(\.beyondAnyPair)
        let marked = text.split(separator: "\n").filter { $0.hasSuffix(" (beyond any pair)") }
        #expect(marked.count == impossible.count)
        #expect(zip(marked, impossible).allSatisfy { $0.hasPrefix($1.indicator) })
        let ratio = try explain(["AZE-KAZ", "--reading", "efficiency"]).output
        #expect(ratio.contains("joint-projects") && !ratio.contains("adds"))
    }

    @Test func aPairOutsideTheClass() throws {
        let explained = try explained(["KAZ-RUS", "--reading", "projects"])
        #expect(explained.rankInClass == nil)
        #expect(explained.isLeader == (explained.placeInClass == 1))
        let text = try explain(["KAZ-RUS", "--reading", "projects"]).output
        #expect(
            text.contains(": outside the class, where it would be number \(explained.placeInClass ?? 0)\n"))
    }

    @Test func whatCannotBeExplained() throws {
        let window = try explain(["AZE-KAZ", "--reading", "volume", "--window", "1993-2003"])
        #expect(window.status == 65)
        #expect(
            window.errors.contains(
                "volume is not assessable in the window 1993-2003: no indicator of contacts enters"))
        #expect(try explain(["AZE-KAZ", "--window", "1993"]).status == 64)
        #expect(try explain(["AZE-EST"]).errors.contains("the dyad must be one of the study's"))
        #expect(try explain(["AZEKAZ"]).errors.contains("a pair is two ISO codes, written AZE-KAZ"))
        let reading = try explain(["AZE-KAZ", "--reading", "volum"])
        #expect(reading.status == 64 && reading.errors.contains("did you mean 'volume'?"))
    }
}
