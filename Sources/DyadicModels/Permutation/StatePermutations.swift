internal import LinearAlgebra

/// Which permutations of the states a test takes.
public struct PermutationPlan: Hashable, Sendable {
    /// How many are drawn when they are not enumerated.
    public let draws: Int
    public let seed: UInt64
    /// The stream of the first drawn permutation; each of the others has the next.
    public let firstStream: UInt64
    /// All n! are enumerated if they are at most this many; 40,320 is 8!.
    public let exactLimit: Int

    public init(draws: Int = 10_000, seed: UInt64, firstStream: UInt64 = 0, exactLimit: Int = 40_320) {
        self.draws = max(0, draws)
        self.seed = seed
        self.firstStream = firstStream
        self.exactLimit = exactLimit
    }
}

/// Permutations of n states by number: all of them in lexicographic order, or independent uniform ones.
///
/// Drawn permutation i depends on (seed, first stream, i) alone: Fisher-Yates from a stream of its own.
struct StatePermutations: Sendable {
    let states: Int
    let count: Int
    let isExact: Bool
    private let seed: UInt64
    private let firstStream: UInt64

    init(states: Int, plan: PermutationPlan) {
        self.states = states
        seed = plan.seed
        firstStream = plan.firstStream
        let all = Self.factorial(states, atMost: plan.exactLimit)
        isExact = all != nil
        count = all ?? plan.draws
    }

    /// Permutation `number`, in 0 ..< `count`.
    func permutation(_ number: Int) -> [Int] {
        isExact ? lexicographic(number) : drawn(number)
    }

    private func drawn(_ number: Int) -> [Int] {
        var cursor = RandomCursor(Philox(seed: seed, stream: firstStream &+ UInt64(number)))
        var result = Array(0..<states)
        for last in stride(from: states - 1, to: 0, by: -1) {
            result.swapAt(last, cursor.nextInteger(below: last + 1))
        }
        return result
    }

    /// By the digits of the number in the factorial base (Lehmer's code).
    private func lexicographic(_ number: Int) -> [Int] {
        var digits: [Int] = []
        var rest = number
        for base in 1...max(1, states) {
            digits.append(rest % base)
            rest /= base
        }
        var left = Array(0..<states)
        return digits.reversed().map { left.remove(at: $0) }
    }

    /// n!, nil when it is above a limit.
    private static func factorial(_ n: Int, atMost limit: Int) -> Int? {
        var product = 1
        for factor in 1...max(1, n) {
            let next = product.multipliedReportingOverflow(by: factor)
            guard !next.overflow, next.partialValue <= limit else { return nil }
            product = next.partialValue
        }
        return product
    }
}
