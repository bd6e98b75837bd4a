import ArgumentParser
import Batch
import Datasets
import Diagnostics

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say which versions and libraries run, and whether the data packages are there.")

    @OptionGroup var datasets: DatasetsFolderOption

    func run() throws {
        try reportingDiagnostics {
            let machine = MachineReport()
            print("dyadscore    \(DyadScoreVersion.current)")
            print("BLAS         \(machine.blas)")
            print("BLAS kernel  \(machine.blasCoreType)")
            print("vectors      \(machine.vectors)")
            let packages = datasets.folder.packageNames
            guard !packages.isEmpty else {
                throw Diagnostic(
                    .missingInput, at: SourceLocation(path: datasets.path),
                    rule: "there are no data packages here",
                    remedy: "run from the project's folder, or name the folder with --datasets")
            }
            print("data         \(packages.count) packages in \(datasets.path)")
            print("indicators   \(try datasets.folder.indicatorDefinitions().count)")
            print("states       \(try datasets.folder.states().states.count)")
        }
    }
}
