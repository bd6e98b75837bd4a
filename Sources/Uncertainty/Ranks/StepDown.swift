/// Tests of a family of pairs that keep the probability of any false finding at most 1 - coverage.
struct StepDown: Sendable {
    let estimates: [Double]
    let draws: DifferenceDraws
    /// Differences up to this one are ties, whatever their standard error.
    let tieTolerance: Double
    /// The coverage-quantile of the largest studentised difference is the critical value.
    let coverage: Double
    /// Whether critical values are taken again over what was not found, until nothing new is (Romano & Wolf 2005).
    let repeats: Bool

    /// The findings of a family.
    ///
    /// Differences that are known count as found when the estimates differ. Every step uses the same draws, so that
    /// a smaller family, or a further step, never finds less.
    func findings(
        in family: [PairTest], maxima: ([PairTest]) -> [Double]
    ) -> [PairFinding] {
        var found: [PairFinding] = []
        var open: [PairTest] = []
        for test in family {
            if draws.standardErrors[test.first, test.second] > 0 {
                open.append(test)
            } else {
                _ = remaining(of: test, critical: 0, found: &found)
            }
        }
        var isNew = true
        while isNew, !open.isEmpty {
            let critical = max(0, maxima(open).lowerQuantile(coverage))
            let count = found.count
            open = open.compactMap { remaining(of: $0, critical: critical, found: &found) }
            isNew = repeats && found.count > count
        }
        return found
    }

    /// What is left to test of a pair; nil if nothing is.
    private func remaining(of test: PairTest, critical: Double, found: inout [PairFinding]) -> PairTest? {
        let difference = estimates[test.first] - estimates[test.second]
        let needed = max(tieTolerance, critical * draws.standardErrors[test.first, test.second])
        var rest = test
        if test.firstAbove, difference > needed {
            found.append(PairFinding(better: test.first, worse: test.second))
            rest.firstAbove = false
        }
        if test.secondAbove, -difference > needed {
            found.append(PairFinding(better: test.second, worse: test.first))
            rest.secondAbove = false
        }
        return rest.firstAbove || rest.secondAbove ? rest : nil
    }
}
