public import Datasets
public import Diagnostics
import Files
public import Studies
public import WorkPieces

/// A study with its data and the hashes of both, ready to be run: whole, in shards, or by merging them.
public struct PreparedStudy: Sendable {
    /// The path of the study file.
    public let path: String
    let data: StudyData
    let inputs: RunInputs

    public var study: Study { data.study }

    /// What a paper that uses the study should cite.
    public var citations: StudyCitations { inputs.citations }

    /// Reads a study file and its data.
    ///
    /// - Throws: `Diagnostic` for anything wrong with the study file or the data packages.
    public init(studyFile path: String, datasets: DatasetFolder) throws(Diagnostic) {
        self.path = path
        data = try StudyData(studyFile: path, datasets: datasets)
        inputs = try RunInputs(
            study: data.study, studyText: data.text, datasets: datasets,
            definitions: data.definitions)
    }

    /// Assesses the claim.
    ///
    /// - Parameter observer: hears of the progress of long stages, from any thread.
    /// - Throws: `Diagnostic` for a study that does not fit its data.
    public func run(observer: WorkObserver? = nil) throws(Diagnostic) -> StudyRun {
        try StudyRun(of: self, work: Work(observer: observer))
    }

    /// Assesses the claim and writes the results folder, whole or not at all.
    ///
    /// - Parameters:
    ///   - folder: it is made sure that it can be written before the work begins.
    ///   - observer: hears of the progress of long stages, from any thread.
    /// - Throws: `Diagnostic` for a study that does not fit its data, and when the folder cannot be written.
    public func run(into folder: String, observer: WorkObserver? = nil) throws(Diagnostic) -> StudyRun {
        try StudyRun.write(to: folder) { () throws(Diagnostic) in try run(observer: observer) }
    }

    /// Whether a folder holds the results that a run would write: of the same program, study and data, and whole.
    public func hasResults(in folder: String) -> Bool {
        guard let manifest: Manifest = try? decodedJSON(ofFile: "\(folder)/manifest.json"),
            manifest.program == .running, manifest.study == inputs.record, manifest.inputs == inputs.data,
            !manifest.outputs.isEmpty
        else { return false }
        return (try? manifest.damage(in: folder))?.isEmpty ?? false
    }
}
