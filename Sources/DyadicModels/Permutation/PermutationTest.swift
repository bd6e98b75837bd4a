internal import WorkPieces

/// How a statistic compares with itself under permutations of the states.
///
/// Enumerated permutations include the one that changes nothing, and p is a share of all n!. Drawn ones are joined by
/// the data as observed: p = (count + 1) / (draws + 1), which is never zero and never rejects too often (Phipson &
/// Smyth 2010). Statistics within 1e-10 of each other, relative to the larger of 1 and the observed one, are equal.
public struct PermutationTest: Hashable, Sendable {
    public let observed: Double
    /// Permutations with a statistic of at least the observed one.
    public let atLeast: Int
    /// Permutations with a statistic of at most the observed one.
    public let atMost: Int
    /// Permutations with a statistic at least as far from zero as the observed one.
    public let atLeastAbsolute: Int
    /// Permutations under which the statistic exists.
    public let defined: Int
    /// Permutations under which it does not: no variation left, or too few pairs in common.
    public let undefined: Int
    /// Whether all permutations were enumerated.
    public let isExact: Bool
    /// Mean and standard deviation (n in the denominator) of the statistic over permutations; 0 without any.
    public let mean: Double
    public let standardDeviation: Double

    /// One-sided p for a large statistic.
    public var pAtLeast: Double { probability(atLeast) }
    /// One-sided p for a small statistic.
    public var pAtMost: Double { probability(atMost) }
    /// Two-sided p by absolute size.
    public var pAbsolute: Double { probability(atLeastAbsolute) }

    /// The Monte Carlo standard error of the two-sided p, sqrt(p (1 - p) / (draws + 1)); 0 for enumerated permutations.
    public var pAbsoluteError: Double {
        isExact ? 0 : (pAbsolute * (1 - pAbsolute) / Double(defined + 1)).squareRoot()
    }

    private func probability(_ count: Int) -> Double {
        if isExact { return defined > 0 ? Double(count) / Double(defined) : 1 }
        return Double(count + 1) / Double(defined + 1)
    }

    init(observed: Double, tally: PermutationTally, isExact: Bool) {
        self.observed = observed
        (atLeast, atMost) = (tally.atLeast, tally.atMost)
        (atLeastAbsolute, defined, undefined) = (tally.atLeastAbsolute, tally.defined, tally.undefined)
        self.isExact = isExact
        let count = Double(max(1, tally.defined))
        mean = observed + tally.sum / count
        let spread = tally.sumOfSquares / count - (tally.sum / count) * (tally.sum / count)
        standardDeviation = max(0, spread).squareRoot()
    }
}

/// Counts of a statistic over some permutations; differences from the observed one are summed.
struct PermutationTally: Sendable {
    private(set) var atLeast = 0
    private(set) var atMost = 0
    private(set) var atLeastAbsolute = 0
    private(set) var defined = 0
    private(set) var undefined = 0
    private(set) var sum = 0.0
    private(set) var sumOfSquares = 0.0

    /// Counts a statistic; one that is not finite does not exist.
    mutating func count(_ statistic: Double, observed: Double) {
        guard statistic.isFinite else {
            undefined += 1
            return
        }
        let tolerance = 1e-10 * max(1, abs(observed))
        defined += 1
        if statistic >= observed - tolerance { atLeast += 1 }
        if statistic <= observed + tolerance { atMost += 1 }
        if abs(statistic) >= abs(observed) - tolerance { atLeastAbsolute += 1 }
        sum += statistic - observed
        sumOfSquares += (statistic - observed) * (statistic - observed)
    }

    static func + (a: Self, b: Self) -> Self {
        var result = a
        result.atLeast += b.atLeast
        result.atMost += b.atMost
        result.atLeastAbsolute += b.atLeastAbsolute
        result.defined += b.defined
        result.undefined += b.undefined
        result.sum += b.sum
        result.sumOfSquares += b.sumOfSquares
        return result
    }
}

extension PermutationTally: Storable {
    func write(to bytes: inout PieceWriter) {
        [atLeast, atMost, atLeastAbsolute, defined, undefined].write(to: &bytes)
        [sum, sumOfSquares].write(to: &bytes)
    }
    init(from bytes: inout PieceReader) throws(PieceDamage) {
        let (counts, sums) = (try [Int](from: &bytes), try [Double](from: &bytes))
        guard counts.count == 5, sums.count == 2 else { throw PieceDamage() }
        (atLeast, atMost, atLeastAbsolute) = (counts[0], counts[1], counts[2])
        (defined, undefined) = (counts[3], counts[4])
        (sum, sumOfSquares) = (sums[0], sums[1])
    }
}
