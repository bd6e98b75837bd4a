import ArgumentParser
import Diagnostics
import Scoring
import WideTables

extension ReturnsToScale: ExpressibleByArgument {}
extension Orientation: ExpressibleByArgument {}

/// Data envelopment analysis instead of an index.
struct IndexEfficiencyOptions: ParsableArguments {
    @Flag(help: "Measure efficiency by data envelopment analysis instead of an index.")
    var dea = false

    @Option(help: ArgumentHelp("Columns of inputs, separated by commas.", valueName: "columns"))
    var inputs: String?

    @Option(help: ArgumentHelp("Columns of outputs, separated by commas.", valueName: "columns"))
    var outputs: String?

    @Option(help: "Returns to scale: crs, vrs or nirs (default: crs).")
    var returns: ReturnsToScale?

    @Option(help: "input or output (default: input).")
    var orientation: Orientation?

    @Flag(help: "Rank by efficiency against the frontier of the other units.")
    var superEfficiency = false

    @Flag(help: "Show slacks in text and csv; json always has them.")
    var slacks = false

    @Option(help: ArgumentHelp("Replicates of a bootstrap (Simar & Wilson 1998), from 2.", valueName: "n"))
    var bootstrap: Int?

    @Option(help: "Of the intervals of --bootstrap, and of the sets of --rank-ci (default: 0.95).")
    var confidence: Double?

    /// - Throws: `Diagnostic` (wrong argument) for a bootstrap outside its domain, or parts of one without it.
    func options(seed: UInt64?) throws(Diagnostic) -> EfficiencyOptions {
        if bootstrap == nil, seed != nil || confidence != nil {
            throw Diagnostic(
                .wrongArgument, rule: "\(seed != nil ? "--seed" : "--confidence") needs --bootstrap")
        }
        return EfficiencyOptions(
            inputs: columns(inputs), outputs: columns(outputs),
            model: EfficiencyModel(
                returnsToScale: returns ?? .constant, orientation: orientation ?? .input),
            isSuper: superEfficiency, showsSlacks: slacks,
            bootstrap: try bootstrap.map { replicates throws(Diagnostic) in
                try .init(
                    replicates: replicates, seed: seed ?? DrawOptions.standardSeed,
                    confidence: confidence ?? 0.95)
            })
    }

    /// The options that were given beside --dea, by name.
    var given: [String] {
        [
            ("--inputs", inputs != nil), ("--outputs", outputs != nil), ("--returns", returns != nil),
            ("--orientation", orientation != nil), ("--super-efficiency", superEfficiency),
            ("--slacks", slacks), ("--bootstrap", bootstrap != nil), ("--confidence", confidence != nil),
        ].filter(\.1).map(\.0)
    }

    private func columns(_ list: String?) -> [String] {
        list?.split(separator: ",", omittingEmptySubsequences: false).map(String.init) ?? []
    }
}
