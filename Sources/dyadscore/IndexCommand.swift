import ArgumentParser
import Diagnostics
import Files
import WideTables
import WorkPieces

struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Score the units of any table: a composite index with every stage shown.",
        discussion: """
            TABLE is a CSV file with one row a unit and one column an indicator; an empty cell is missing. META is a \
            CSV file with one row an indicator or group and the columns indicator, direction (more, less), parent, \
            weight, worst, best, reference, transform, denominator, of which only the first is required. A row that \
            names no column is a group, the parent of others; worst, best and reference are on the scale of the \
            transformed values; a denominator is a column to divide by. Columns called name, unit, note and source \
            are for people.

            A method is written NAME, NAME:VALUE or NAME:PARAMETER=VALUE:PARAMETER=VALUE, with commas in lists: \
            min-max:1,100, z-score:mean=100:deviation=10. Tables of judgements are CSV files. `dyadscore methods` \
            lists all methods.

            Order of the steps: denominators, class mean (--scaling), filling of values, outliers, transform, \
            normalise, filling of normalised values, weights, aggregate.
            """)

    @Argument(help: "The table of units and indicators.", completion: .file(extensions: ["csv"]))
    var table: String

    @Option(help: "The file that names the indicators, META; without it all other columns are indicators.")
    var indicators: String?

    @OptionGroup(title: "Table") var columns: ColumnOptions
    @OptionGroup(title: "Methods") var methods: IndexMethodOptions
    @OptionGroup(title: "Other weights") var weights: IndexWeightOptions
    @OptionGroup(title: "Efficiency") var efficiency: IndexEfficiencyOptions
    @OptionGroup(title: "Ranks of estimates") var ranks: IndexRankOptions
    @OptionGroup(title: "Random draws") var draws: DrawOptions
    @OptionGroup(title: "Output") var output: ResultOptions

    func run() throws {
        try reportingDiagnostics {
            let table = try WideTable(
                try readBytes(ofFile: table, limit: tableSizeLimit), path: table, unitColumn: columns.unit,
                missingValues: Set(columns.missingValue))
            let result =
                if efficiency.dea {
                    try measure(table)
                } else if ranks.rankCi {
                    try bound(table)
                } else {
                    try score(table)
                }
            try writeResult(result, to: output.file)
        }
    }

    private func score(_ table: WideTable) throws(Diagnostic) -> [UInt8] {
        try refuse(efficiency.given, with: "an index", remedy: "add --dea")
        try refuse(ranks.given, with: "an index", remedy: "add --rank-ci")
        if draws.seed != nil, draws.imputations == nil, weights.smaa == nil {
            throw Diagnostic(.wrongArgument, rule: "--seed needs --imputations or --smaa")
        }
        let weighing = try weights.request(seed: draws.seed)
        let request = try draws.imputations.map { count throws(Diagnostic) in
            try ImputationRequest(count: count, seed: draws.seed ?? DrawOptions.standardSeed)
        }
        let sheet = try indicators.map { path throws(Diagnostic) in
            try IndicatorSheet(try readBytes(ofFile: path, limit: tableSizeLimit), path: path)
        }
        let input = try IndexInput(
            table, sheet: sheet, groupColumn: columns.unitGroups, classFilter: columns.referenceClass)
        let meter = ProgressMeter(quiet: false)
        defer { meter?.clear() }
        return try IndexRun(
            input, options: methods.options, imputing: request, weighing: weighing,
            work: Work(observer: meter?.observer)
        ).output(output.format)
    }

    private func measure(_ table: WideTable) throws(Diagnostic) -> [UInt8] {
        try refuse(
            ofIndex + (ranks.rankCi ? ["--rank-ci"] : []) + ranks.given, with: "--dea",
            remedy: "efficiency is measured on the columns as they are")
        return try EfficiencyRun(
            table, options: try efficiency.options(seed: draws.seed), classFilter: columns.referenceClass
        ).output(output.format)
    }

    private func bound(_ table: WideTable) throws(Diagnostic) -> [UInt8] {
        try refuse(
            ofIndex + efficiency.given.filter { $0 != "--confidence" }
                + (columns.referenceClass != nil ? ["--class"] : []), with: "--rank-ci",
            remedy: "ranks are those of the estimates of all units as they are")
        return try RankRun(
            table, options: try ranks.options(seed: draws.seed, confidence: efficiency.confidence)
        ).output(output.format)
    }

    /// The options that were given and make sense for an index alone, by name.
    private var ofIndex: [String] {
        methods.options.given + (indicators != nil ? ["--indicators"] : [])
            + (columns.unitGroups != nil ? ["--unit-groups"] : [])
            + (draws.imputations != nil ? ["--imputations"] : []) + weights.given
    }

    private func refuse(_ options: [String], with what: String, remedy: String) throws(Diagnostic) {
        guard let option = options.first else { return }
        throw Diagnostic(.wrongArgument, rule: "\(option) does not go with \(what)", remedy: remedy)
    }
}
