import Testing

@testable import Scoring

/// Worked examples of papers, as quoted by the tests of pymcdm: half of the last printed digit is the tolerance.
struct PymcdmWeightsTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let number: Int
        let weighting: String
        /// Where the example was printed.
        let source: String
        let tolerance: Double

        var testDescription: String { "\(number) \(weighting), \(source)" }
    }

    static let examples = [
        Example(number: 56, weighting: "angle", source: "Shuai et al. 2012", tolerance: 5e-5),
        Example(number: 57, weighting: "cilos", source: "Zavadskas & Podvezko 2016", tolerance: 5e-5),
        Example(number: 58, weighting: "critic", source: "Tuş & Aytaç Adalı 2019", tolerance: 5e-4),
        Example(number: 59, weighting: "entropy", source: "Elsayed et al. 2017", tolerance: 5e-7),
        Example(number: 60, weighting: "equal-indicator", source: "no paper", tolerance: 5e-5),
        Example(number: 61, weighting: "gini", source: "no paper", tolerance: 5e-5),
        Example(number: 62, weighting: "idocriw", source: "Zavadskas & Podvezko 2016", tolerance: 5e-5),
        Example(number: 63, weighting: "lopcow", source: "Ecer & Pamucar 2022", tolerance: 5e-5),
        Example(number: 64, weighting: "merec", source: "Keshavarz-Ghorabaee et al. 2021", tolerance: 5e-5),
        Example(
            number: 66, weighting: "standard-deviation", source: "Jahan & Edwards 2013", tolerance: 5e-3),
        Example(number: 67, weighting: "variance", source: "no paper", tolerance: 5e-5),
    ]

    @Test(arguments: examples)
    func printedWeights(of example: Example) throws {
        let input = try referenceColumns("pymcdm-weights/input.csv", ["case", "col", "value"])
        let printed = try referenceColumns("pymcdm-weights/expected.csv", ["case", "value"])
        let signs = try referenceColumns("pymcdm-weights/directions.csv", ["case", "direction"])
        func own<Value>(_ values: [Value], of numbers: [Double]) -> [Value] {
            zip(values, numbers).filter { $1 == Double(example.number) }.map(\.0)
        }
        let expected = own(printed[1], of: printed[0])
        let cells = own(Array(zip(input[1], input[2])), of: input[0])
        let columns = expected.indices.map { k in
            cells.filter { $0.0 == Double(k) }.map { Optional($0.1) }
        }
        let directions = own(signs[1], of: signs[0])
        let table = WeightingCase(columns, directions: directions.isEmpty ? nil : directions)
        try #require(!expected.isEmpty && columns.allSatisfy { !$0.isEmpty })
        let weights = try table.weights(of: try weighting(example.weighting))
        #expect(areNear(weights, expected, example.tolerance), "\(weights)")
    }
}
