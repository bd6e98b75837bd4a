import Foundation
import Numerics
import Tabular
import TestSupport
import Testing

@testable import Scoring

/// OECD/JRC Handbook (2008), Table 15: printed with two decimals, so half of the last digit is the tolerance;
/// 1e-9 more because 0.005 itself is not a binary number.
struct HandbookTable15Tests {
    @Test(arguments: [(Normalisation.zScore, "zscore"), (.minMax(lower: 0, upper: 1), "minmax")])
    func printedColumn(method: Normalisation, name: String) throws {
        let path = Repository.path("Tests/ReferenceCases/tai-normalisation/expected.csv")
        var reader = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path: path)
        let columns = (
            unit: try reader.column("unit"), raw: try reader.column("raw"), printed: try reader.column(name)
        )
        var (units, raw, printed): ([String], [Double?], [Double]) = ([], [], [])
        while let row = try reader.next() {
            units.append(row.text(columns.unit))
            raw.append(try row.number(columns.raw))
            printed.append(try row.number(columns.printed))
        }
        try #require(units.count == 23)
        let normalised = try #require(method(raw, isReference: raw.map { _ in true }))
        for (index, unit) in units.enumerated() {
            let computed = try #require(normalised[index])
            #expect(abs(computed - printed[index]) <= 0.005 + 1e-9, "\(unit)")
        }
    }
}

struct NormalisationTests {
    @Test func zScoreDividesByTheSampleDeviation() throws {
        // 2, 4, 9: mean 5, squared deviations 9 + 1 + 16 = 26, n - 1 = 2, s = sqrt 13.
        let scores = try #require(Normalisation.zScore([2, 4, 9], isReference: [true, true, true]))
        #expect(
            try #require(scores[2]).isApproximatelyEqual(to: 4 / 13.0.squareRoot(), relativeTolerance: 1e-15))
    }

    @Test func unitsOutsideTheClassFitNothing() throws {
        let scores = try #require(
            Normalisation.minMax(lower: 1, upper: 100)(
                [0, 10, 20, nil], isReference: [true, true, false, true]))
        #expect(scores == [1, 100, 199, nil])
    }

    @Test func ranksShareTheMiddle() throws {
        let scores = try #require(Normalisation.rank([5, 1, 5, 3], isReference: [true, true, true, true]))
        // Two below and half of the one other tie: 2.5 of 3.
        let (high, low): (Double, Double) = (2.5 / 3, 1.0 / 3)
        #expect(scores == [high, 0, high, low])
    }

    @Test(arguments: [Normalisation.zScore, .rank, .minMax(lower: 0, upper: 1)])
    func aConstantColumnHasNoScale(method: Normalisation) {
        #expect(method([3, 3, nil, 7], isReference: [true, true, true, false]) == nil)
        #expect(method([3, nil, nil], isReference: [true, true, true]) == nil)
    }
}
