import Batch
import Datasets

/// The code of the guide.
func runAStudy(inFile study: String, datasets: String, into folder: String) throws {
    // block
    let prepared = try PreparedStudy(
        studyFile: study, datasets: DatasetFolder(path: datasets))
    // end
    // block
    let run = try prepared.run()
    print("The claim is \(run.verdict.rawValue).")
    // end
    // block
    for item in run.assessment.scored {
        guard let standing = item.standing else { continue }
        print("\(item.window.id) \(item.subject.id): \(standing.rank) of \(standing.classSize)")
    }
    // end
    // block
    try run.write(to: folder)
    // end
}
