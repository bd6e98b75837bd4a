import LinearAlgebra
import Testing

struct RandomCursorTests {
    let generator = Philox(seed: 91, stream: 31)

    @Test(arguments: [UInt64(0), 1, 2, 7, .max])
    func readsTheDrawsInOrder(from start: UInt64) {
        var cursor = RandomCursor(generator, position: start)
        for step in 0..<UInt64(5) { #expect(cursor.next() == generator.bits(at: start &+ step)) }
        #expect(cursor.position == start &+ 5)
    }

    @Test func numbersAreThoseOfTheGenerator() {
        var cursor = RandomCursor(generator)
        #expect(cursor.nextUniform() == generator.uniform(at: 0))
        #expect(cursor.nextUniform() == generator.uniform(at: 1))
        #expect(cursor.nextStandardNormal() == generator.standardNormal(at: 1))
        #expect(cursor.position == 4)
    }

    /// A worker that starts in the middle of a stream reads the same draws.
    @Test func drawsDoNotDependOnHowTheWorkIsSplit() {
        var whole = RandomCursor(generator)
        let all = (0..<100).map { _ in whole.nextUniform() }
        for cut in [1, 50, 99] {
            var first = RandomCursor(generator)
            var second = RandomCursor(generator, position: UInt64(cut))
            let parts = (0..<100).map { $0 < cut ? first.nextUniform() : second.nextUniform() }
            #expect(parts == all, "cut at \(cut)")
        }
    }

    /// Pearson's statistic over 7 classes; 22.46 is the 0.999 quantile at 6 degrees of freedom.
    @Test func integersAreEquallyLikely() {
        var cursor = RandomCursor(generator)
        var counts = Array(repeating: 0, count: 7)
        for draw in cursor.nextSample(count: 70_000, below: 7) { counts[draw] += 1 }
        let statistic = counts.reduce(0.0) { $0 + Double(($1 - 10_000) * ($1 - 10_000)) / 10_000 }
        #expect(statistic < 22.46)
    }

    @Test(arguments: [1, 2, 3, 91, 1 << 32, .max])
    func integersStayBelowTheirBound(_ bound: Int) {
        var cursor = RandomCursor(generator)
        #expect(cursor.nextSample(count: 200, below: bound).allSatisfy { (0..<bound).contains($0) })
    }

    /// Just below 2^63 + 2^62, a third of the products would favour some integers: those are drawn again.
    @Test func drawsThatWouldFavourSomeIntegersAreRejected() {
        let bound = 3 << 61
        var cursor = RandomCursor(generator)
        let sample = cursor.nextSample(count: 3000, below: bound)
        #expect(cursor.position > 3000)
        let lowThird = sample.count { $0 < 1 << 61 }
        #expect(abs(lowThird - 1000) < 130)  // 5 standard deviations
    }

    @Test func anEmptySampleDrawsNothing() {
        var cursor = RandomCursor(generator)
        #expect(cursor.nextSample(count: 0, below: 5).isEmpty)
        #expect(cursor.position == 0)
    }
}
