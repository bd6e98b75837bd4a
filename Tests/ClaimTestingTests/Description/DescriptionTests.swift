import TestSupport
import Testing

@testable import ClaimTesting

/// Descriptive statistics and correlations against F. J. Anscombe, "Graphs in statistical analysis", The American
/// Statistician 27 (1973), 17-21: four tables with the same mean, spread and correlation to two or three decimals.
struct DescriptionTests {
    static let x: [Double?] = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    static let first: [Double?] = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    static let second: [Double?] = [9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74]

    @Test(arguments: [first, second]) func anscombe1973(y: [Double?]) throws {
        let found = try #require(ColumnDescription(of: y))
        #expect(found.count == 11 && found.missing == 0 && found.shareOfZeros == 0)
        #expect(abs(found.mean - 7.50) < 0.005)
        #expect(abs((found.deviation ?? 0) - 2.03) < 0.005)
        let pair = PairwiseCorrelation(of: Self.x, y)
        #expect(pair.count == 11)
        #expect(abs((pair.pearson ?? 0) - 0.816) < 0.0005)
    }

    /// Of n ranks without ties, rho is 1 - 6 sum d^2 / (n (n^2 - 1)); the ranks of Anscombe's first table differ by 40
    /// in squares: 1 - 240 / 1320.
    @Test func spearmanByDifferencesOfRanks() {
        let pair = PairwiseCorrelation(of: Self.x, Self.first)
        #expect(abs((pair.spearman ?? 0) - (1 - 240.0 / 1320)) < 1e-12)
    }

    @Test func tiesShareTheirMeanRank() {
        // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3.5, 3.5: products of deviations 3.75, squares 4.5 and 4.5.
        let pair = PairwiseCorrelation(of: [1, 2, 2, 9], [0, 1, 5, 5])
        #expect(abs((pair.spearman ?? 0) - 3.75 / 4.5) < 1e-12)
    }

    @Test func missingValuesAreLeftOutPairByPair() throws {
        let (a, b): ([Double?], [Double?]) = ([1, nil, 3, 0, 5], [2, 9, nil, 0, 10])
        let pair = PairwiseCorrelation(of: a, b)
        #expect(pair.count == 3)
        #expect(abs((pair.pearson ?? 0) - 1) < 1e-12 && abs((pair.spearman ?? 0) - 1) < 1e-12)
        let found = try #require(ColumnDescription(of: a))
        #expect(found.count == 4 && found.missing == 1)
        #expect(found.median == 2 && found.minimum == 0 && found.maximum == 5)
        #expect(found.shareOfZeros == 0.25)
    }

    @Test func whatDoesNotVaryHasNoCorrelation() throws {
        let pair = PairwiseCorrelation(of: [2, 2, 2], [1, 2, 3])
        #expect(pair.count == 3 && pair.pearson == nil && pair.spearman == nil)
        #expect(PairwiseCorrelation(of: [1, nil], [nil, 1]).pearson == nil)
        let constant = try #require(ColumnDescription(of: [0, 0]))
        #expect(constant.mean == 0 && constant.deviation == 0 && constant.shareOfZeros == 1)
        let single = try #require(ColumnDescription(of: [nil, 3]))
        #expect(single.mean == 3 && single.deviation == nil && single.median == 3)
        #expect(ColumnDescription(of: [nil, nil]) == nil)
    }

    @Test func hugeAndTinyValuesDoNotOverflow() throws {
        for scale in [1e300, 1e-300] {
            let column = Self.first.map { $0.map { $0 * scale } }
            let found = try #require(ColumnDescription(of: column))
            #expect(abs(found.mean / scale - 7.50) < 0.005)
            #expect(abs((found.deviation ?? 0) / scale - 2.03) < 0.005)
            #expect(abs((PairwiseCorrelation(of: Self.x, column).pearson ?? 0) - 0.816) < 0.0005)
        }
    }

    @Test func middleRanksAreOrderStatistics() {
        // 40 draws: rank 1 once, rank 2 38 times, rank 4 once; 2.5 % of 40 is one draw.
        #expect([1, 38, 0, 1].middleRanks() == 1...2)
        #expect([0, 0, 5].middleRanks() == 3...3)
        #expect([0, 0].middleRanks() == nil)
        #expect([10, 10, 10, 10].middleRanks(tail: 0.25) == 1...3)
    }
}
