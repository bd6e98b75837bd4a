import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Batch

struct RankChangesTests {
    private func changes(_ change: (inout ComparedResults) -> Void) throws -> RankChanges {
        var other = ComparedResults()
        change(&other)
        return try RankChanges(from: ComparedResults().stored(name: "old"), to: other.stored())
    }

    @Test func thereAreNoneBetweenAFolderAndItself() throws {
        let found = try changes { _ in }
        #expect(!found.isChange)
        #expect(
            found.text() == """
                Verdict: established in both
                Verdict on volume: established in both
                volume, main: no rank moved (3 pairs)

                """)
    }

    @Test func ranksAndVerdictsThatMovedAreTold() throws {
        let found = try changes {
            $0.ranks = $0.ranks.replacing("A-B,1", with: "A-B,3").replacing("B-C,3", with: "B-C,1")
            $0.verdict = $0.verdict.replacing(
                "\"overall\": \"established\"", with: "\"overall\": \"contradicted\"")
        }
        #expect(found.isChange)
        #expect(
            found.text() == """
                Verdict: established -> contradicted
                Verdict on volume: established in both
                volume, main: 2 of 3 pairs moved, Kendall's tau-b -1.000
                  A-B: 1 -> 3 (the claim's pair)
                  B-C: 3 -> 1

                """)
    }

    @Test func pairsOfOneFolderOnlyAreLostOrNew() throws {
        let found = try changes { $0.ranks = $0.ranks.replacing("B-C", with: "B-D") }
        #expect(found.lostPairs == ["B-C"] && found.newPairs == ["B-D"] && found.isChange)
        #expect(found.subjects.first?.moves.isEmpty == true)
        #expect(found.text().contains("Pairs lost: B-C\nPairs new: B-D\n"))
    }

    @Test func aRankingOfOneFolderOnlyIsTold() throws {
        let found = try changes { $0.ranks = $0.ranks.replacing("volume", with: "output") }
        #expect(found.isChange)
        #expect(found.text().contains("volume, main: ranked in the first folder only\n"))
        #expect(found.text().contains("output, main: ranked in the second folder only\n"))
    }

    @Test func aPairWithoutARankHasNone() throws {
        let found = try changes { $0.ranks = $0.ranks.replacing("B-C,3", with: "B-C,") }
        #expect(found.text().contains("  B-C: 3 -> none\n"))
    }

    /// A difference of the first of these and a rank is beyond a machine's integers.
    @Test(arguments: ["-9223372036854775808", "99999999999999999999", "0", "1.5", "x"])
    func whatIsNoRankIsRefused(rank: String) {
        let error = #expect(throws: Diagnostic.self) {
            try changes { $0.ranks = $0.ranks.replacing("B-C,3", with: "B-C,\(rank)") }
        }
        #expect(
            error?.description.hasPrefix(
                "new/ranks.csv: error: the rank_in_class of window main, subject volume, dyad B-C must be")
                == true)
    }

    @Test func theSlopeFigureShowsBothSides() throws {
        let found = try changes {
            $0.ranks = $0.ranks.replacing("A-B,1", with: "A-B,2").replacing("A-C,2", with: "A-C,1")
        }
        let files = found.slopeFigure(names: ("old", "new"))
        #expect(files.map(\.name) == ["slope.svg", "slope.csv"])
        #expect(
            String(decoding: files[1].bytes, as: UTF8.self) == """
                pair,rank_first,rank_second,is_target
                A-B,1,2,1
                A-C,2,1,0
                B-C,3,3,0

                """)
        #expect(found.slopeFigure(of: "nothing", names: ("old", "new")).isEmpty)
    }
}
