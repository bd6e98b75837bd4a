import Foundation
import TestSupport
import Testing

/// What ends a process instead of telling the user what is wrong has no place in the program. That no value is unwrapped,
/// cast or tried by force is checked by the linter (.swift-format); these are what it does not know.
@Suite struct SourceRulesTests {
    private static let sources: [(path: String, lines: [Substring])] = {
        let root = Repository.path("Sources")
        let paths = (FileManager.default.subpaths(atPath: root) ?? []).filter { $0.hasSuffix(".swift") }
            .sorted()
        return paths.map { path in
            let text = (try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)) ?? ""
            return (path, text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }()

    /// The places of a word outside comments.
    private static func places(of word: String) -> [String] {
        sources.flatMap { path, lines in
            lines.enumerated().filter { _, line in
                line.contains(word) && !line.drop(while: \.isWhitespace).hasPrefix("//")
            }.map { "\(path):\($0.offset + 1)" }
        }
    }

    @Test(arguments: [
        "fatalError(", "preconditionFailure(", "assertionFailure(", "try!", "as!", "unowned",
        "unsafeBitCast(",
        "unsafelyUnwrapped", "swift-format-ignore",
    ])
    func nothingEndsTheProcess(word: String) {
        #expect(Self.sources.count > 300)
        #expect(Self.places(of: word) == [])
    }

    /// In what reads input only two promises of the program to itself are left: a row of a table that it makes has one cell
    /// a field, and the key of a schema that it makes is among its fields (a schema that is read is checked before).
    @Test func modulesThatReadHoldNoConditionOnInput() {
        let reading = [
            "Batch", "Datasets", "Diagnostics", "Documents", "DyadTables", "Dyads", "Files", "References",
            "Studies", "Tabular",
            "WideTables", "dyadscore",
        ]
        let places = Self.places(of: "precondition(").filter { place in
            reading.contains { place.hasPrefix("\($0)/") }
        }
        #expect(
            places.map { $0.prefix { $0 != ":" } } == ["Tabular/Table.swift", "Tabular/TableSchema.swift"])
    }
}
