import Testing

@testable import LinearAlgebra

struct ParallelMapTests {
    @Test(arguments: [0, 1, 2, 7, 1000])
    func resultsComeInTheOrderOfTheirIndices(count: Int) {
        #expect(parallelMap(count: count) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }

    /// Values that hold memory of their own, in pieces of very different length.
    @Test func piecesDependOnTheirIndexAlone() {
        @Sendable func piece(_ index: Int) -> [Double] {
            var cursor = RandomCursor(Philox(seed: 3, stream: UInt64(index)))
            return (0..<(index * 37 % 501)).map { _ in cursor.nextStandardNormal() }
        }
        let serial = (0..<200).map(piece)
        #expect(parallelMap(count: 200, piece) == serial)
        // Nested, so that fewer workers are free.
        let nested = parallelMap(count: 2) { _ in parallelMap(count: 200, piece) }
        #expect(nested == [serial, serial])
    }

    /// An array that is made with no capacity is the one that all threads share, and must not be written to: the sanitizer of
    /// threads found this.
    @Test func nothingIsMappedOnSeveralThreadsAtOnce() {
        let empty = parallelMap(count: 8) { _ in
            (0..<2000).map { _ in
                parallelMap(count: 0) { $0 }.count + Matrix(rows: 0, columns: 3) { _, _ in 1 }.elements.count
            }
        }
        #expect(empty.allSatisfy { $0.allSatisfy { $0 == 0 } })
    }
}
