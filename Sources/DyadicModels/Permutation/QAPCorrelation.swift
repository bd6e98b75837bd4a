public import WorkPieces

/// The correlation of two dyadic variables, tested by permuting the states of one of them: the quadratic assignment
/// procedure (Hubert & Schultz 1976; Krackhardt 1988).
///
/// Pairs share states and are not independent; permuting states keeps that dependence and breaks the association.
/// The hypothesis is that the states of one variable are as good as randomly matched to those of the other, which is
/// more than a correlation of zero.
///
/// With missing pairs the correlation under a permutation is over the pairs where both variables are then observed,
/// so that its set of pairs changes; the procedure is exact only if which pairs are missing has nothing to do with
/// the states.
public struct QAPCorrelation: Hashable, Sendable {
    /// Pearson's r over the pairs where both are observed, with its permutations.
    public let test: PermutationTest
    /// How many pairs that is.
    public let pairs: Int

    /// - Throws: `Absence` when the numbers of states differ, fewer than three pairs are observed in both, or a
    ///   variable does not vary over them.
    public init(
        of first: DyadicVariable, with second: DyadicVariable, plan: PermutationPlan,
        work: Work = Work()
    ) throws(Absence) {
        guard first.states == second.states else {
            throw Absence("the variables are of \(first.states) and of \(second.states) states")
        }
        pairs = zip(first.values, second.values).count { $0 != nil && $1 != nil }
        guard pairs >= 3 else {
            throw Absence(
                "a correlation needs three pairs that both variables observe, and there are \(pairs)")
        }
        let statistic = CorrelationUnderPermutation(first, second)
        var observed = [Double.nan]
        var buffers: Void = ()
        statistic.evaluate(Array(0..<first.states), &buffers, into: &observed)
        guard observed[0].isFinite else {
            throw Absence("one of the variables does not vary over the pairs that both observe")
        }
        test =
            try statistic.tests(
                observed: observed, permutations: StatePermutations(states: first.states, plan: plan),
                work: work)[0]
    }
}

/// Pearson's r of a variable with another whose states are permuted.
private struct CorrelationUnderPermutation: PermutedStatistics {
    private let layout: PairLayout
    /// Standardised values over all observed pairs, 0 where missing, and marks of what is observed.
    private let fixed: [Double]
    private let fixedMarks: [Double]
    private let moved: [Double]
    private let movedMarks: [Double]

    let count = 1

    init(_ first: DyadicVariable, _ second: DyadicVariable) {
        layout = PairLayout(states: first.states)
        fixed = layout.square(Self.standardised(first.values))
        fixedMarks = layout.square(first.values.map { $0 == nil ? 0 : 1 })
        moved = layout.square(Self.standardised(second.values))
        movedMarks = layout.square(second.values.map { $0 == nil ? 0 : 1 })
    }

    func makeBuffers() {}

    func evaluate(_ permutation: [Int], _ buffers: inout Void, into statistics: inout [Double]) {
        let n = layout.states
        var (k, sx, sy, sxx, syy, sxy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
        fixed.withUnsafeBufferPointer { x in
            fixedMarks.withUnsafeBufferPointer { xMarks in
                moved.withUnsafeBufferPointer { y in
                    movedMarks.withUnsafeBufferPointer { yMarks in
                        permutation.withUnsafeBufferPointer { image in
                            for i in 1..<n {
                                for j in 0..<i {
                                    let (a, b) = (i * n + j, image[i] * n + image[j])
                                    let (xShared, yShared) = (x[a] * yMarks[b], y[b] * xMarks[a])
                                    k += xMarks[a] * yMarks[b]
                                    sx += xShared
                                    sy += yShared
                                    sxx += xShared * x[a]
                                    syy += yShared * y[b]
                                    sxy += xShared * y[b]
                                }
                            }
                        }
                    }
                }
            }
        }
        let (xSpread, ySpread) = (sxx - sx * sx / k, syy - sy * sy / k)
        // Values have variance 1 over all pairs: less than 1e-12 of it is rounding.
        guard k >= 3, xSpread > 1e-12 * k, ySpread > 1e-12 * k else {
            statistics[0] = .nan
            return
        }
        statistics[0] = (sxy - sx * sy / k) / (xSpread * ySpread).squareRoot()
    }

    private static func standardised(_ values: [Double?]) -> [Double] {
        let observed = values.compactMap(\.self)
        let (centre, scale) = centreAndScale(observed)
        return values.map { value in value.map { ($0 - centre) / scale } ?? 0 }
    }
}

/// The mean, and the root of the mean squared difference from it, 1 for values that do not vary.
func centreAndScale(_ values: [Double]) -> (centre: Double, scale: Double) {
    guard let largest = values.map(abs).max(), largest > 0 else { return (0, 1) }
    let count = Double(values.count)
    let centre = values.reduce(0) { $0 + $1 / count }
    let squares = values.reduce(0) { $0 + (($1 - centre) / largest) * (($1 - centre) / largest) }
    let scale = largest * (squares / count).squareRoot()
    return (centre, scale > 1e-14 * largest ? scale : 1)
}
