import Foundation
import Tabular
import TestSupport
import Testing

/// `dyadscore index --dea` on tables of Cooper, Seiford & Tone, through the built program.
struct IndexEfficiencyTests {
    private struct Document: Decodable {
        struct Measured: Decodable {
            let status: String
            let value, distance: Double?
            let inputSlacks: [Double]?
        }
        struct Corrected: Decodable { let corrected, lower, upper: Double }
        struct Unit: Decodable {
            let unit: String
            let rank: Int?
            let efficiency: Measured
            let superEfficiency: Measured?
            let bootstrap: Corrected?
            let scaleEfficiency: Double?
        }
        let units: [Unit]
    }

    private func document(_ arguments: [String]) throws -> Document {
        let outcome = try CommandTests().dyadscore(["index"] + arguments + ["--format", "json"])
        try #require(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Document.self, from: Data(outcome.output.utf8))
    }

    private func table(_ name: String) -> String { Repository.path("Tests/ReferenceCases/\(name)/input.csv") }

    /// Cooper, Seiford & Tone (2007), table 1.1: 0.5, 1, 0.667, 0.75, 0.8, 0.4, 0.5, 0.625.
    @Test func cooperSeifordToneTable1() throws {
        let result = try document([
            table("dea-cst-ex1"), "--dea", "--inputs", "employees_input", "--outputs", "sales_output",
        ])
        let printed = [0.5, 1, 2.0 / 3, 0.75, 0.8, 0.4, 0.5, 0.625]
        for (unit, value) in zip(result.units, printed) {
            #expect(abs((unit.efficiency.value ?? -1) - value) < 1e-9, "\(unit.unit)")
        }
        #expect(result.units.map(\.rank) == [6, 1, 4, 3, 2, 8, 6, 5])
    }

    /// Cooper, Seiford & Tone (2007), table 1.3: C, D and E efficient, A 0.8571.
    @Test func cooperSeifordToneTable3() throws {
        let arguments = [
            table("dea-cst-ex2"), "--dea", "--inputs", "employees,floor_area", "--outputs", "sales",
        ]
        let result = try document(arguments)
        let expected = [0.857142857, 0.631578947, 1, 1, 1, 0.923076923, 0.6, 0.774193548, 0.75]
        for (unit, value) in zip(result.units, expected) {
            #expect(abs((unit.efficiency.value ?? -1) - value) < 1e-8, "\(unit.unit)")
            // One output made by all in the same amount: the best size is everyone's.
            #expect(abs((unit.scaleEfficiency ?? -1) - 1) < 1e-9)
        }
        let text = try CommandTests().dyadscore(["index"] + arguments + ["--slacks", "--super-efficiency"])
            .output
        let store = try #require(text.split(separator: "\n").first { $0.contains("  A  ") })
        #expect(store.contains("0.857143"))
        #expect(store.hasSuffix("D 0.714286, E 0.285714"))
    }

    /// The smallest unit cannot be matched by mixtures of larger ones: the super-efficiency program of the output
    /// orientation under variable returns has no solution, and the unit is named, not ranked.
    @Test func infeasibleUnitsAreNamed() throws {
        let arguments = [
            table("dea-cst-ex1"), "--dea", "--inputs", "employees_input", "--outputs", "sales_output",
            "--returns",
            "vrs", "--orientation", "output", "--super-efficiency",
        ]
        let result = try document(arguments)
        #expect(result.units[0].superEfficiency?.status == "infeasible")
        #expect(result.units[0].superEfficiency?.value == nil && result.units[0].rank == nil)
        let text = try CommandTests().dyadscore(["index"] + arguments).output
        #expect(
            text.split(separator: "\n").contains { $0.hasPrefix("   -  A ") && $0.contains("infeasible") })
    }

    @Test func unitsWithoutOutputScoreZero() throws {
        let result = try withTemporaryFolder { folder in
            try "unit,x,y\nA,1,2\nB,1,0\nC,0,0\n".write(
                toFile: "\(folder)/t.csv", atomically: true, encoding: .utf8)
            return try document(["\(folder)/t.csv", "--dea", "--inputs", "x", "--outputs", "y"])
        }
        #expect(result.units.map(\.efficiency.status) == ["measured", "without-output", "without-input"])
        #expect(result.units.map(\.efficiency.value) == [1, 0, nil])
        #expect(result.units.map(\.rank) == [1, 2, nil])
    }

    /// The frontier is the class's: a unit outside it may lie beyond.
    @Test func unitsOutsideTheClassMayLieBeyondTheFrontier() throws {
        let result = try withTemporaryFolder { folder in
            try "unit,x,y,kind\nA,1,1,in\nB,2,1,in\nC,1,2,out\n".write(
                toFile: "\(folder)/t.csv", atomically: true, encoding: .utf8)
            return try document([
                "\(folder)/t.csv", "--dea", "--inputs", "x", "--outputs", "y", "--class", "kind=in",
            ])
        }
        #expect(zip(result.units, [1, 0.5, 2]).allSatisfy { abs(($0.efficiency.value ?? 0) - $1) < 1e-9 })
    }

    @Test func tablesForPeopleAndMachinesAgree() throws {
        let arguments = [
            "index", table("dea-tone-2002"), "--dea", "--inputs",
            "manpower,construction,maintenance,evacuation", "--outputs", "power,safety", "--slacks",
            "--format",
            "csv",
        ]
        var reader = try CSVReader(Array(try CommandTests().dyadscore(arguments).output.utf8), path: "output")
        let result = try document(Array(arguments.dropFirst().dropLast(2)))
        let column = try reader.column("efficiency")
        let slack = try reader.column("slack manpower")
        while let row = try reader.next() {
            let unit = try #require(result.units.first { $0.unit == row.text(0) })
            #expect(try row.optionalNumber(column) == unit.efficiency.value)
            #expect(try row.optionalNumber(slack) == unit.efficiency.inputSlacks?.first)
        }
    }

    @Test func aBootstrapFollowsItsSeed() throws {
        func run(_ seed: String) throws -> Document {
            try document([
                table("dea-cst-ex2"), "--dea", "--inputs", "employees,floor_area", "--outputs", "sales",
                "--bootstrap", "40", "--seed", seed,
            ])
        }
        let (first, again, other) = (try run("7"), try run("7"), try run("8"))
        for (unit, value) in zip(first.units, again.units) {
            let bootstrap = try #require(unit.bootstrap)
            #expect(bootstrap.corrected == value.bootstrap?.corrected)
            #expect(bootstrap.lower < bootstrap.upper)
            #expect(bootstrap.upper <= (unit.efficiency.value ?? 0))
        }
        #expect(first.units[0].bootstrap?.corrected != other.units[0].bootstrap?.corrected)
    }
}
