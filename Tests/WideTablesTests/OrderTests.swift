import Scoring
import Testing

@testable import WideTables

/// Nothing depends on the order of rows and columns.
struct OrderTests {
    private let rows = ["X,1,50,3", "Y,2,40,", "Z,4,10,2", "U,3,20,8", "V,2.5,35,5"]
    private let sheetRows = ["a,more,G,1", "b,less,G,2", "c,more,H,1", "G,,,3", "H,,,1"]

    private func run(rows: [String], sheetRows: [String]) throws -> IndexRun {
        let table = (["unit,a,b,c"] + rows).joined(separator: "\n")
        let sheet = (["indicator,direction,parent,weight"] + sheetRows).joined(separator: "\n")
        return try IndexRun(
            try IndexInput(
                try WideTable(Array(table.utf8), path: "table.csv"),
                sheet: try IndicatorSheet(Array(sheet.utf8), path: "meta.csv")),
            options: MethodOptions())
    }

    private func scores(_ run: IndexRun) -> [String: Double?] {
        Dictionary(uniqueKeysWithValues: zip(run.input.units, run.index.scores))
    }

    @Test func unitsAndIndicatorsInAnyOrderScoreTheSame() throws {
        let expected = scores(try run(rows: rows, sheetRows: sheetRows))
        var (units, indicators) = (rows, sheetRows)
        for _ in 0..<5 {
            units.append(units.removeFirst())
            indicators.append(indicators.removeFirst())
            let moved = scores(try run(rows: units, sheetRows: indicators))
            for (unit, score) in expected {
                let other = try #require(moved[unit] ?? nil)
                #expect(abs(other - (score ?? .infinity)) < 1e-15, "\(unit)")
            }
        }
    }

    @Test func indicatorsStandInTheOrderOfTheirRows() throws {
        let run = try run(rows: rows, sheetRows: ["c,more,H,1", "a,more,G,1", "b,less,G,1"])
        #expect(run.input.design.indicators.map(\.id) == ["c", "a", "b"])
        #expect(run.input.design.hierarchy.levels[1].names == ["H", "G"])
        #expect(run.method.weighting == .equalByDimension || run.method.weighting.id == "declared")
    }

    @Test func groupsThatNoRowDescribesWeighOne() throws {
        let run = try run(rows: rows, sheetRows: ["a,more,G,1", "b,less,G,1", "c,more,H,1"])
        #expect(run.input.design.hierarchy.levels[1].weights == [1, 1])
        #expect(run.index.nominalWeights == [0.25, 0.25, 0.5])
    }
}
