import ArgumentParser
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

    var options: EfficiencyOptions {
        EfficiencyOptions(
            inputs: columns(inputs), outputs: columns(outputs),
            model: EfficiencyModel(
                returnsToScale: returns ?? .constant, orientation: orientation ?? .input),
            isSuper: superEfficiency, showsSlacks: slacks)
    }

    /// The options that were given beside --dea, by name.
    var given: [String] {
        [
            ("--inputs", inputs != nil), ("--outputs", outputs != nil), ("--returns", returns != nil),
            ("--orientation", orientation != nil), ("--super-efficiency", superEfficiency),
            ("--slacks", slacks),
        ].filter(\.1).map(\.0)
    }

    private func columns(_ list: String?) -> [String] {
        list?.split(separator: ",", omittingEmptySubsequences: false).map(String.init) ?? []
    }
}
