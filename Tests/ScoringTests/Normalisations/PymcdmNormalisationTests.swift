import Testing

@testable import Scoring

/// Cases 36 to 54 of pymcdm's test suite, recorded with eight decimals.
struct PymcdmNormalisationTests {
    /// pymcdm's name of each case's method, with its `_normalization` left off.
    static let methods: [String: Normalisation] = [
        "enhanced_accuracy": .enhancedAccuracy, "linear": .linear, "logarithmic": .logarithmicShare,
        "max": .shareOfMaximum, "minmax": .minMax, "nonlinear": .nonlinear, "sum": .shareOfSum,
        "vector": .vectorLength, "zavadskas_turskis": .zavadskasTurskis,
    ]

    @Test(arguments: 36...54)
    func recordedCase(number: Int) throws {
        let rows = try ReferenceTable("pymcdm-reference/index.csv")
        let place = try #require(try rows.text("case").firstIndex(of: String(number)))
        let name = try rows.text("name")[place].replacing("_normalization", with: "")
        // Case 48 takes one method a column.
        let names = number == 48 ? ["max", "sum"] : nil
        let criteria = try Self.rows(of: number, in: "criteria.csv", ["col", "type"])
        let input = try Self.rows(of: number, in: "input.csv", ["row", "col", "value"])
        let units = (input.map { Int($0[0]) }.max() ?? 0) + 1
        var expected = [[Double]](repeating: [], count: criteria.count)
        for row in try Self.rows(of: number, in: "expected.csv", ["index", "value"]) {
            // Row by row; cases 47 and 48 were recorded column by column.
            let column = (47...48).contains(number) ? Int(row[0]) / units : Int(row[0]) % criteria.count
            expected[column].append(row[1])
        }
        try #require(expected.allSatisfy { $0.count == units })
        for (column, criterion) in criteria.enumerated() {
            var values = [Double?](repeating: nil, count: units)
            for cell in input where Int(cell[1]) == column { values[Int(cell[0])] = cell[2] }
            let method = try #require(Self.methods[names?[column] ?? name], "\(name)")
            let computed = try MethodChoice(method.description).normalised(
                values, design: IndicatorDesign(id: "x", moreIsBetter: criterion[1] > 0))
            for (value, figure) in zip(computed, expected[column]) {
                #expect(abs(try #require(value) - figure) <= 5e-9 + 1e-12, "column \(column)")
            }
        }
    }

    private static func rows(of number: Int, in file: String, _ columns: [String]) throws -> [[Double]] {
        let table = try ReferenceTable("pymcdm-reference/\(file)")
        let numbers = try columns.map(table.numbers)
        let cases = try table.text("case")
        return try cases.indices.filter { cases[$0] == String(number) }.map { row in
            try numbers.map { try #require($0[row]) }
        }
    }
}
