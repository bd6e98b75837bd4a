import ClaimTesting
import Datasets
import Dyads
import Foundation
import TestSupport
import Testing

@testable import Batch

/// An explanation on six states, as text.
struct ExplanationTextTests {
    static let data = Result {
        var light = LightStudy()
        light.withoutReadings = ["excess"]
        light.states = ["ARM", "AZE", "GEO", "KAZ", "RUS", "UZB"]
        return try withTemporaryFolder { folder in
            try StudyData(
                studyFile: light.write(to: folder),
                datasets: DatasetFolder(path: Repository.path("datasets")))
        }
    }

    /// A printed value is enough: rounded away from the present one, whole numbers whole.
    @Test func whatIsPrintedIsEnough() throws {
        let explanation = try Explanation(
            of: try #require(Dyad("AZE-KAZ")), reading: "output", window: "main", in: Self.data.get())
        var isChecked = false
        for need in explanation.needs {
            guard let needed = need.needed else { continue }
            let line = try #require(
                explanation.text.split(separator: "\n").last {
                    $0.hasPrefix("\(need.indicator) ") && !$0.contains("never")
                })
            let printed = try #require(
                line.split(separator: " ").dropFirst(3).first.flatMap { Double($0) }, "\(line)")
            #expect(explanation.isLeader ? printed <= needed : printed >= needed)
            #expect(abs(printed - needed) <= 2e-3 * needed)
            isChecked = true
        }
        #expect(isChecked)
    }
}
