import Diagnostics
import Foundation

/// The ranks in the class of a results folder, from its `ranks.csv`.
struct StoredRanks {
    struct Subject: Hashable {
        let window: String
        let name: String
    }

    var subjects: [Subject] = []
    var dyads: [String] = []
    var ranks: [RankChanges.RankKey: Int] = [:]
}

/// The verdicts of a results folder, from its `verdict.json`.
struct StoredVerdicts {
    let target: String
    /// Readings in their order, `overall` first.
    let order: [String]
    let of: [String: String]
}

extension StoredResults {
    /// - Throws: `Diagnostic` (bad data) for a folder without the table, or without its columns.
    func ranks() throws(Diagnostic) -> StoredRanks {
        guard let table = try table("ranks.csv") else { throw missing("ranks.csv") }
        func place(_ name: String) throws(Diagnostic) -> Int {
            guard let place = table.columns.firstIndex(where: { $0.name == name }) else {
                throw missing("the column \(name) of ranks.csv")
            }
            return place
        }
        let (window, subject, dyad) = (try place("window"), try place("subject"), try place("dyad"))
        let rank = try place("rank_in_class")
        var found = StoredRanks()
        var (knownSubjects, knownDyads): (Set<StoredRanks.Subject>, Set<String>) = ([], [])
        for row in table.rows {
            let name = StoredRanks.Subject(window: row[window], name: row[subject])
            if knownSubjects.insert(name).inserted { found.subjects.append(name) }
            if knownDyads.insert(row[dyad]).inserted { found.dyads.append(row[dyad]) }
            guard !row[rank].isEmpty else { continue }
            guard let value = Int(row[rank]), (1...Int(Int32.max)).contains(value) else {
                throw Diagnostic(
                    at: SourceLocation(path: "\(self.name)/ranks.csv"),
                    rule: "the rank_in_class of \(table.name(of: row)) must be a whole number from 1 on",
                    found: row[rank].quotedForMessage, remedy: "run the study again")
            }
            found.ranks[.init(window: row[window], subject: row[subject], dyad: row[dyad])] = value
        }
        return found
    }

    /// - Throws: `Diagnostic` (bad data) for a folder without `verdict.json`, or with another one.
    func verdicts() throws(Diagnostic) -> StoredVerdicts {
        struct Document: Decodable {
            struct Claim: Decodable { let target: String }
            struct Reading: Decodable {
                let reading: String
                let verdict: String
            }
            struct Verdict: Decodable {
                let overall: String
                let readings: [Reading]
            }
            let claim: Claim
            let verdict: Verdict
        }
        let document: Document = try json("verdict.json")
        let readings = document.verdict.readings
        return StoredVerdicts(
            target: document.claim.target, order: ["overall"] + readings.map(\.reading),
            of: Dictionary(
                [("overall", document.verdict.overall)] + readings.map { ($0.reading, $0.verdict) },
                uniquingKeysWith: { first, _ in first }))
    }

    private func missing(_ what: String) -> Diagnostic {
        Diagnostic(
            at: SourceLocation(path: name), rule: "a results folder must have \(what)",
            remedy: "run the study again with this version")
    }
}
