import ArgumentParser
import Datasets
import Diagnostics

struct DatasetsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the data packages with their tables, rows and licences.")

    @Option(help: "How to print: text or json.")
    var format = OutputFormat.text

    @OptionGroup var datasets: DatasetsFolderOption

    func run() throws {
        try reportingDiagnostics {
            var summaries: [PackageSummary] = []
            for name in datasets.folder.packageNames {
                summaries.append(try datasets.folder.summary(ofPackage: name))
            }
            switch format {
            case .json: try writeResult(try PackageSummary.json(of: summaries), to: nil)
            case .text: try printAligned(summaries.map(cells))
            }
        }
    }

    private func cells(_ summary: PackageSummary) -> [String] {
        let tables = summary.tables.map(\.name).filter { $0 != "import-log" }
        return [
            summary.name, summary.title, tables.joined(separator: ", "), "\(summary.rows) rows",
            summary.licences.joined(separator: "; "),
        ]
    }

    /// Columns as wide as their widest cell, two spaces between; the last one as it is.
    private func printAligned(_ rows: [[String]]) throws(Diagnostic) {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        for row in rows {
            let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            try say((padded.dropLast() + row.suffix(1)).joined(separator: "  "))
        }
    }
}
