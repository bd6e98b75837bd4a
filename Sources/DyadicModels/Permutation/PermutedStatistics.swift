internal import WorkPieces

/// Statistics that can be computed again for permuted states.
protocol PermutedStatistics: Sendable {
    /// What one worker writes to while it computes.
    associatedtype Buffers
    /// How many statistics there are.
    var count: Int { get }
    func makeBuffers() -> Buffers
    /// Writes the statistics under a permutation; one that does not exist is not a number.
    func evaluate(_ permutation: [Int], _ buffers: inout Buffers, into statistics: inout [Double])
}

extension PermutedStatistics {
    /// Compares observed statistics with those under permutations.
    ///
    /// Blocks of 256 permutations are counted apart and joined in their order, so that the result does not depend on
    /// the number of workers.
    ///
    /// - Throws: `Absence.elsewhere` in a shard.
    func tests(
        observed: [Double], permutations: StatePermutations, work: Work
    ) throws(Absence) -> [PermutationTest] {
        let size = 256
        let blocks = (permutations.count + size - 1) / size
        let found = work.map("permutations", count: blocks) { block in
            var buffers = makeBuffers()
            var statistics = [Double](repeating: .nan, count: count)
            var tallies = [PermutationTally](repeating: .init(), count: count)
            for number in (block * size)..<min((block + 1) * size, permutations.count) {
                evaluate(permutations.permutation(number), &buffers, into: &statistics)
                for index in 0..<count { tallies[index].count(statistics[index], observed: observed[index]) }
            }
            return tallies
        }
        guard let tallies = found else { throw .elsewhere }
        return observed.indices.map { index in
            PermutationTest(
                observed: observed[index], tally: tallies.reduce(.init()) { $0 + $1[index] },
                isExact: permutations.isExact)
        }
    }
}
