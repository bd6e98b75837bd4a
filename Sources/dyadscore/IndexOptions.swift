import ArgumentParser
import Scoring
import WideTables

extension ResultFormat: ExpressibleByArgument {}
extension Scaling: ExpressibleByArgument {}

/// How the table is read.
struct ColumnOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The column that names the units (default: the first).", valueName: "column"))
    var unit: String?

    @Option(
        help: ArgumentHelp(
            "A text that stands for a missing value, beside the empty cell; may be repeated.",
            valueName: "text"))
    var missingValue: [String] = []

    @Option(
        help: ArgumentHelp(
            "A column of labels, for rules that fill a gap from units of the same group.", valueName: "column"
        ))
    var unitGroups: String?

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp(
            "The units that others are measured against (default: all).", valueName: "column=value"))
    var referenceClass: String?
}

/// One option a step.
struct IndexMethodOptions: ParsableArguments {
    @Option(help: "none, or class-mean: divide by the mean of the class (default: none).")
    var scaling: Scaling?

    @Option(help: help(.outliers, "Treatment of outliers"))
    var outliers: String?

    @Option(help: help(.transform, "Transform, for indicators that META gives none"))
    var transform: String?

    @Option(help: help(.normalisation, "Normalisation"))
    var normalise: String?

    @Option(help: help(.missingData, "Rule for missing values"))
    var missing: String?

    @Option(
        help: ArgumentHelp(
            "Weights (default: \(MethodOptions.declaredWeights) if META has weights, else \(MethodOptions.standard(of: .weighting))).",
            valueName: "method"))
    var weights: String?

    @Option(
        help: help(.aggregation, "Aggregation; once for all levels, or once a level from the indicators up"))
    var aggregate: [String] = []

    @Option(
        help: ArgumentHelp(
            "Scores within this share of the score range tie (default: \(MethodOptions.standardTieTolerance)).",
            valueName: "share"))
    var tieTolerance: Double?

    var options: MethodOptions {
        MethodOptions(
            scaling: scaling, outliers: outliers, transform: transform, normalise: normalise,
            missing: missing,
            weights: weights, aggregate: aggregate, tieTolerance: tieTolerance)
    }

    private static func help(_ step: Step, _ what: String) -> ArgumentHelp {
        ArgumentHelp("\(what) (default: \(MethodOptions.standard(of: step))).", valueName: "method")
    }
}

/// Where a result goes, and how.
struct ResultOptions: ParsableArguments {
    @Option(help: "How to print: text (a table), csv (one row a unit) or json (every stage).")
    var format = ResultFormat.text

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "The file to write, whole or not at all (default: standard output).", valueName: "file"))
    var file: String?
}

/// What is drawn at random.
struct DrawOptions: ParsableArguments {
    static let standardSeed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "Also score this many completions of the gaps, each drawn from a normal model (multiple imputation), apart from the scores.",
            valueName: "n"))
    var imputations: Int?

    @Option(help: "Seed of everything that is drawn at random (default: \(standardSeed)).")
    var seed: UInt64?
}
