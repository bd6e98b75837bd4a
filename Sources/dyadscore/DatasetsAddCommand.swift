import ArgumentParser
import Datasets

extension IndicatorRequest.Kind: ExpressibleByArgument {}
extension IndicatorRequest.Direction: ExpressibleByArgument {}
extension IndicatorRequest.Silence: ExpressibleByArgument {}
extension IndicatorRequest.YearOperator: ExpressibleByArgument {}
extension IndicatorRequest.Directions: ExpressibleByArgument {}
extension StateCodeScheme: ExpressibleByArgument {}

struct DatasetsAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make a data package and an indicator from a table of your own.",
        discussion: """
            The table has one row a pair and year: two columns with the states, one with the year, one with the \
            value; an empty value is missing. Writes datasets/ID and datasets/indicators/ID.yaml, or nothing.
            """)

    @Argument(help: "The table (CSV, UTF-8, with a header).", completion: .file(extensions: ["csv"]))
    var file: String

    @Option(help: "Name of the package and the indicator: lower-case letters, digits and hyphens.")
    var id: String
    @Option(help: "Title for tables and figures.")
    var title: String
    @Option(help: "What the indicator belongs to: contacts, agreements, projects, or one of your own.")
    var dimension: String
    @Option(help: "What kind of number it is.")
    var kind: IndicatorRequest.Kind
    @Option(help: "Unit of the value.")
    var unit: String
    @Option(help: "Whether more or less of it speaks for a pair.")
    var direction: IndicatorRequest.Direction
    @Option(name: .customLong("operator"), help: "How the values of several years become one.")
    var yearOperator: IndicatorRequest.YearOperator
    @Option(help: "How the table names states.")
    var codes: StateCodeScheme
    @Option(help: "Column of the first state.")
    var stateA: String
    @Option(help: "Column of the second state.")
    var stateB: String
    @Option(help: "Column of the year.")
    var year: String
    @Option(help: "Column of the value.")
    var value: String
    @Option(help: "First year that the source covers.")
    var firstYear: Int
    @Option(help: "Last year that the source covers.")
    var lastYear: Int
    @Option(help: "ISO codes of states that the source does not cover, separated by commas.")
    var withoutStates: String?
    @Option(help: "What a pair and year without a row means inside the coverage.")
    var unrecorded: IndicatorRequest.Silence
    @Option(help: "How to join A,B and B,A of one year.")
    var directions = IndicatorRequest.Directions.refuse
    @Option(help: "What the value measures, in a sentence.")
    var definition: String
    @Option(help: "Key of the source in references.bib.")
    var citation: String
    @Option(help: "Name or address of the source.")
    var source: String
    @Option(help: "Licence of the data.")
    var licence: String
    @Flag(help: "Replace an indicator that was added before.")
    var replace = false

    @Option(help: "How to tell what was left out: text (on standard error) or json.")
    var format = OutputFormat.text

    @OptionGroup var datasets: DatasetsFolderOption

    func run() throws {
        try reportingDiagnostics {
            try report(
                try datasets.writableFolder.add(request, from: SourceFile(path: file)), of: id, format: format
            )
        }
    }

    private var request: IndicatorRequest {
        IndicatorRequest(
            id: id, title: title, dimension: dimension, kind: kind, unit: unit, direction: direction,
            yearOperator: yearOperator,
            columns: .init(stateA: stateA, stateB: stateB, year: year, value: value, codes: codes),
            coverage: .init(
                firstYear: firstYear, lastYear: lastYear,
                withoutStates: withoutStates?.split(separator: ",", omittingEmptySubsequences: false)
                    .map(String.init) ?? [],
                unrecorded: unrecorded),
            origin: .init(definition: definition, citation: citation, source: source, licence: licence),
            directions: directions, replaces: replace)
    }
}
