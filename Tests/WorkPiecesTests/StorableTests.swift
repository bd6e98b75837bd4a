import TestSupport
import Testing

@testable import WorkPieces

struct StorableTests {
    private func again<Value: Storable>(_ value: Value) throws -> Value {
        try Value(stored: value.stored[...])
    }

    @Test func integersComeBack() throws {
        for value in [0, 1, -1, 63, 64, -64, -65, 8191, 8192, .max, .min, .max - 1, .min + 1] {
            #expect(try again(value) == value)
        }
        #expect(63.stored.count == 1)
        #expect(64.stored.count == 2)
        #expect(Int.min.stored.count == 10)
        // The zigzag of the Protocol Buffers documentation: 0, -1, 1, -2 are 0, 1, 2, 3.
        #expect([0, -1, 1, -2].flatMap(\.stored) == [0, 1, 2, 3])
    }

    @Test func numbersComeBackToTheLastBit() throws {
        var values: [Double] = [0, -0.0, 1, 0.1, .pi, .infinity, -.infinity, .leastNonzeroMagnitude, 1e308]
        var random = SplitMix(seed: 7)
        for _ in 0..<1_000 { values.append(Double(bitPattern: random.next())) }
        for value in values + [.nan, .signalingNaN] {
            #expect(try again(value).bitPattern == value.bitPattern)
        }
        #expect(1.0.stored == [0, 0, 0, 0, 0, 0, 0xF0, 0x3F])
    }

    @Test func nestedValuesComeBack() throws {
        let lists: [[String?]] = [[], ["", nil, "Köln\0\n"], [nil]]
        #expect(try again(lists) == lists)
        #expect(try again(-2...5) == -2...5)
        #expect(try again([true, false]) == [true, false])
    }

    /// Every beginning of what was written is refused, and every byte more.
    @Test func whatIsTooShortOrTooLongIsRefused() {
        let value: [[Double?]] = [[1, nil], [0.5], []]
        let bytes = value.stored
        for count in bytes.indices {
            #expect(throws: PieceDamage.self) { try [[Double?]](stored: bytes.prefix(count)) }
        }
        #expect(throws: PieceDamage.self) { try [[Double?]](stored: (bytes + [0])[...]) }
    }

    @Test func hostileBytesAreRefusedOrRead() {
        var random = SplitMix(seed: 11)
        for _ in 0..<20_000 {
            let bytes = (0..<Int(random.next() % 24)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            // Whatever can be read is written as it was: no two texts of one value.
            if let value = try? [Int](stored: bytes[...]) { #expect(value.stored == bytes) }
            if let value = try? [String?](stored: bytes[...]) { #expect(value.stored == bytes) }
            _ = try? [[[Double]]](stored: bytes[...])
            _ = try? ClosedRange<Int>(stored: bytes[...])
        }
        // A list that says it has 2^60 elements sets nothing aside.
        #expect(throws: PieceDamage.self) { try [Bool](stored: (1 << 60).stored[...]) }
        #expect(throws: PieceDamage.self) { try Int(stored: [0x80, 0x00]) }
        #expect(throws: PieceDamage.self) { try Int(stored: [UInt8](repeating: 0xFF, count: 10)[...]) }
    }
}
