import Synchronization
import Testing

@testable import WorkPieces

struct WorkTests {
    private struct Refusal: Error, Equatable {
        let piece: Int
    }

    /// All that one imagined run asks of its work; nil where a stage has no answer here.
    private struct Answers: Equatable {
        var squares: [Double]?
        var total: Int?
        var text: String?
        var attempts: [Double?]?
        var rest: [Int]?
    }

    /// A stage of numbers, a sum, a sum that does not commute, a stage with failures, and one that rests on another.
    private func answers(_ work: Work) -> Answers {
        var answers = Answers()
        answers.squares = work.at("a").map("squares", count: 23) { (Double($0) + 0.1) * Double($0) }
        answers.total = work.at("a").sum("total", count: 101, zero: 0, wave: 7, add: { $0 += $1 }) { $0 * $0 }
        answers.text = work.at("b").sum("text", count: 11, zero: "", add: { $0 += $1 }) { "\($0)," }
        answers.attempts = work.attempts("attempts", count: 9) { piece -> Result<Double, Refusal> in
            piece % 4 == 1 ? .failure(Refusal(piece: piece)) : .success(1 / Double(piece + 1))
        }?.map { try? $0.get() }
        if let base = work.whole.map("base", count: 5, { $0 + 1 }) {
            answers.rest = work.map("rest", count: 5) { base[$0] * 10 }
        }
        return answers
    }

    private func merged(shards: Int) throws -> (answers: Answers, library: PieceLibrary) {
        let files = try (1...shards).map { number in
            let collector = PieceCollector()
            let shard = try #require(Shard(number: number, count: shards))
            _ = answers(Work(shard: shard, keeping: collector))
            return collector.bytes
        }
        let library = try PieceLibrary(files)
        return (answers(Work(merging: library)), library)
    }

    @Test(arguments: [1, 2, 3, 7, 30])
    func mergedShardsGiveWhatOneRunGives(shards: Int) throws {
        let (merged, library) = try merged(shards: shards)
        #expect(merged == answers(Work()))
        #expect(library.damagedStages.isEmpty)
        // Only the pieces that fail are computed again.
        #expect(library.computedPieces.map(\.stage) == ["attempts/9"])
        #expect(library.computedPieces.map(\.pieces) == [2])
    }

    @Test func aShardHasNoAnswersButWholeOnes() throws {
        let shard = try #require(Shard("2/3"))
        #expect(answers(Work(shard: shard, keeping: PieceCollector())) == Answers())
        let work = Work(shard: shard, keeping: PieceCollector()).whole
        #expect(answers(work) == answers(Work()))
    }

    @Test func aShardComputesItsOwnPiecesAlone() throws {
        let computed = Mutex<[Int]>([])
        for number in 1...3 {
            let work = Work(shard: try #require(Shard(number: number, count: 3)), keeping: PieceCollector())
            _ = work.map("x", count: 10) { piece in
                computed.withLock { $0.append(piece) }
                return piece
            }
        }
        #expect(computed.withLock { $0 }.sorted() == Array(0..<10))
    }

    @Test func aFailedSumIsTheFirstFailureInEveryMode() throws {
        func sum(_ work: Work) -> Result<Int, Refusal>? {
            work.attemptedSum("sum", count: 40, zero: 0, wave: 3, add: { $0 += $1 }) {
                $0 == 17 || $0 == 33 ? .failure(Refusal(piece: $0)) : .success($0)
            }
        }
        #expect(sum(Work()) == .failure(Refusal(piece: 17)))
        let files = try (1...4).map { number in
            let collector = PieceCollector()
            _ = sum(Work(shard: try #require(Shard(number: number, count: 4)), keeping: collector))
            return collector.bytes
        }
        #expect(sum(Work(merging: try PieceLibrary(files))) == .failure(Refusal(piece: 17)))
    }

    /// A piece that no shard kept, or of another division, is computed; one that cannot be read is, and is told of.
    @Test func whatIsNotKeptIsComputed() throws {
        let collector = PieceCollector()
        let shard = try #require(Shard("1/1"))
        _ = Work(shard: shard, keeping: collector).map("x", count: 3) { $0 }
        _ = Work(shard: shard, keeping: collector).map("y", count: 3) { "\($0)" }
        let library = try PieceLibrary([collector.bytes])
        #expect(Work(merging: library).map("x", count: 4) { $0 } == [0, 1, 2, 3])
        #expect(library.damagedStages.isEmpty)
        #expect(Work(merging: library).map("y", count: 3) { Double($0) } == [0, 1, 2])
        #expect(library.damagedStages == ["y/3"])
    }

    @Test func aFileThatHoldsAPieceOfAnotherIsRefused() throws {
        let collector = PieceCollector()
        _ = Work(shard: try #require(Shard("1/2")), keeping: collector).map("x", count: 8) { $0 }
        let bytes = collector.bytes
        #expect(throws: PieceLibrary.Damage(file: 1)) { try PieceLibrary([bytes, bytes]) }
        for count in bytes.indices {
            #expect(throws: PieceLibrary.Damage(file: 0)) { try PieceLibrary([Array(bytes.prefix(count))]) }
        }
    }

    @Test func progressCountsFinishedPieces() {
        let heard = Mutex<[WorkProgress]>([])
        let work = Work(observer: { progress in heard.withLock { $0.append(progress) } })
        _ = work.at("volume").sum("draws", count: 10, zero: 0, wave: 4, add: { $0 += $1 }) { $0 }
        _ = work.map("nothing", count: 0) { $0 }
        let found = heard.withLock { $0 }
        #expect(found.first == WorkProgress(stage: "draws, volume", done: 0, total: 10))
        #expect(found.map(\.done).sorted() == Array(0...10))
        #expect(Set(found.map(\.stage)) == ["draws, volume"])
    }
}
