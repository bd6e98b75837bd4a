import Diagnostics
import Foundation
import Scoring
import Tabular

@testable import WideTables

extension Surface {
    /// `index`: a table of options, one of indicators and one of units; what is scored is finite.
    ///
    /// The first part holds a method in a line for each step, in the order of `Step`; empty lines are the standard. The
    /// second is the file of indicators, or empty, the third the table.
    static let wideTable = Surface(
        "index",
        words: [
            "%%%%\n", "min-max", "z-score", "robust-z", "rank", "geometric", "arithmetic", "topsis",
            "copeland", "pca",
            "entropy", "critic", "log1p", "winsorise", "class-mean", "declared", "1e308", "-1e308", "5e-324",
            "1e-200", ",,",
        ]
    ) { bytes in
        let parts = parts(of: bytes, count: 3)
        let lines = String(decoding: parts[0], as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        func line(_ index: Int) -> String? {
            index < lines.count && !lines[index].isEmpty && !lines[index].contains("/")
                && !lines[index].contains(".csv")
                ? String(lines[index]) : nil
        }
        let table = try WideTable(parts[2], path: "table.csv", missingValues: ["NA"])
        let sheet = parts[1].isEmpty ? nil : try IndicatorSheet(parts[1], path: "indicators.csv")
        try agree(Set(table.units).count == table.units.count, "units must differ")
        let input = try IndexInput(table, sheet: sheet, classFilter: line(6))
        // Scoring is not read in here: large tables are left to its own tests.
        guard table.units.count * input.raw.count <= 400, input.raw.count <= 20 else { return }
        let options = MethodOptions(
            scaling: line(7) == "class-mean" ? .classMean : nil, outliers: line(0), transform: line(1),
            normalise: line(2), missing: line(3), weights: line(4), aggregate: line(5).map { [$0] } ?? [])
        let run = try IndexRun(input, options: options)
        for score in run.index.scores.compactMap({ $0 }) {
            try agree(score.isFinite, "a score must be finite")
        }
        try agree(
            run.ranking.ranks.compactMap { $0 }.allSatisfy { (1...table.units.count).contains($0) },
            "ranks must be from 1 to the number of units")
        try agree(abs(run.index.nominalWeights.reduce(0, +) - 1) < 1e-6, "weights must sum to one")
        for format in ResultFormat.allCases { _ = try run.output(format) }
    }

    /// Methods as text, as options and cells name them.
    static let wideMethods = Surface(
        "method",
        words: Step.allCases.flatMap { MethodTable.descriptions(of: $0).map(\.id) } + [
            ":", "=", ",", "1e400", "-0", "nan",
        ]
    ) { bytes in
        guard let text = String(validating: bytes.dropFirst(), as: UTF8.self), !text.contains("/"),
            !text.contains(".csv")
        else { return }
        let step = Step.allCases[Int(bytes.first ?? 0) % Step.allCases.count]
        let choice = try MethodText.choice(text, of: step, for: "--option")
        try agree(
            MethodTable.descriptions(of: step).contains { $0.id == choice.id },
            "a method must be one of its step")
    }
}
