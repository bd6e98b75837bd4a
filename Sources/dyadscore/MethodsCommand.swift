import ArgumentParser
import Scoring
import Studies
import WideTables

extension Step: ExpressibleByArgument {}

/// How the table of methods is printed.
enum CatalogueFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown, schema
}

struct MethodsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "methods",
        abstract: "List the methods of every step: formula, domain, source, properties, parameters, test.",
        discussion: """
            Without a step also which aggregations refuse which methods, and why, for standard arguments.
            """)

    @Argument(help: "Only this step: \(Step.allCases.map(\.rawValue).joined(separator: ", ")).")
    var step: Step?

    @Option(
        help: """
            How to print: text, json, markdown (as in METHODS.md), or schema (all steps, as in $defs of \
            studies/study.schema.json).
            """)
    var format = CatalogueFormat.text

    func validate() throws {
        if format == .schema, step != nil { throw ValidationError("the schema holds all steps: name none") }
    }

    func run() throws {
        try reportingDiagnostics {
            let catalogue = MethodCatalogue(step: step)
            let bytes =
                switch format {
                case .text: Array(catalogue.text.utf8)
                case .json: try catalogue.json()
                case .markdown: Array(catalogue.markdown.utf8)
                case .schema: try MethodSchema().json()
                }
            try writeResult(bytes, to: nil)
        }
    }
}
