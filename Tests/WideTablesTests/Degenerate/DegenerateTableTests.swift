import Diagnostics
import Foundation
import Scoring
import TestSupport
import Testing

@testable import WideTables

/// Whatever the table and the methods, an index has finite numbers in every form of output, or a message that says what
/// is wrong with the input: nothing stops the program, and no writer has to refuse.
struct DegenerateTableTests {
    /// - Returns: the message, nil for an answer.
    private func outcome(
        _ table: DegenerateTable, _ options: MethodOptions, sheet: String?
    ) throws -> Diagnostic? {
        do throws(Diagnostic) {
            let input = try IndexInput(
                try WideTable(Array(table.text.utf8), path: "t.csv"),
                sheet: try sheet.map { text throws(Diagnostic) in
                    try IndicatorSheet(Array(text.utf8), path: "m.csv")
                }, groupColumn: "region")
            let run = try IndexRun(input, options: options)
            for format in ResultFormat.allCases { try requireFinite(try run.output(format), in: "out") }
            let ranks = run.ranking.ranks.compactMap { $0 }
            #expect(ranks.isEmpty || ranks.contains(1), "\(table.name) \(options)")
            #expect(ranks.allSatisfy { (1...ranks.count).contains($0) }, "\(table.name) \(options)")
            return nil
        } catch {
            return error
        }
    }

    private func check(_ table: DegenerateTable, _ options: MethodOptions, sheet: String?) throws {
        guard let error = try outcome(table, options, sheet: sheet) else { return }
        #expect([.badData, .wrongArgument].contains(error.category), "\(table.name) \(options): \(error)")
        #expect(!error.rule.isEmpty && !error.rule.contains("nan"), "\(table.name) \(options): \(error)")
    }

    private func withSelection(_ table: DegenerateTable, _ body: (MethodSelection) throws -> Void) throws {
        try withTemporaryFolder { folder in
            for (name, text) in table.files {
                try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
            }
            try body(MethodSelection(for: table, in: folder))
        }
    }

    @Test(arguments: DegenerateTable.all)
    func everyPairOfMethods(table: DegenerateTable) throws {
        try withSelection(table) { selection in
            let pairs: [(Step, Step)] = [
                (.normalisation, .aggregation), (.weighting, .normalisation), (.weighting, .aggregation),
                (.outliers, .transform), (.missingData, .normalisation), (.missingData, .weighting),
                (.missingData, .aggregation), (.transform, .normalisation),
            ]
            for (seed, pair) in pairs.enumerated() {
                for options in selection.pairs(of: pair.0, with: pair.1, seed: UInt64(seed)) {
                    try check(table, options, sheet: table.sheet())
                }
            }
        }
    }

    /// Weights that are zero, negative, no numbers, too large or too small to add.
    @Test(arguments: DegenerateTable.all)
    func declaredWeights(table: DegenerateTable) throws {
        for weights in [["0"], ["0", "1"], ["-1", "2"], ["1e308"], ["5e-324"], ["1e308", "5e-324"]] {
            for aggregation in ["arithmetic", "geometric", "topsis", "copeland", "owa:weights=1"] {
                let options = MethodOptions(
                    normalise: "min-max:1,100", weights: "declared", aggregate: [aggregation])
                try check(table, options, sheet: table.sheet(weights: weights))
            }
        }
    }

    @Test(arguments: 0..<40)
    func randomTables(seed: UInt64) throws {
        let table = DegenerateTable.random(seed: seed)
        var draw = SplitMix(seed: seed)
        try withSelection(table) { selection in
            for _ in 0..<100 {
                let options = selection.drawn(using: &draw)
                try check(table, options, sheet: Bool.random(using: &draw) ? table.sheet() : nil)
            }
        }
    }
}
