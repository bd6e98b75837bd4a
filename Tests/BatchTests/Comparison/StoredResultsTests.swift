import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Batch

struct StoredResultsTests {
    @Test func aFileThatWasTouchedIsTold() throws {
        try withTemporaryFolder { folder in
            try ComparedResults().write(to: "\(folder)/a")
            let file = "\(folder)/a/scores.csv"
            try String(contentsOfFile: file, encoding: .utf8).replacing("71.25", with: "99")
                .write(toFile: file, atomically: true, encoding: .utf8)
            try FileManager.default.removeItem(atPath: "\(folder)/a/report.html")
            let found = try ResultsDifference(
                StoredResults(folder: "\(folder)/a"), ComparedResults().stored(), within: Tolerances())
            #expect(!found.agrees)
            #expect(
                found.text() == """
                    \(folder)/a/report.html is missing
                    \(folder)/a/scores.csv was changed after the run
                    scores.csv: 1 of 12 values differ, numbers by at most 28 % of their size
                      window main, dyad A-B: score 99 -> 71.25
                    1 of 3 tables differ (36 values of 3 tables compared).
                    Likely cause:
                      files that were touched after the run

                    """)
        }
    }

    @Test func aFileThatWasTouchedWithoutMovingAValueIsADifferenceToo() throws {
        try withTemporaryFolder { folder in
            try ComparedResults().write(to: "\(folder)/a")
            try "<i>".write(toFile: "\(folder)/a/report.html", atomically: true, encoding: .utf8)
            let stored = try StoredResults(folder: "\(folder)/a")
            #expect(try !ResultsDifference(stored, ComparedResults().stored(), within: Tolerances()).agrees)
        }
    }

    @Test(arguments: ["../x.csv", "/etc/passwd", "a/../../x", "./x", "a//b", ""])
    func pathsThatLeadOutOfTheFolderAreRefused(path: String) throws {
        try withTemporaryFolder { folder in
            try ComparedResults().write(to: folder)
            let file = "\(folder)/manifest.json"
            try String(contentsOfFile: file, encoding: .utf8)
                .replacing("\"path\": \"report.html\"", with: "\"path\": \"\(path)\"")
                .write(toFile: file, atomically: true, encoding: .utf8)
            let error = #expect(throws: Diagnostic.self) { try StoredResults(folder: folder) }
            #expect(error?.category == .badData)
        }
    }

    @Test func aFolderWithoutAManifestIsMissingInput() throws {
        try withTemporaryFolder { folder in
            let error = #expect(throws: Diagnostic.self) { try StoredResults(folder: folder) }
            #expect(error?.category == .missingInput)
        }
    }
}
