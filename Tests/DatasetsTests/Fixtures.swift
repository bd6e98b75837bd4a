import Diagnostics
import Dyads
import Files
import Foundation
import Tabular
import Testing

@testable import Datasets

typealias Place = Diagnostics.SourceLocation

/// Five states with their true codes; Russia is a member from 1816, the others from 1991-12-26.
func fixtureStates() throws -> StateSystem {
    func state(_ code: String, _ name: String, _ number: Int, _ first: String = "1991-12-26") throws -> State
    {
        let day = try #require(CalendarDay(iso8601: first))
        return State(
            code: try #require(StateCode(code)), name: name, cowNumber: number, gleditschWardNumber: number,
            membership: try #require(MembershipSpan(first: day)))
    }
    return try #require(
        StateSystem([
            try state("AZE", "Azerbaijan", 373), try state("KAZ", "Kazakhstan", 705),
            try state("KGZ", "Kyrgyzstan", 703), try state("GEO", "Georgia", 372),
            try state("RUS", "Russia", 365, "1816-01-01"),
        ]))
}

/// What an importer makes of texts: its tables as CSV lines by name, without the header, and its log.
struct Imported {
    let rows: [String: [String]]
    let log: [String]

    /// The texts are the importer's files, in its order; they are called `1.csv`, `2.csv` and so on.
    init(_ id: String, _ texts: [String]) throws {
        let importer = try #require(SourceImporters.named(id))
        let files = texts.enumerated().map { SourceFile(path: "\($0 + 1).csv", bytes: Array($1.utf8)) }
        var log = ImportLog()
        let tables = try importer.tables(from: files, states: fixtureStates(), log: &log)
        var rows: [String: [String]] = [:]
        for table in tables {
            let text = String(decoding: try table.csv(significantDigits: 12), as: UTF8.self)
            rows[table.schema.name] = text.split(separator: "\n").dropFirst().map(String.init)
        }
        self.rows = rows
        self.log = log.entries.map { "\($0.file): \($0.reason): \($0.rows)" }
    }
}

/// A folder of packages that goes when the test does; holds the states and a bibliography to begin with.
final class TemporaryDatasets: Sendable {
    let folder: DatasetFolder

    init() throws {
        folder = DatasetFolder(path: NSTemporaryDirectory() + "dyadscore-datasets-\(UUID().uuidString)")
        let committed = CommittedPackages.folder.path
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: "\(committed)/states", toPath: "\(folder.path)/states")
        try FileManager.default.copyItem(
            atPath: "\(committed)/references.bib", toPath: "\(folder.path)/references.bib")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder.path) }

    func replace(_ text: String, with other: String, in file: String) throws {
        let path = "\(folder.path)/\(file)"
        let content = try readText(ofFile: path)
        try #require(content.contains(text))
        try writeBytes(Array(content.replacing(text, with: other, maxReplacements: 1).utf8), toFile: path)
    }
}
