import ClaimTesting
import Datasets
import Diagnostics
import Dyads
import Foundation
import Reporting
import Tabular
import TestSupport
import Testing

@testable import Batch

/// What the second study's records rest on, and what its tests make of them.
struct StudySourcesTests {
    /// The second study with a change, without the tests that draw most.
    static func file(in folder: String, _ change: (String) -> String) throws -> String {
        let text = try String(
            contentsOfFile: Repository.path("studies/kazakhstan-kyrgyzstan.yaml"), encoding: .utf8)
        let parts = ["weights", "associations", "sampling", "specifications", "joint"]
        var (isTests, isLeftOut) = (false, false)
        let light = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            if !line.hasPrefix(" ") { (isTests, isLeftOut) = (line.hasPrefix("tests:"), false) }
            if line.hasPrefix("  "), !line.hasPrefix("   ") {
                isLeftOut = isTests && parts.contains { line.hasPrefix("  \($0):") }
            }
            return !isLeftOut
        }.joined(separator: "\n")
        let file = "\(folder)/study.yaml"
        try change(light).write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    static let datasets = DatasetFolder(path: Repository.path("datasets"))

    static func data(_ change: (String) -> String = { $0 }) throws -> StudyData {
        try withTemporaryFolder { folder in
            try StudyData(studyFile: file(in: folder, change), datasets: datasets)
        }
    }

    @Test func everyPackageIsASource() throws {
        let packages = try Self.data().sources.packages
        #expect(
            packages.map(\.id) == [
                "air-routes", "atop", "desta", "embassies", "gdelt", "ggo", "icews", "ieadb",
                "investment-treaties", "joint-igo", "joint-projects",
            ])
        func source(_ id: String) throws -> InfluenceSource {
            try #require(packages.first { $0.id == id })
        }
        let ggo = try source("ggo")
        #expect(ggo.indicators.sorted() == ["bilateral-treaties", "shared-treaties"])
        #expect(ggo.replacements.map(\.indicator.id).sorted() == ["bilateral-treaties", "shared-treaties"])
        // Trade agreements rest on DESTA alone and go with it.
        let desta = try source("desta")
        #expect(desta.indicators.sorted() == ["bilateral-treaties", "trade-agreements"])
        #expect(desta.replacements.map(\.indicator.id) == ["bilateral-treaties"])
        #expect(try source("icews").replacements.isEmpty)
    }

    @Test func theRecordsOfEveryComparison() throws {
        let comparisons = try Self.data().sources.comparisons
        #expect(comparisons.map(\.comparison.id) == ["contacts", "treaties", "coders"])
        #expect(comparisons.map { $0.dyads == nil } == [true, true, false])
        #expect(comparisons[2].dyads?.count == 10)
        #expect(comparisons[1].first.indicator.coverage.years.last == 2020)
    }

    @Test(arguments: [
        ("packages: [ieadb, ggo]", "packages: [ieadb, gg]", "did you mean 'ggo'?"),
        ("packages: [ieadb, ggo]", "packages: [ieadb, gdelt]", "it rests on desta, ggo, ieadb"),
        ("indicator: joint-projects", "indicator: embassies", "only an indicator of dated rows"),
        ("second-coding: second-coding", "second-coding: third-coding", "third-coding"),
    ])
    func comparisonsThatTheDataDoNotAllow(piece: String, other: String, message: String) throws {
        let error = #expect(throws: Diagnostic.self) {
            try Self.data { $0.replacing(piece, with: other) }
        }
        #expect("\(try #require(error))".contains(message), "\(String(describing: error))")
    }

    static let run = Result {
        try withTemporaryFolder { folder in
            try StudyRun(
                studyFile: file(in: folder) { $0.replacing(/draws: \d+/, with: "draws: 100") },
                datasets: datasets)
        }
    }

    /// The text of a sentence of the verdict.
    static func sentence(where isMeant: (String) -> Bool) throws -> String {
        let run = try Self.run.get()
        let texts = FindingSentences(run.assessment, rule: run.study.rule).all.map(\.text)
        let text = texts.first(where: isMeant)
        return try #require(text)
    }

    static func rows(_ name: String) throws -> [[String: String]] {
        let file = try #require(try run.get().files().first { $0.name == "\(name).csv" })
        var reader = try CSVReader(file.bytes, path: name)
        var rows: [[String: String]] = []
        while let row = try reader.next() {
            rows.append(
                Dictionary(uniqueKeysWithValues: reader.header.enumerated().map { ($1, row.text($0)) }))
        }
        return rows
    }

    /// Shares of a dyad's ranks sum to one, and the sentence says what the table says.
    @Test func ranksUnderReportingError() throws {
        let rows = try Self.rows("measurement")
        for reading in ["volume", "output"] {
            let ofTarget = rows.filter { $0["reading"] == reading && $0["dyad"] == "KAZ-KGZ" }
            #expect(ofTarget.reduce(0) { $0 + (Int($1["draws"] ?? "") ?? 0) } == 100)
            #expect(Set(rows.filter { $0["reading"] == reading }.compactMap { $0["dyad"] }).count == 10)
            let first = ofTarget.first { $0["rank"] == "1" }?["draws"] ?? "0"
            let sentence = try Self.sentence {
                $0.hasPrefix("If records err as much as their sources disagree")
            }
            #expect(sentence.contains("first on \(reading) in \(first) % of 100 draws"), "\(sentence)")
            #expect(sentence.contains("projects are taken as recorded"))
        }
    }

    /// Two pairs of Central Asia were coded twice, which is too few: the table says so, and projects do not err.
    @Test func whatTheTablesSayOfTheCoders() throws {
        let coders = try #require(try Self.rows("source-disagreement").first { $0["comparison"] == "coders" })
        #expect(coders["compared"] == "2" && coders["total_sigma"] == "")
        #expect(coders["reason"]?.hasSuffix("for 2 dyads; three are needed") ?? false)
        let projects = try #require(
            try Self.rows("reporting-errors").first { $0["indicator"] == "joint-projects" })
        #expect(projects["total_sigma"] == "" && projects["reason"] != "")
        let lines = try Self.rows("source-disagreement-dyads").filter { $0["comparison"] == "coders" }
        #expect(
            lines.map { [$0["dyad"], $0["first"], $0["second"]] } == [
                ["KAZ-KGZ", "1", "1"], ["KAZ-UZB", "11", "12"],
            ])
    }

    @Test func tippingPointsAndTheirSentence() throws {
        let rows = try Self.rows("tipping-points")
        #expect(
            rows.filter { $0["reading"] == "output" }.map { $0["dimension"] } == [
                "all", "agreements", "projects",
            ])
        let sentence = try Self.sentence { $0.hasPrefix("All else as recorded") }
        for row in rows where row["dimension"] == "all" {
            let factor = try #require(row["factor"].flatMap { Double($0) })
            #expect(
                sentence.contains("\(formatted(factor, significantDigits: 3)) times as large to be first"))
        }
    }

    /// Every source is left out on every reading that it touches.
    @Test func sourcesAreLeftOut() throws {
        let rows = try Self.rows("influence").filter { $0["kind"] == "source" }
        #expect(rows.count { $0["reading"] == "volume" } == 11)
        #expect(rows.count { $0["reading"] == "output" } == 7)
        let removal = try Self.rows("smallest-removal")
        #expect(
            removal.map { $0["reading"] } == ["volume", "output"] && removal.allSatisfy { $0["reason"] == "" }
        )
    }
}
