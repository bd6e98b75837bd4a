import Diagnostics
import Scoring
import Testing
import Uncertainty

@testable import WideTables

/// Imputation, drawn weights, efficiency and sets of ranks on tables that have less in them than these ask for.
struct DegenerateRunTests {
    /// An answer of finite numbers in every form, or a message about the input.
    private func check(_ what: String, _ body: () throws(Diagnostic) -> [[UInt8]]) {
        do throws(Diagnostic) {
            for output in try body() { try requireFinite(output, in: "out") }
        } catch {
            #expect([.badData, .wrongArgument].contains(error.category), "\(what): \(error)")
            #expect(!error.rule.isEmpty && !error.description.contains("nan"), "\(what): \(error)")
        }
    }

    private func table(_ table: DegenerateTable) throws(Diagnostic) -> WideTable {
        try WideTable(Array(table.text.utf8), path: "t.csv")
    }

    private static let tables = DegenerateTable.all + (100..<140).map { DegenerateTable.random(seed: $0) }

    @Test(arguments: tables)
    func imputationsAndDrawnWeights(given: DegenerateTable) {
        for normalise in ["none", "min-max:1,100", "z-score", "rank"] {
            for aggregate in ["arithmetic", "geometric"] {
                for shape in WeightShape.allCases {
                    check("\(given.name) \(normalise) \(aggregate) \(shape)") { () throws(Diagnostic) in
                        let input = try IndexInput(
                            try table(given),
                            sheet: try IndicatorSheet(Array(given.sheet().utf8), path: "m.csv"),
                            groupColumn: "region")
                        let run = try IndexRun(
                            input, options: MethodOptions(normalise: normalise, aggregate: [aggregate]),
                            imputing: try ImputationRequest(count: 3, seed: 1),
                            weighing: try AcceptabilityRequest(draws: 100, seed: 1, shape: shape))
                        return [try run.output(.text), try run.output(.csv), try run.output(.json)]
                    }
                }
            }
        }
    }

    @Test(arguments: tables)
    func efficiencies(given: DegenerateTable) {
        guard given.indicators.count > 1 else { return }
        let (inputs, outputs) = ([given.indicators[0]], Array(given.indicators.dropFirst().prefix(3)))
        for returns in ReturnsToScale.allCases {
            for orientation in Orientation.allCases {
                check("\(given.name) \(returns) \(orientation)") { () throws(Diagnostic) in
                    let run = try EfficiencyRun(
                        try table(given),
                        options: EfficiencyOptions(
                            inputs: inputs, outputs: outputs,
                            model: EfficiencyModel(returnsToScale: returns, orientation: orientation),
                            isSuper: true,
                            showsSlacks: true,
                            bootstrap: try .init(replicates: 20, seed: 1, confidence: 0.9)))
                    return [try run.output(.text), try run.output(.csv), try run.output(.json)]
                }
            }
        }
    }

    @Test(arguments: tables)
    func setsOfRanks(given: DegenerateTable) {
        guard given.indicators.count > 1 else { return }
        for bounds in RankBounds.allCases {
            check("\(given.name) \(bounds)") { () throws(Diagnostic) in
                let run = try RankRun(
                    try table(given),
                    options: try RankOptions(
                        estimate: given.indicators[0], error: given.indicators[1], bounds: bounds, draws: 100,
                        seed: 1, best: 1))
                return [try run.output(.text), try run.output(.csv), try run.output(.json)]
            }
        }
    }
}
