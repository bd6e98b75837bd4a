import Foundation
import Tabular
import TestSupport
import Testing

/// Published cases from their input files to scores, through the built program.
struct IndexPublishedTests {
    private func file(_ name: String) -> String { Repository.path("Tests/ReferenceCases/\(name)") }

    /// OECD/JRC Handbook (2008), table 20: the comparisons of one respondent over eight indicators; eigenvector and
    /// consistency computed by numpy (see the case's README). The answer does not depend on the table of values.
    @Test func handbookTable20ComparisonsOfPairs() throws {
        let names = [
            "patents", "royalties", "internet", "exports", "telephones", "electricity", "schooling",
            "university",
        ]
        let table =
            "unit,\(names.joined(separator: ","))\n"
            + [[1, 2, 3, 4, 5, 6, 7, 8], [8, 7, 6, 5, 4, 3, 2, 1], [1, 3, 5, 7, 2, 4, 6, 8]].enumerated().map
        {
            "U\($0)," + $1.map(String.init).joined(separator: ",") + "\n"
        }.joined()
        let index = try IndexFixture.decoded(
            ["--weights", "ahp:comparisons=\(file("ahp-tai/input.csv"))"], table: table, sheet: nil)
        let expected = try values("ahp-tai/expected.csv", key: "indicator", value: "weight_eigenvector")
        for (name, weight) in zip(names, index.weights.nominal) {
            #expect(abs(weight - (expected[name] ?? -1)) < 1e-9, "\(name)")
        }
        let figures = index.weights.details.flatMap(\.values)
        for name in ["lambda_max", "CR_RI1.41"] {
            let value = try #require(expected[name])
            #expect(figures.contains { abs($0 - value) < 1e-9 }, "\(name)")
        }
    }

    /// A column of a CSV file by another.
    func values(_ name: String, key: String, value: String) throws -> [String: Double] {
        var reader = try CSVReader(
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name)))), path: name)
        let (keyColumn, valueColumn) = (try reader.column(key), try reader.column(value))
        var values: [String: Double] = [:]
        while let row = try reader.next() { values[row.text(keyColumn)] = try row.number(valueColumn) }
        return values
    }
}
