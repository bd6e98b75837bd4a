public import ClaimTesting
public import Datasets
public import Diagnostics
import Dyads
import Files
import LinearAlgebra
public import Reporting
public import Studies
import Tabular
import WorkPieces

/// A study with its data, assessed.
public struct StudyRun: Sendable {
    public let study: Study
    public let assessment: Assessment
    let inputs: RunInputs

    /// The copy of the study file in the results folder.
    static let studyFile = "study.yaml"
    /// How its results are printed.
    let style: ReportStyle

    /// What a paper that uses the results should cite.
    public var citations: StudyCitations { inputs.citations }

    /// Reads a study file and its data, and assesses the claim.
    ///
    /// - Throws: `Diagnostic` for anything wrong with the study file or the data packages.
    public init(studyFile path: String, datasets: DatasetFolder) throws(Diagnostic) {
        try self.init(of: PreparedStudy(studyFile: path, datasets: datasets))
    }

    /// Assesses the claim of a study.
    ///
    /// - Parameter work: how the pieces of long stages are computed.
    /// - Throws: `Diagnostic` for a study that does not fit its data.
    init(of prepared: PreparedStudy, work: Work = Work()) throws(Diagnostic) {
        let data = prepared.data
        study = data.study
        inputs = prepared.inputs
        style = data.style
        assessment = data.assessed(work: work)
        try Self.check(study, entriesOf: assessment)
        try assessment.checkSpecifications(in: prepared.path)
    }

    /// Every file of the results folder, by name.
    ///
    /// - Throws: `Diagnostic` when a number is not finite or a citation is not in the bibliography.
    public func files() throws(Diagnostic) -> [ResultFile] {
        let results = try resultFiles(
            of: assessment, rule: study.rule, style: style, provenance: inputs.provenance)
        var files = results.files
        var resources: [TableResource] = []
        let digits = study.output.significantDigits
        let printed = parallelMap(count: results.tables.count) { place in
            Result { () throws(Diagnostic) in
                try results.tables[place].csv(
                    significantDigits: digits, file: results.tables[place].schema.pathInResults)
            }
        }
        for (table, result) in zip(results.tables, printed) {
            let bytes = try result.get()
            let name = table.schema.pathInResults
            resources.append(
                .init(table.schema, path: name, bytes: bytes.count, sha256: try sha256Hex(of: bytes)))
            files.append(ResultFile(name: name, bytes: bytes))
        }
        files.append(ResultFile(name: "references.bib", text: citations.bibTeX))
        files.append(ResultFile(name: Self.studyFile, text: inputs.studyText))
        let package = ResultsPackage(study: study, citations: citations, resources: resources)
        files.append(
            ResultFile(name: "datapackage.json", bytes: try jsonBytes(of: package, file: "datapackage.json")))
        files.sort { $0.name < $1.name }
        let titles = results.tables.map { ($0.schema.pathInResults, $0.schema.title) }
        let crate = try ResultsCrate(
            study: study, citations: citations, verdict: verdict.rawValue, files: files,
            titles: Dictionary(titles) { first, _ in first })
        files.append(
            ResultFile(
                name: "ro-crate-metadata.json",
                bytes: try jsonBytes(of: crate, file: "ro-crate-metadata.json")))
        files.sort { $0.name < $1.name }
        let manifest = try Manifest(inputs: inputs, outputs: files)
        return files + [
            ResultFile(name: "manifest.json", bytes: try jsonBytes(of: manifest, file: "manifest.json"))
        ]
    }

    /// `report.html` alone.
    ///
    /// - Throws: `Diagnostic` (internal failure) when it cannot be made.
    public func report() throws(Diagnostic) -> ResultFile {
        try Report(of: assessment, rule: study.rule, style: style, provenance: inputs.provenance).file()
    }

    /// Writes the results folder, whole or not at all.
    ///
    /// - Throws: `Diagnostic` as `files()` does, and when the folder cannot be written.
    public func write(to folder: String) throws(Diagnostic) {
        try Self.write(to: folder) { self }
    }

    /// Computes a run and writes its results folder, whole or not at all.
    ///
    /// - Parameter run: begins when it is certain that the folder can be written, and that nobody else writes there.
    /// - Throws: `Diagnostic` as `run` and `files()` do, and when the folder cannot be written.
    @discardableResult
    static func write(to folder: String, _ run: () throws(Diagnostic) -> StudyRun) throws(Diagnostic)
        -> StudyRun
    {
        try inStagedFolder(folder, replacing: .results) { staged throws(Diagnostic) in
            let run = try run()
            for file in try run.files() { try staged.write(file.bytes, to: file.name) }
            return run
        }
    }

    /// An indicator that enters no window of the study is a mistake of the study, not a gap of its source.
    private static func check(_ study: Study, entriesOf assessment: Assessment) throws(Diagnostic) {
        for id in study.plan.indicatorIDs {
            let entries = assessment.entries.filter { $0.indicator.id == id }
            guard entries.allSatisfy({ $0.column.values == nil }) else { continue }
            let reasons = entries.map { entry in
                if case .absent(let reason) = entry.column { "\(entry.window.id): \(reason)" } else { "" }
            }
            throw Diagnostic(
                at: study.indicatorLocations[id],
                rule: "an indicator must have data in a window of the study",
                found: "\(id) (\(reasons.joined(separator: "; ")))",
                remedy: "take it out of the study, or choose windows that its source covers")
        }
    }
}
