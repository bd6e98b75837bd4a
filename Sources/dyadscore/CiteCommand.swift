import ArgumentParser
import Batch

/// How what is to be cited is printed.
enum CitationFormat: String, ExpressibleByArgument, CaseIterable {
    case bibtex, text, json
}

struct CiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite",
        abstract: "List what a paper that uses a study should cite.",
        discussion: """
            The program, the source of the claim, every data package with its version and licence, and every method. \
            BibTeX is that of the results' references.bib, under comments that say what each key is for.
            """)

    @Argument(help: "The study file.", completion: .studyFile)
    var study: String

    @Option(help: "How to print: bibtex, text or json.")
    var format = CitationFormat.bibtex

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("The file to write (default: standard output).", valueName: "file"))
    var file: String?

    @OptionGroup var datasets: DatasetsFolderOption

    func run() throws {
        try reportingDiagnostics {
            let citations = try PreparedStudy(studyFile: study, datasets: datasets.folder).citations
            let bytes =
                switch format {
                case .bibtex: Array(citations.annotatedBibTeX.utf8)
                case .text: Array(citations.text.utf8)
                case .json: try citations.json()
                }
            try writeResult(bytes, to: file)
        }
    }
}
