import ArgumentParser
import Diagnostics
import Files
import Scoring
import WideTables

extension ResultFormat: ExpressibleByArgument {}
extension Scaling: ExpressibleByArgument {}

struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Score the units of any table: a composite index with every stage shown.",
        discussion: """
            TABLE is a CSV file with one row a unit and one column an indicator; an empty cell is missing. META is a \
            CSV file with one row an indicator or group and the columns indicator, direction (more, less), parent, \
            weight, worst, best, reference, transform, denominator, of which only the first is required.

            A method is written NAME, NAME:VALUE or NAME:PARAMETER=VALUE:PARAMETER=VALUE, with commas in lists: \
            min-max:1,100, z-score:mean=100:deviation=10. Tables of judgements are CSV files. `dyadscore methods` \
            lists all methods.

            Order of the steps: denominators, class mean (--scaling), filling of values, outliers, transform, \
            normalise, filling of normalised values, weights, aggregate.
            """)

    @Argument(help: "The table of units and indicators.")
    var table: String

    @Option(help: "The file that names the indicators, META; without it all other columns are indicators.")
    var indicators: String?

    @OptionGroup(title: "Table") var columns: ColumnOptions
    @OptionGroup(title: "Methods") var methods: IndexMethodOptions
    @OptionGroup(title: "Output") var output: ResultOptions

    func run() throws {
        try reportingDiagnostics {
            let table = try WideTable(
                try readBytes(ofFile: table), path: table, unitColumn: columns.unit,
                missingValues: Set(columns.missingValue))
            let sheet = try indicators.map { try IndicatorSheet(try readBytes(ofFile: $0), path: $0) }
            let input = try IndexInput(
                table, sheet: sheet, groupColumn: columns.unitGroups, classFilter: columns.referenceClass)
            let run = try IndexRun(input, options: methods.options)
            try writeResult(try run.output(output.format), to: output.file)
        }
    }
}

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
    @Option(help: "none, or class-mean: divide by the mean of the class.")
    var scaling = Scaling.none

    @Option(help: help(.outliers, "Treatment of outliers"))
    var outliers: String?

    @Option(help: help(.transform, "Transform, for indicators that META gives none"))
    var transform: String?

    @Option(help: help(.normalisation, "Normalisation"))
    var normalise: String?

    @Option(help: help(.missingData, "Rule for missing values"))
    var missing: String?

    @Option(help: help(.weighting, "Weights"))
    var weights: String?

    @Option(
        help: help(.aggregation, "Aggregation; once for all levels, or once a level from the indicators up"))
    var aggregate: [String] = []

    @Option(help: "Scores within this share of the score range tie.")
    var tieTolerance = MethodOptions.standardTieTolerance

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
