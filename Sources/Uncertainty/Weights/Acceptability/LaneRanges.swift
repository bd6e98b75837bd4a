internal import LinearAlgebra
internal import Scoring

/// The highest and the lowest score of the class in every draw of a block, and what ties with what. Each worker makes its
/// own.
final class LaneRanges {
    private let highestStorage = LaneStorage<Double>(count: LaneKernels.lanes)
    private let lowestStorage = LaneStorage<Double>(count: LaneKernels.lanes)
    private let toleranceStorage = LaneStorage<Double>(count: LaneKernels.lanes)
    private let members: Int
    private let tieTolerance: Double
    private let kernels: LaneKernels

    /// - Parameter members: how many columns, from the first, are of the class.
    init(members: Int, tieTolerance: Double, kernels: LaneKernels = .best) {
        self.members = members
        self.tieTolerance = tieTolerance
        self.kernels = kernels
    }

    var highest: UnsafeBufferPointer<Double> { UnsafeBufferPointer(highestStorage.numbers) }
    var lowest: UnsafeBufferPointer<Double> { UnsafeBufferPointer(lowestStorage.numbers) }
    /// Scores no farther apart tie.
    var tolerance: UnsafeBufferPointer<Double> { UnsafeBufferPointer(toleranceStorage.numbers) }

    /// - Parameter scores: columns x 256.
    func measure(_ scores: UnsafeBufferPointer<Double>) {
        let (highest, lowest, tolerance) = (
            highestStorage.numbers, lowestStorage.numbers, toleranceStorage.numbers
        )
        kernels.extremes(of: scores, columns: members, highest: highest, lowest: lowest)
        for lane in 0..<LaneKernels.lanes {
            tolerance[lane] = Ranking.tolerance(
                highest: highest[lane], lowest: lowest[lane], share: tieTolerance)
        }
    }

    /// Whether a score in a draw is within the tolerance of the highest.
    func isFirst(_ score: Double, lane: Int) -> Bool { highest[lane] - score <= tolerance[lane] }
}
