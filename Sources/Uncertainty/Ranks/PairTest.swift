/// The hypotheses about one pair of units that are still open: that the first is not better, that the second is not.
struct PairTest: Sendable {
    let first: Int
    let second: Int
    /// Whether "the first is not better than the second" is to be tested.
    var firstAbove: Bool
    /// Whether "the second is not better than the first" is to be tested.
    var secondAbove: Bool

    /// Raises the largest difference of each draw to that of the pair, in the directions that are open.
    func raise(
        _ largest: UnsafeMutableBufferPointer<Double>, to differences: UnsafeBufferPointer<Double>
    ) {
        // Comparisons without calls become vector instructions.
        if firstAbove, secondAbove {
            for draw in largest.indices {
                let size = differences[draw].magnitude
                largest[draw] = size > largest[draw] ? size : largest[draw]
            }
        } else {
            let sign: Double = firstAbove ? 1 : -1
            for draw in largest.indices {
                let signed = sign * differences[draw]
                largest[draw] = signed > largest[draw] ? signed : largest[draw]
            }
        }
    }

    /// The pairs that bound the ranks of `units` among `total`, each pair once.
    ///
    /// The lower bound of a unit tests whether others are above it, the upper bound whether others are below it
    /// (Mogstad, Romano, Shaikh & Wilhelm 2024).
    static func family(for units: [Int], among total: Int, bounds: RankBounds) -> [PairTest] {
        var isAsked = [Bool](repeating: false, count: total)
        for unit in units { isAsked[unit] = true }
        let asked = units.sorted()
        let (better, worse) = (bounds != .upper, bounds != .lower)
        var tests: [PairTest] = []
        for first in 0..<total {
            // All units after one that is asked about; after another those that are.
            let seconds =
                isAsked[first] ? Array((first + 1)..<max(total, first + 1)) : asked.filter { $0 > first }
            for second in seconds {
                tests.append(
                    PairTest(
                        first: first, second: second,
                        firstAbove: (isAsked[second] && better) || (isAsked[first] && worse),
                        secondAbove: (isAsked[first] && better) || (isAsked[second] && worse)))
            }
        }
        return tests
    }
}

/// One unit shown to be better than another.
struct PairFinding: Sendable {
    let better: Int
    let worse: Int
}
