public import Dyads

/// A variable of the unordered pairs of n states: a symmetric n x n matrix without a diagonal, perhaps with holes.
public struct DyadicVariable: Hashable, Sendable {
    /// n, at least 3.
    public let states: Int
    /// n (n - 1) / 2 values, nil for missing: pairs (1, 2), (1, 3), ..., (n - 1, n).
    public let values: [Double?]

    /// - Parameters:
    ///   - states: n, at least 3.
    ///   - values: n (n - 1) / 2, the pairs by their first state, then by their second; nil for missing.
    /// - Throws: `Absence` with fewer than three states, another number of values, or a value that is not finite.
    public init(states: Int, values: [Double?]) throws(Absence) {
        guard states >= 3 else { throw Absence("permutations need at least three states") }
        let pairs = states.multipliedReportingOverflow(by: states - 1)
        guard !pairs.overflow, values.count == pairs.partialValue / 2 else {
            throw Absence("\(states) states do not have \(values.count) pairs")
        }
        guard values.allSatisfy({ $0?.isFinite ?? true }) else { throw Absence("a value is not finite") }
        self.states = states
        self.values = values
    }

    /// Lays values of dyads out over states; a pair without a dyad is missing, dyads of other states are left out.
    ///
    /// - Throws: `Absence` as above.
    public init(states: [StateCode], dyads: [Dyad], values: [Double?]) throws(Absence) {
        precondition(dyads.count == values.count, "one value a dyad is needed")
        let byDyad = Dictionary(zip(dyads, values)) { first, _ in first }
        let ordered = Set(states).sorted()
        try self.init(
            states: ordered.count,
            values: ordered.indices.flatMap { i in
                ordered[(i + 1)...].map { other in
                    Dyad(ordered[i], other).flatMap { byDyad[$0] ?? nil }
                }
            })
    }
}

/// The pairs of n states in the order of `DyadicVariable.values`, and their places in an n x n matrix.
struct PairLayout {
    let states: Int
    /// The first and the second state of each pair.
    let pairs: [(first: Int, second: Int)]

    init(states: Int) {
        self.states = states
        pairs = (0..<states).flatMap { i in ((i + 1)..<max(states, i + 1)).map { (i, $0) } }
    }

    /// A symmetric n x n matrix, row-major, with 0 on the diagonal.
    func square(_ values: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: states * states)
        for (pair, value) in zip(pairs, values) {
            result[pair.first * states + pair.second] = value
            result[pair.second * states + pair.first] = value
        }
        return result
    }
}
