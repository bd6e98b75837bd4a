import Testing

@testable import ClaimTesting

struct ThresholdSearchTests {
    func search(
        from current: Double, highest: Double = 10, up: Bool = true, ceiling: Double? = nil,
        whole: Bool = false,
        _ isReached: @escaping (Double) -> Bool
    ) -> Double? {
        ThresholdSearch(
            current: current, highest: highest, goesUp: up, ceiling: ceiling, isWhole: whole,
            isReached: isReached
        ).value
    }

    /// The answer holds, and a little less does not.
    @Test(arguments: [0.3, 3, 3.7, 99, 4567.8])
    func upward(threshold: Double) throws {
        let value = try #require(search(from: 0.2) { $0 >= threshold })
        #expect(value >= threshold && value * (1 - 2e-7) - 1e-8 < threshold)
    }

    @Test(arguments: [0.3, 3, 7.7])
    func downward(threshold: Double) throws {
        let value = try #require(search(from: 8, up: false) { $0 <= threshold })
        #expect(value <= threshold && value * (1 + 2e-7) + 1e-8 > threshold)
    }

    @Test(arguments: [2.0, 3, 4, 11, 37, 4096, 4097])
    func wholeNumbersAreExact(threshold: Double) {
        #expect(search(from: 1, whole: true) { $0 >= threshold } == threshold)
        #expect(search(from: 5000, whole: true) { $0 >= 5000 + threshold } == 5000 + threshold)
        #expect(search(from: 5000, up: false, whole: true) { $0 < threshold } == threshold - 1)
    }

    @Test func nothingIsEnough() {
        #expect(search(from: 1) { _ in false } == nil)
        #expect(search(from: 1, whole: true) { _ in false } == nil)
        #expect(search(from: 1, up: false) { _ in false } == nil)
        #expect(search(from: 0, up: false) { _ in true } == nil)
        // Out of reach: more than 10,000 times the largest value.
        #expect(search(from: 1) { $0 > 100_000 } == nil)
        #expect(search(from: 0.001, highest: 0.01) { $0 > 101 } == nil)
        #expect(search(from: 0.001, highest: 0.01) { $0 > 99 } != nil)
    }

    @Test func binaryAndShares() throws {
        #expect(search(from: 0, highest: 1, ceiling: 1, whole: true) { $0 == 1 } == 1)
        #expect(search(from: 1, highest: 1, ceiling: 1, whole: true) { $0 > 1 } == nil)
        #expect(search(from: 1, highest: 1, up: false, ceiling: 1, whole: true) { $0 == 0 } == 0)
        #expect(search(from: 0.5, highest: 0.6, ceiling: 1) { $0 > 1.01 } == nil)
        let part = try #require(search(from: 0.5, highest: 0.6, ceiling: 1) { $0 >= 0.97 })
        #expect(abs(part - 0.97) < 1e-6)
        #expect(search(from: 0.5, highest: 0.6, ceiling: 1) { $0 == 1 }.map { abs($0 - 1) < 1e-6 } == true)
    }

    /// Under ranks any value above the others' zero is enough, and only zero is not: the search ends near zero.
    @Test func aThresholdAtZeroItself() throws {
        let up = try #require(search(from: 0) { $0 > 0 })
        #expect(up > 0 && up <= 1e-8)
        #expect(search(from: 5, up: false) { $0 == 0 } == 0)
    }

    /// There is no number between neighbours, so that halving has to end: it went on for ever once.
    @Test(arguments: [0x1p53, 0x1p60, 0x1p1000])
    func wholeNumbersAbove2To53(current: Double) throws {
        let search = ThresholdSearch(
            current: current, highest: current, goesUp: true, ceiling: nil, isWhole: true,
            isReached: { $0 > current * 1.5 })
        #expect(try #require(search.value) > current * 1.5)
    }

    @Test func theLeastNumbers() throws {
        let least = Double.leastNonzeroMagnitude
        let search = ThresholdSearch(
            current: least, highest: least, goesUp: false, ceiling: nil, isWhole: false,
            isReached: { $0 < least })
        #expect(search.value == 0)
    }

    /// Ten thousand times the largest value is no number here.
    @Test func theSearchEndsAtTheEndOfTheRange() {
        let search = ThresholdSearch(
            current: 1, highest: 1e306, goesUp: true, ceiling: nil, isWhole: false, isReached: { _ in false })
        #expect(search.value == nil)
        let reached = ThresholdSearch(
            current: 1, highest: 1e306, goesUp: true, ceiling: nil, isWhole: false, isReached: { $0 > 1e307 })
        #expect(reached.value?.isFinite == true)
    }
}
