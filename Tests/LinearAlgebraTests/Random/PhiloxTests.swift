import Numerics
import Testing

@testable import LinearAlgebra

struct PhiloxTests {
    struct KnownAnswer: Sendable {
        let counter: [UInt32]
        let key: [UInt32]
        let words: [UInt32]
    }

    /// `philox4x32 10` of the file kat_vectors of Random123 (Salmon, Moraes, Dror & Shaw 2011).
    static let knownAnswers = [
        KnownAnswer(
            counter: [0, 0, 0, 0], key: [0, 0],
            words: [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
        KnownAnswer(
            counter: [.max, .max, .max, .max], key: [.max, .max],
            words: [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
        KnownAnswer(
            counter: [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], key: [0xa409_3822, 0x299f_31d0],
            words: [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]),
    ]

    @Test(arguments: knownAnswers)
    func blocksAreThoseOfRandom123(_ answer: KnownAnswer) {
        let c = answer.counter
        let words = PhiloxBlock.words(at: (c[0], c[1], c[2], c[3]), key: (answer.key[0], answer.key[1]))
        #expect([words.0, words.1, words.2, words.3] == answer.words)
    }

    /// The same known answers through seed, stream and index: how the words are put together is fixed for good.
    @Test func drawsAreHalvesOfBlocks() {
        #expect(Philox(seed: 0, stream: 0).bits(at: 0) == 0xe169_c58d_6627_e8d5)
        #expect(Philox(seed: 0, stream: 0).bits(at: 1) == 0x9b00_dbd8_bc57_ac4c)
        let generator = Philox(seed: 0x299f_31d0_a409_3822, stream: 0x0370_7344_1319_8a2e)
        #expect(generator.bitPair(at: 0x85a3_08d3_243f_6a88).0 == 0x94fd_cceb_d16c_fe09)
        #expect(generator.bitPair(at: 0x85a3_08d3_243f_6a88).1 == 0x2412_6ea1_5001_e420)
    }

    @Test func seedsStreamsAndIndicesGiveOtherDraws() {
        let draws = [
            Philox(seed: 1, stream: 2).bits(at: 3), Philox(seed: 2, stream: 1).bits(at: 3),
            Philox(seed: 1, stream: 3).bits(at: 2), Philox(seed: 1 << 32, stream: 2).bits(at: 3),
            Philox(seed: 1, stream: 1 << 33).bits(at: 3), Philox(seed: 1, stream: 2).bits(at: 1 << 40),
        ]
        #expect(Set(draws).count == draws.count)
    }

    @Test func uniformsLieInsideTheOpenInterval() {
        #expect(Philox.uniform(from: .min) == 0x1p-53)
        #expect(Philox.uniform(from: .max) == 1 - 0x1p-53)
        #expect(Philox.uniform(from: 1 << 63) == 0.5 + 0x1p-53)
    }

    /// Mean, variance and fourth moment of 100,000 draws, within 5 standard errors.
    @Test func momentsAreThoseOfTheDistributions() {
        let generator = Philox(seed: 2022, stream: 7)
        let count = 100_000
        func mean(_ term: (UInt64) -> Double) -> Double {
            (0..<UInt64(count)).reduce(0) { $0 + term($1) } / Double(count)
        }
        func isNear(_ value: Double, _ expected: Double, deviation: Double) -> Bool {
            abs(value - expected) < 5 * deviation / Double(count).squareRoot()
        }
        #expect(isNear(mean { generator.uniform(at: $0) }, 0.5, deviation: (1.0 / 12).squareRoot()))
        #expect(isNear(mean { generator.standardNormal(at: $0) }, 0, deviation: 1))
        #expect(
            isNear(
                mean { generator.standardNormal(at: $0) * generator.standardNormal(at: $0) }, 1,
                deviation: 2.0.squareRoot()))
        #expect(
            isNear(
                mean { Double.pow(generator.standardNormal(at: $0), 4) }, 3, deviation: 96.0.squareRoot()))
        // 1 - Phi(1.959964) = 0.025
        #expect(
            isNear(
                mean { generator.standardNormal(at: $0) > 1.959963984540054 ? 1 : 0 }, 0.025,
                deviation: (0.025 * 0.975).squareRoot()))
    }
}
