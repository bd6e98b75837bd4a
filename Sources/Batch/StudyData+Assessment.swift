import ClaimTesting
import Diagnostics
import WorkPieces

extension StudyData {
    /// The claim, assessed on the data.
    ///
    /// - Parameter work: how the pieces of long stages are computed.
    func assessed(work: Work) -> Assessment {
        assess(
            study.claim, plan: study.plan, panel: panel, covariates: covariates, sources: sources, work: work)
    }
}

extension Assessment {
    /// A space of specifications that cannot be explored is a mistake of the study.
    ///
    /// - Parameter path: the study file.
    /// - Throws: `Diagnostic` (bad data) for one.
    func checkSpecifications(in path: String) throws(Diagnostic) {
        if case .failure(let failure) = tests.multiverse {
            throw Diagnostic(at: SourceLocation(path: path), rule: "tests: \(failure)")
        }
    }
}
