import Files
import Foundation
import Reporting
import TestSupport

@testable import Batch

/// A results folder of three small tables, made for tests, as text that can be changed.
struct ComparedResults {
    var version = "1.0"
    var blasCoreType = "HASWELL"
    var seed = 7
    var claim = "a"
    var input = "b"
    var ranks = """
        window,subject,dyad,rank_in_class
        main,volume,A-B,1
        main,volume,A-C,2
        main,volume,B-C,3

        """
    var scores = """
        window,dyad,score,note
        main,A-B,71.25,x
        main,A-C,50,
        main,B-C,-0.000001,z

        """
    var verdict = """
        {"claim": {"target": "A-B"}, "verdict": {"overall": "established",
         "readings": [{"reading": "volume", "verdict": "established", "rank": 1, "share": 0.25}]}}
        """
    var report = "<p>"
    var scoreColumns = ["window", "dyad", "score", "note"]

    /// Every file but the manifest.
    private var files: [(name: String, text: String)] {
        func field(_ name: String) -> String {
            let type = name == "rank_in_class" ? "integer" : name == "score" ? "number" : "string"
            return #"{"name": "\#(name)", "type": "\#(type)"}"#
        }
        func resource(_ path: String, _ fields: [String], key: [String]) -> String {
            """
            {"path": "\(path)", "schema": {"fields": [\(fields.map(field).joined(separator: ", "))],
             "primaryKey": [\(key.map { "\"\($0)\"" }.joined(separator: ", "))]}}
            """
        }
        let package = [
            resource(
                "ranks.csv", ["window", "subject", "dyad", "rank_in_class"],
                key: ["window", "subject", "dyad"]),
            resource("scores.csv", scoreColumns, key: ["window", "dyad"]),
        ]
        return [
            ("datapackage.json", #"{"resources": [\#(package.joined(separator: ", "))]}"#),
            ("ranks.csv", ranks), ("report.html", report), ("scores.csv", scores), ("verdict.json", verdict),
        ]
    }

    /// What the manifest says; the digests are those of the files.
    private func manifest() throws -> String {
        let outputs = try files.map { file in
            let bytes = Array(file.text.utf8)
            return
                #"{"path": "\#(file.name)", "bytes": \#(bytes.count), "sha256": "\#(try sha256Hex(of: bytes))"}"#
        }
        return """
            {"program": {"name": "dyadscore", "version": "\(version)", "blas": "OpenBLAS",
              "blasCoreType": "\(blasCoreType)"},
             "study": {"id": "s", "sha256": "\(claim)\(seed)", "claimSHA256": "\(claim)", "decisionRuleSHA256": "r",
              "seed": \(seed)},
             "inputs": [{"path": "states/states.csv", "sha256": "\(input)"}],
             "outputs": [\(outputs.joined(separator: ", "))]}
            """
    }

    /// The folder as a run would write it.
    func stored(name: String = "new") throws -> StoredResults {
        try StoredResults(
            (files + [("manifest.json", manifest())]).map { ResultFile(name: $0.name, text: $0.text) },
            name: name)
    }

    func write(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for file in try files + [("manifest.json", manifest())] {
            try file.text.write(toFile: "\(folder)/\(file.name)", atomically: true, encoding: .utf8)
        }
    }
}
