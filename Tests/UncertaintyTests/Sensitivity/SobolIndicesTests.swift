import Testing

@testable import Uncertainty

struct SobolIndicesTests {
    /// f = 3 x1 + 4 x2: variances 9/12 and 16/12, so 0.36 and 0.64, no interaction, whatever is added to f.
    @Test func aLinearFunctionAndAConstant() throws {
        let sample = try SaltelliSample(dimension: 3, rows: 1 << 12, seed: 3)
        let plain = try SobolIndices(of: sample, withPairs: true, replicates: 0) { 3 * $0[0] + 4 * $0[1] }
        let moved = try SobolIndices(of: sample, withPairs: true, replicates: 0) {
            1000 - 6 * $0[0] - 8 * $0[1]
        }
        #expect(abs(plain.variance - 25.0 / 12) < 0.01)
        for (index, expected) in [0.36, 0.64, 0].enumerated() {
            for estimates in [plain, moved] {
                #expect(abs(estimates.first[index].value - expected) < 0.005)
                #expect(abs(estimates.total[index].value - expected) < 0.005)
            }
            #expect(abs(plain.first[index].value - moved.first[index].value) < 1e-9)
        }
        #expect(plain.pairs.allSatisfy { abs($0.index.value) < 0.005 })
        #expect(plain.total[2].value == 0)
    }

    @Test func aFunctionThatDoesNotVary() throws {
        let sample = try SaltelliSample(dimension: 2, rows: 64, source: .independent, seed: 1)
        let estimates = try SobolIndices(of: sample, withPairs: true, replicates: 5) { _ in 0.5 }
        #expect(estimates.variance == 0 && estimates.mean == 0.5)
        let zero = SobolIndices.Estimate(value: 0, standardError: 0)
        #expect(estimates.first == [zero, zero] && estimates.total == [zero, zero])
        #expect(estimates.pairs.map(\.index) == [zero])
    }

    @Test func oneInputHasNoPair() throws {
        let sample = try SaltelliSample(dimension: 1, rows: 256, seed: 1)
        let estimates = try SobolIndices(of: sample, withPairs: true, replicates: 0) { $0[0] }
        #expect(estimates.pairs.isEmpty)
        #expect(abs(estimates.first[0].value - 1) < 0.02)
    }

    @Test func whatCannotBeEstimatedIsRefused() throws {
        #expect(throws: SobolFailure.noInput) { try SaltelliSample(dimension: 0, rows: 8, seed: 1) }
        #expect(throws: SobolFailure.tooFewRows(1)) { try SaltelliSample(dimension: 1, rows: 1, seed: 1) }
        #expect(throws: SobolFailure.tooManyInputs(11, largest: 10)) {
            try SaltelliSample(dimension: 11, rows: 8, seed: 1)
        }
        let sample = try SaltelliSample(dimension: 12, rows: 8, source: .independent, seed: 1)
        let third = sample.point(.a, row: 2)
        #expect(throws: SobolFailure.notFinite(row: 2)) {
            try SobolIndices(of: sample, replicates: 0) { $0 == third ? .nan : $0[0] }
        }
    }

    /// The mixtures take each coordinate from the sample that their name says.
    @Test(arguments: SaltelliSample.Source.allCases) func mixtures(source: SaltelliSample.Source) throws {
        let sample = try SaltelliSample(dimension: 3, rows: 16, source: source, seed: 11)
        for row in 0..<16 {
            let (a, b) = (sample.point(.a, row: row), sample.point(.b, row: row))
            #expect(sample.point(.aWithB(1), row: row) == [a[0], b[1], a[2]])
            #expect(sample.point(.bWithA(1), row: row) == [b[0], a[1], b[2]])
            #expect((a + b).allSatisfy { $0 > 0 && $0 < 1 })
        }
        #expect(sample.blocks(withPairs: true).count == 8 && sample.blocks(withPairs: false).count == 5)
    }
}
