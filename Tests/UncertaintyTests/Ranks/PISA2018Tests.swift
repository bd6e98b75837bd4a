import Foundation
import LinearAlgebra
import Tabular
import TestSupport
import Testing
import Uncertainty

/// csranks 1.2.3 on PISA 2018 with 100,000 draws (Tests/ReferenceCases/csranks-pisa2018). Bounds may differ by one
/// rank where a studentised difference lies within the Monte Carlo error of the critical value.
struct PISA2018Tests {
    static func column(_ name: String, of file: String) throws -> [String] {
        let path = Repository.path("Tests/ReferenceCases/csranks-pisa2018/\(file)")
        var reader = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path: path)
        let place = try #require(reader.header.firstIndex(of: name), "no column \(name)")
        var cells: [String] = []
        while let row = try reader.next() { cells.append(row.text(place)) }
        return cells
    }

    static func numbers(_ name: String, of file: String) throws -> [Double] {
        try column(name, of: file).map { cell in try #require(Double(cell)) }
    }

    static func inference(draws: Int) throws -> RankInference {
        let errors = try numbers("math_se", of: "input.csv")
        return try RankInference(
            estimates: try numbers("math_score", of: "input.csv"),
            covariance: SamplingCovariance(variances: errors.map { $0 * $0 }), draws: draws,
            generator: Philox(seed: 101, stream: 0))
    }

    @Test(arguments: [0.95, 0.9])
    func setsOfRanks(coverage: Double) throws {
        let inference = try Self.inference(draws: 5000)
        let ranks = try Self.numbers("math_rank", of: "expected.csv")
        for (kind, name) in [(RankCoverage.marginal, "marg"), (.simultaneous, "simul")] {
            let column = "math_\(name)\(Int(coverage * 100))"
            let lower = try Self.numbers("\(column)_L", of: "expected.csv")
            let upper = try Self.numbers("\(column)_U", of: "expected.csv")
            let sets = try inference.sets(kind, coverage: coverage)
            #expect(sets.map { Double($0.rank) } == ranks)
            var exact = 0
            for set in sets {
                let differences = [
                    abs(Double(set.lower) - lower[set.unit]), abs(Double(set.upper) - upper[set.unit]),
                ]
                #expect(differences.allSatisfy { $0 <= 1 }, "\(column), unit \(set.unit): \(set)")
                exact += differences.count { $0 == 0 }
            }
            // Most bounds are not at the edge of a critical value.
            #expect(exact >= 64, "\(column): \(exact) of 74 bounds agree exactly")
        }
    }

    @Test func taubest() throws {
        let names = try Self.column("jurisdiction", of: "input.csv")
        let inference = try Self.inference(draws: 20000)
        for (tau, coverage, column) in [
            (5, 0.95, "math_tau5_best95"), (5, 0.9, "math_tau5_best90"), (1, 0.95, "math_tau1_best95"),
        ] {
            let isBest = try Self.column(column, of: "expected_taubest.csv")
            let expected = names.indices.filter { isBest[$0] == "TRUE" }
            #expect(try inference.best(tau, coverage: coverage) == expected, "\(column)")
        }
        #expect(try inference.best(5).count == 12)
    }

    /// Five scores one standard error apart.
    @Test func smallCase() throws {
        let inference = try RankInference(
            estimates: [5, 4, 3, 2, 1], covariance: SamplingCovariance(variances: [1, 1, 1, 1, 1]),
            draws: 20000,
            generator: Philox(seed: 1, stream: 0))
        for kind in RankCoverage.allCases {
            let sets = try inference.sets(kind)
            #expect(sets.map(\.lower) == [1, 1, 1, 1, 2])
            #expect(sets.map(\.upper) == [4, 5, 5, 5, 5])
        }
    }
}
