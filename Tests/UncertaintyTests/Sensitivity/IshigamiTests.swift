import Foundation
import Tabular
import TestSupport
import Testing

@testable import Uncertainty

/// Ishigami & Homma (1990): sin x1 + a sin^2 x2 + b x3^4 sin x1 on (-pi, pi)^3, with closed indices.
struct IshigamiTests {
    let expected: [(b: Double, index: String, variable: String, value: Double)]

    init() throws {
        let path = Repository.path("Tests/ReferenceCases/sobol-ishigami/expected.csv")
        expected = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map {
            let cells = $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return (
                try #require(Double(cells[1])), cells[2], cells[3], try #require(Double(cells[4]))
            )
        }
    }

    private func indices(
        b: Double, rows: Int, source: SaltelliSample.Source, replicates: Int
    ) throws -> SobolIndices {
        try SobolIndices(
            of: SaltelliSample(dimension: 3, rows: rows, source: source, seed: 7), withPairs: true,
            replicates: replicates
        ) { point in
            let x = point.map { (2 * $0 - 1) * Double.pi }
            return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + b * x[2] * x[2] * x[2] * x[2] * sin(x[0])
        }
    }

    private func found(_ index: String, _ variable: String, in found: SobolIndices) throws
        -> SobolIndices.Estimate
    {
        switch index {
        case "S": return found.first[try #require(Int(variable)) - 1]
        case "ST": return found.total[try #require(Int(variable)) - 1]
        default:
            let inputs = variable.split(separator: "-").compactMap { Int($0) }.map { $0 - 1 }
            return try #require(found.pairs.first { [$0.first, $0.second] == inputs }).index
        }
    }

    @Test(arguments: [0.1, 0.05]) func closedIndicesWithinAHundredth(b: Double) throws {
        let estimates = try indices(b: b, rows: 1 << 14, source: .lowDiscrepancy, replicates: 0)
        let own = expected.filter { $0.b == b }
        #expect(own.count == 8)
        for item in own {
            if item.index == "V" {
                #expect(abs(estimates.variance - item.value) < 0.01 * item.value)
            } else {
                let estimate = try found(item.index, item.variable, in: estimates)
                #expect(
                    abs(estimate.value - item.value) < 0.01, "\(item.index) \(item.variable): \(estimate)")
            }
        }
        // x1 and x2, x2 and x3 do not interact.
        for pair in estimates.pairs where [pair.first, pair.second] != [0, 2] {
            #expect(abs(pair.index.value) < 0.01)
        }
        #expect(abs(estimates.mean - 3.5) < 0.01)
    }

    /// Independent draws: every estimate within four of its bootstrap errors, and errors of the size of the spread.
    @Test func bootstrapErrorsOfIndependentDraws() throws {
        let estimates = try indices(b: 0.1, rows: 2048, source: .independent, replicates: 40)
        for item in expected where item.b == 0.1 && item.index != "V" {
            let estimate = try found(item.index, item.variable, in: estimates)
            #expect(estimate.standardError > 0.001 && estimate.standardError < 0.2)
            #expect(abs(estimate.value - item.value) < 4 * estimate.standardError, "\(item): \(estimate)")
        }
    }
}
