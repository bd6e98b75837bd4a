import Foundation
import Tabular
import TestSupport
import Testing

/// Published cases from their input files to scores, through the built program.
struct IndexPublishedTests {
    /// A CSV file by the names of its columns.
    private struct Case {
        let header: [String]
        let rows: [[String]]

        init(_ name: String) throws {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Case.path(name))))
            var reader = try CSVReader(bytes, path: name)
            var rows: [[String]] = []
            while let row = try reader.next() { rows.append((0..<row.count).map(row.text)) }
            header = reader.header
            self.rows = rows
        }

        static func path(_ name: String) -> String { Repository.path("Tests/ReferenceCases/\(name)") }

        func column(_ name: String) throws -> [String] {
            let place = try #require(header.firstIndex(of: name))
            return rows.map { $0[place] }
        }

        /// A column of numbers by a column of names; nil for NA.
        func numbers(_ name: String, by key: String) throws -> [String: Double?] {
            Dictionary(uniqueKeysWithValues: zip(try column(key), try column(name).map { Double($0) }))
        }
    }

    /// OECD/JRC Handbook (2008), table 20: the comparisons of one respondent over eight indicators; eigenvector and
    /// consistency computed by numpy (see the case's README). The answer does not depend on the table of values.
    @Test func handbookTable20ComparisonsOfPairs() throws {
        let expected = try Case("ahp-tai/expected.csv").numbers("weight_eigenvector", by: "indicator")
        let names = Array(try Case("ahp-tai/input.csv").header.dropFirst())
        let units = [[1, 2, 3, 4, 5, 6, 7, 8], [8, 7, 6, 5, 4, 3, 2, 1], [1, 3, 5, 7, 2, 4, 6, 8]]
        let table =
            "unit,\(names.joined(separator: ","))\n"
            + units.enumerated().map { "U\($0)," + $1.map(String.init).joined(separator: ",") + "\n" }
            .joined()
        let index = try IndexFixture.decoded(
            ["--weights", "ahp:comparisons=\(Case.path("ahp-tai/input.csv"))"], table: table, sheet: nil)
        for (name, weight) in zip(names, index.weights.nominal) {
            #expect(abs(weight - (try #require(expected[name] ?? nil))) < 1e-9, "\(name)")
        }
        let figures = index.weights.details.flatMap(\.values)
        for name in ["lambda_max", "CR_RI1.41"] {
            let value = try #require(expected[name] ?? nil)
            #expect(figures.contains { abs($0 - value) < 1e-9 }, "\(name)")
        }
    }

    /// Human Development Report 2001, table A2.1: the technology achievement index of 23 countries, as printed with
    /// three decimals, within 0.0015; Singapore, whose printed value does not follow from the printed data, is the
    /// only exception. The logarithms in the data have two decimals.
    @Test func humanDevelopmentReport2001() throws {
        let posts = try Case("tai-hdr2001/goalposts.csv")
        let dimensions = ["creation", "creation", "recent", "recent", "old", "old", "skills", "skills"]
        var sheet = "indicator,direction,parent,worst,best\n"
        for (row, dimension) in zip(posts.rows, dimensions) {
            let isLogarithm = row[3].hasPrefix("log10")
            let ends = row[1...2].compactMap { Double($0) }.map { isLogarithm ? log10($0) : $0 }
            sheet += "\(row[0])\(isLogarithm ? "_log" : ""),more,\(dimension),\(ends[0]),\(ends[1])\n"
        }
        let index = try IndexFixture.decoded(
            ["--normalise", "goalposts"],
            table: try String(contentsOfFile: Case.path("tai-hdr2001/input.csv"), encoding: .utf8),
            sheet: sheet)
        let printed = try Case("tai-hdr2001/expected.csv").numbers("tai_published", by: "unit")
        let deviating = zip(index.units, index.scores).filter { unit, score in
            abs((score ?? .infinity) - ((printed[unit] ?? nil) ?? 0)) > 0.0015
        }
        #expect(deviating.map(\.0) == ["Singapore"])
        #expect(index.groups[0].names == ["creation", "recent", "old", "skills"])
    }

    /// Human Development Report 2021/22: the human development index of Angola in 23 years as printed with three
    /// decimals, within half a unit of the last. Goalposts of its technical note 1; the arithmetic mean of two
    /// schooling indicators, then the geometric mean of three dimensions that begin at zero.
    @Test func humanDevelopmentReport2021() throws {
        let sheet = """
            indicator,parent,worst,best,transform
            life_expectancy,Health,20,85,
            expected_schooling,Education,0,18,
            mean_schooling,Education,0,15,
            income,Income,\(log(100.0)),\(log(75000.0)),box-cox:0
            """
        let options = ["--normalise", "goalposts", "--aggregate", "arithmetic", "--aggregate", "geometric"]
        let table = try String(contentsOfFile: Case.path("hdi-2021/input.csv"), encoding: .utf8)
        let index = try IndexFixture.decoded(options, table: table, sheet: sheet)
        let printed = try Case("hdi-2021/expected.csv").numbers("hdi", by: "year")
        for (year, score) in zip(index.units, index.scores) {
            #expect(abs((score ?? -1) - (try #require(printed[year] ?? nil))) <= 0.0005, "\(year)")
        }
        // A year at the worst goalpost has no geometric mean, and is named.
        let atWorst = try IndexFixture.run(
            ["--normalise", "goalposts", "--aggregate", "geometric"],
            table: table.replacing("1999,45.3858", with: "1999,20"), sheet: sheet)
        #expect(atWorst.status == 65)
        #expect(
            atWorst.errors.contains(
                "table.csv:2:6: error: the methods need values above zero; found 'life_expectancy' of '1999'")
        )
        let product = try IndexFixture.run(
            ["--normalise", "goalposts", "--aggregate", "waspas"],
            table: table.replacing("1999,45.3858", with: "1999,20"), sheet: sheet)
        #expect(product.status == 65 && product.errors.contains("waspas needs values above zero"))
    }

    /// COINr 1.1.14 on ASEM data, 51 units and 49 indicators in three levels: every stage from the raw table, and
    /// the index under three means, within 1e-9 of each figure or of one.
    @Test func coinrASEM() throws {
        let arguments = [
            "--missing", "group-mean", "--unit-groups", "EurAsia_group", "--outliers", "winsorise",
        ]
        let index = try asem(arguments + ["--normalise", "min-max:0,100"])
        try expectStage(index.stages.denominated, "Denominated", of: index)
        try expectStage(index.stages.filled, "Imputed", of: index)
        try expectStage(index.stages.treated, "Treated", of: index)
        try expectStage(index.stages.normalised, "Aggregated", of: index)
        #expect(index.method.weights.id == "declared")
        let aggregated = try Case("coinr-asem/stage_Aggregated.csv")
        for groups in index.groups {
            for (place, name) in groups.names.enumerated() {
                try expect(
                    groups.scores.map { $0[place] }, aggregated.numbers(name, by: "uCode"), units: index.units
                )
            }
        }
        #expect(index.index == "Index")
        try expect(index.scores, aggregated.numbers("Index", by: "uCode"), units: index.units)
        let ranks = try Case("coinr-asem/expected.csv").numbers("Rank", by: "uCode")
        for (unit, rank) in zip(index.units, index.ranks) {
            #expect(rank.map(Double.init) == ranks[unit] ?? nil, "\(unit)")
        }
        for (mean, letter) in [("arithmetic", "a"), ("geometric", "g"), ("harmonic", "h")] {
            let other = try asem(arguments + ["--normalise", "min-max:1,100", "--aggregate", mean])
            let file = try Case("coinr-asem/expected_a_\(letter)mean.csv")
            try expect(other.scores, file.numbers("Index", by: "uCode"), units: other.units)
        }
    }

    private func asem(_ options: [String]) throws -> IndexJSON {
        let meta = try Case("coinr-asem/meta.csv")
        func cell(_ text: String) -> String { text == "NA" ? "" : text }
        var sheet = "indicator,direction,parent,weight,denominator\n"
        for row in meta.rows where ["Indicator", "Aggregate"].contains(row[9]) {
            sheet += [row[1], row[3], cell(row[8]), row[4], cell(row[7])].joined(separator: ",") + "\n"
        }
        return try IndexFixture.decoded(
            options + ["--unit", "uCode", "--missing-value", "NA"],
            table: try String(contentsOfFile: Case.path("coinr-asem/input.csv"), encoding: .utf8),
            sheet: sheet)
    }

    private func expectStage(_ values: [[Double?]], _ stage: String, of index: IndexJSON) throws {
        let file = try Case("coinr-asem/stage_\(stage).csv")
        for (place, indicator) in index.indicators.enumerated() {
            try expect(
                values.map { $0[place] }, file.numbers(indicator.id, by: "uCode"), units: index.units,
                "\(stage) \(indicator.id)")
        }
    }

    private func expect(
        _ values: [Double?], _ expected: [String: Double?], units: [String], _ what: Comment = "index"
    ) throws {
        for (unit, value) in zip(units, values) {
            let figure = try #require(expected[unit])
            guard let value, let figure else {
                #expect(value == nil && figure == nil, what)
                continue
            }
            #expect(abs(value - figure) <= 1e-9 * max(1, abs(figure)), what)
        }
    }
}
