import Testing
import WorkPieces

@testable import Batch

struct ProgressLineTests {
    private func line(_ done: Int, of total: Int, after seconds: Double, width: Int = 79) -> String? {
        ProgressLine(
            WorkProgress(stage: "joint draws, joint, volume", done: done, total: total), elapsed: seconds
        ).text(width: width)
    }

    @Test func itSaysStageNumbersRateAndTimeLeft() {
        #expect(line(50, of: 157, after: 2) == "joint draws, joint, volume: 50 of 157, 25/s, 5 s left")
        #expect(line(1, of: 3, after: 90) == "joint draws, joint, volume: 1 of 3, 0.67/min, 3 min 0 s left")
        #expect(
            line(10, of: 100_000, after: 10)
                == "joint draws, joint, volume: 10 of 100000, 1/s, 27 h 46 min left")
        #expect(line(0, of: 3, after: 5) == "joint draws, joint, volume: 0 of 3")
    }

    @Test func itIsSilentInTheFirstSecondAndAtTheEnd() {
        #expect(line(1, of: 3, after: 0.99) == nil)
        #expect(line(3, of: 3, after: 100) == nil)
    }

    @Test func theStageGivesWayToTheWidth() {
        #expect(line(50, of: 157, after: 2, width: 41) == "joint draws...: 50 of 157, 25/s, 5 s left")
        for width in [0, 1, 5, 10, 20, 79] {
            for (done, elapsed) in [(1, 1.0), (1, 1e12), (156, 1e-300 + 1)] {
                #expect((line(done, of: 157, after: elapsed, width: width)?.count ?? 0) <= width)
            }
        }
    }
}
