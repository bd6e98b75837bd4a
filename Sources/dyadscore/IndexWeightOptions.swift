import ArgumentParser
import Diagnostics
import WideTables

extension WeightShape: ExpressibleByArgument {}

/// How ranks depend on the weights of an index.
struct IndexWeightOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Also rank the units under this many draws of weights (SMAA-2), from 2; for one arithmetic or geometric aggregation.",
            valueName: "n"))
    var smaa: Int?

    @Option(
        help: ArgumentHelp(
            "flat (any weights of the indicators are as likely as any other) or nested (groups first, then the members of each) (default: nested if META has groups, else flat).",
            valueName: "space"))
    var weightSpace: WeightShape?

    @Option(
        help: ArgumentHelp(
            "Indicators or groups whose weights do not rise from the first to the last; may be repeated.",
            valueName: "a,b,..."))
    var weightOrder: [String] = []

    @Option(
        help: ArgumentHelp(
            "Bounds of a weight: of the whole (flat), or in its group (nested); may be repeated.",
            valueName: "name=low,high"))
    var weightInterval: [String] = []

    /// - Throws: `Diagnostic` (wrong argument) for constraints without --smaa, or malformed ones.
    func request(seed: UInt64?) throws(Diagnostic) -> AcceptabilityRequest? {
        guard let smaa else {
            if let option = parts.first {
                throw Diagnostic(.wrongArgument, rule: "\(option) needs --smaa")
            }
            return nil
        }
        var orders: [WeightOrder] = []
        for text in weightOrder { orders.append(try WeightOrder(text)) }
        var intervals: [WeightInterval] = []
        for text in weightInterval { intervals.append(try WeightInterval(text)) }
        return try AcceptabilityRequest(
            draws: smaa, seed: seed ?? DrawOptions.standardSeed, shape: weightSpace, orders: orders,
            intervals: intervals)
    }

    /// The options that were given, by name.
    var given: [String] { (smaa != nil ? ["--smaa"] : []) + parts }

    private var parts: [String] {
        [
            ("--weight-space", weightSpace != nil), ("--weight-order", !weightOrder.isEmpty),
            ("--weight-interval", !weightInterval.isEmpty),
        ].filter(\.1).map(\.0)
    }
}
