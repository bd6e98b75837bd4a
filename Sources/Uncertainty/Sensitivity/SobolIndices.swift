public import WorkPieces

/// Sobol's indices of a function of independent inputs, estimated, each with its Monte Carlo error.
///
/// - First order, Var(E[f | x(i)]) / V: the mean of f(B) (f(A(i)) - f(A)) (Saltelli et al. 2010, Computer Physics
///   Communications 181, table 2, (b)).
/// - Total, E[Var(f | all but x(i))] / V: half the mean of (f(A) - f(A(i)))^2 (Jansen 1999, CPC 117).
/// - Pairs, the interaction alone: the mean of f(B(i)) f(A(j)) - f(A) f(B), over V, less both first orders (Saltelli
///   2002, CPC 145, theorem 2).
///
/// V is the variance over A and B together, with 2 N in the denominator. Outputs are centred first, which changes no
/// expectation and takes out most of the variance that a mean far from zero would add. Standard errors are the
/// spread over bootstrap samples of rows (Archer, Saltelli & Sobol' 1997); with a low-discrepancy sample they
/// overstate the error, because rows are more even than independent ones.
///
/// Holds: the total index is not negative; nothing changes, up to rounding, when a constant is added to the output
/// or the output is multiplied by one. Denied: estimates of first order and pairs may be negative where the index is
/// near zero; the indices say nothing when inputs depend on one another.
public struct SobolIndices: Sendable {
    /// An index with the standard error of its estimate.
    public struct Estimate: Hashable, Sendable {
        public let value: Double
        public let standardError: Double
    }

    /// The interaction of two inputs.
    public struct Pair: Hashable, Sendable {
        public let first: Int
        public let second: Int
        public let index: Estimate
    }

    public let mean: Double
    public let variance: Double
    /// One an input. All zero with error zero when the output does not vary.
    public let first: [Estimate]
    /// One an input, as `first`.
    public let total: [Estimate]
    /// Pairs in the order (0, 1), (0, 2), ..., (1, 2), ...; empty unless asked for.
    public let pairs: [Pair]

    /// Evaluates the function on a sample, in parallel, and estimates.
    ///
    /// - Parameters:
    ///   - sample: N rows of D inputs; the function is evaluated N (2 + D) times, or N (2 + 2 D) with pairs.
    ///   - withPairs: whether interactions of two inputs are estimated, for D more blocks of evaluations.
    ///   - replicates: bootstrap samples for the standard errors; errors are zero with fewer than two.
    ///   - work: how the evaluations are computed, 256 rows of a block to a piece.
    ///   - function: of a point of the open unit cube.
    /// - Throws: `SobolFailure.notFinite` for an output that is no number, `.elsewhere` in a shard.
    public init(
        of sample: SaltelliSample, withPairs: Bool = false, replicates: Int = 100, work: Work = Work(),
        function: @escaping @Sendable ([Double]) -> Double
    ) throws(SobolFailure) {
        let blocks = sample.blocks(withPairs: withPairs)
        guard let outputs = SobolTerms.evaluate(function, on: sample, blocks: blocks, work: work) else {
            throw .elsewhere
        }
        let terms = SobolTerms(
            outputs: outputs, rows: sample.rows, dimension: sample.dimension, withPairs: withPairs)
        if let row = terms.rowNotFinite { throw .notFinite(row: row) }
        let estimates = terms.estimates(from: terms.means)
        let errors = terms.standardErrors(replicates: replicates, seed: sample.seed)
        let d = sample.dimension
        let all = zip(estimates, errors).map(Estimate.init)
        mean = terms.mean
        variance = terms.variance
        first = Array(all[0..<d])
        total = Array(all[d..<2 * d])
        pairs = zip(terms.pairs, all[(2 * d)...]).map { Pair(first: $0.0, second: $0.1, index: $1) }
    }
}
