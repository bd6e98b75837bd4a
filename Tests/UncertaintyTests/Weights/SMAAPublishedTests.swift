import LinearAlgebra
import Scoring
import Testing

@testable import Uncertainty

struct SMAAPublishedTests {
    /// The example of the R package smaa: values and weights are draws, which meet one by one.
    @Test func thromboExampleOfTheRPackage() throws {
        let columns = try referenceColumns("smaa-thrombo/input.csv")
        func matrix(_ prefix: String) throws -> Matrix {
            let criteria = try ["prox", "dist", "bleed"].map {
                try referenceNumbers(columns, "\(prefix)_\($0)")
            }
            return Matrix(rows: criteria[0].count, columns: 3) { criteria[$1][$0] / 1e6 }
        }
        let (heparin, enoxaparin, weights) = (try matrix("h"), try matrix("e"), try matrix("w"))
        let values = ValueDraws(count: heparin.rows, observed: Matrix(rows: 2, columns: 3, repeating: 1)) {
            draw in
            Matrix(rows: 2, columns: 3) { ($0 == 0 ? heparin : enoxaparin)[draw, $1] }
        }
        let result = try Acceptability(
            of: WeightedUnits(values, hierarchy: flatHierarchy(3), isReference: [true, true]),
            weightDraws: weights, detail: AcceptabilityDetail(countsPairs: true, countsOrders: true))

        let expected = try referenceColumns("smaa-thrombo/expected.csv")
        let central = try result.centralWeights()
        for unit in 0..<2 {
            for rank in 1...2 {
                let share = try referenceNumbers(expected, "rank\(rank)")[unit]
                #expect(
                    result.rankAcceptabilities(of: unit)?[rank - 1].count == Int((share * 10_000).rounded()))
            }
            for (k, name) in ["cw.Prox.DVT", "cw.Dist.DVT", "cw.Bleed"].enumerated() {
                #expect(
                    abs((central[unit]?.weights[k] ?? .nan) - (try referenceNumbers(expected, name)[unit]))
                        < 1e-6)
            }
            let confidence = try referenceNumbers(expected, "cf")[unit]
            #expect(central[unit]?.confidence.count == Int((confidence * 10_000).rounded()))
        }
        #expect(abs((result.orderEntropy?.value ?? .nan) - 0.9344248) < 1e-7)
        // With two units an order is a rank; the error is |log2(p / (1 - p))| sqrt(p (1 - p) / draws).
        #expect(result.rankEntropy(of: 1)?.value == result.orderEntropy?.value)
        #expect(abs((result.orderEntropy?.standardError ?? .nan) - 0.004248766) < 1e-8)
        #expect(result.win(of: 0, over: 1)?.value == 0.3504)
    }

    /// A is first for w1 > 0.6 and B for w1 < 0.4: within four standard errors of 100,000 draws.
    @Test func twoCriteriaInClosedForm() throws {
        let input = try referenceColumns("smaa-exact-2crit/input.csv")
        let expected = try referenceColumns("smaa-exact-2crit/expected.csv")
        let table = IndicatorTable(
            columns: try ["c1", "c2"].map { try referenceNumbers(input, $0) }, units: 3)
        let result = try Acceptability(
            of: WeightedUnits(table, hierarchy: flatHierarchy(2), isReference: [true, true, true]),
            weights: WeightSampler(WeightSpace(flatHierarchy(2)), seed: 2001), draws: 100_000)
        for unit in 0..<3 {
            for rank in 1...3 {
                let share = try #require(result.rankAcceptabilities(of: unit)?[rank - 1])
                let exact = try referenceNumbers(expected, "rank\(rank)")[unit]
                let error = (exact * (1 - exact) / 100_000).squareRoot()
                #expect(abs(share.value - exact) <= 4 * error)
            }
        }
        // The mean of w1 above 0.6 is 0.8.
        let central = try #require(try result.centralWeights()[0])
        #expect(abs(central.weights[0] - 0.8) <= 4 * (central.standardErrors?[0] ?? 0))
        #expect(central.confidence.value == 1)
    }
}
