import ArgumentParser
import Batch
import Datasets
import Diagnostics
import Tabular

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say which versions and libraries run, and whether the data packages are there.")

    @Option(help: "How to print: text or json.")
    var format = OutputFormat.text

    @OptionGroup var datasets: DatasetsFolderOption

    private struct Report: Encodable {
        let version, blas, blasCoreType, vectors, datasets: String
        let packages, indicators, states: Int
    }

    func run() throws {
        try reportingDiagnostics {
            let machine = MachineReport()
            if format == .text {
                try say("dyadscore    \(DyadScoreVersion.current)")
                try say("BLAS         \(machine.blas)")
                try say("BLAS kernel  \(machine.blasCoreType)")
                try say("vectors      \(machine.vectors)")
            }
            let packages = datasets.folder.packageNames
            guard !packages.isEmpty else {
                throw Diagnostic(
                    .missingInput, at: SourceLocation(path: datasets.path),
                    rule: "there are no data packages here",
                    remedy: "run from the project's folder, or name the folder with --datasets")
            }
            let report = Report(
                version: DyadScoreVersion.current, blas: machine.blas, blasCoreType: machine.blasCoreType,
                vectors: machine.vectors, datasets: datasets.path, packages: packages.count,
                indicators: try datasets.folder.indicatorDefinitions().count,
                states: try datasets.folder.states().states.count)
            guard format == .text else { return try writeResult(try jsonBytes(of: report), to: nil) }
            try say("data         \(report.packages) packages in \(report.datasets)")
            try say("indicators   \(report.indicators)")
            try say("states       \(report.states)")
        }
    }
}
