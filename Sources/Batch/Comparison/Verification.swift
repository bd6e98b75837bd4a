public import Datasets
public import Diagnostics
public import WorkPieces

extension StoredResults {
    /// Runs the study of a results folder again and compares every value.
    ///
    /// - Parameters:
    ///   - studyFile: the study; nil for the copy that lies in the folder.
    ///   - datasets: the data packages.
    ///   - tolerances: how far numbers may be apart.
    ///   - observer: hears of the progress of long stages, from any thread.
    /// - Throws: `Diagnostic` as a run does, and (bad data) for another study than the folder's.
    public func verified(
        studyFile: String?, datasets: DatasetFolder, within tolerances: Tolerances,
        observer: WorkObserver? = nil
    ) throws(Diagnostic) -> ResultsDifference {
        let file = studyFile ?? "\(name)/\(StudyRun.studyFile)"
        let prepared = try PreparedStudy(studyFile: file, datasets: datasets)
        guard prepared.study.id == manifest.study.id else {
            throw Diagnostic(
                at: SourceLocation(path: file), rule: "the study must be the one of the results",
                found: "\(prepared.study.id), where the results are of \(manifest.study.id)")
        }
        let run = try prepared.run(observer: observer)
        return try ResultsDifference(
            self, StoredResults(try run.files(), name: "a new run"), within: tolerances)
    }
}
