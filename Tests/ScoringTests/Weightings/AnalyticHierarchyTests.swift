import Foundation
import Tabular
import TestSupport
import Testing

@testable import Scoring

struct AnalyticHierarchyTests {
    /// The cells of Table 20 are written as fractions.
    static func table20() throws -> (names: [String], values: [[Double]]) {
        let path = Repository.path("Tests/ReferenceCases/ahp-tai/input.csv")
        var reader = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path: path)
        var (names, values): ([String], [[Double]]) = ([], [])
        while let row = try reader.next() {
            names.append(row.text(0))
            values.append(
                try (1...8).map { index in
                    let parts = try row.text(index).split(separator: "/").map { try #require(Double($0)) }
                    return parts.dropFirst().reduce(parts[0], /)
                })
        }
        return (names, values)
    }

    static func flat(_ names: [String]) -> WeightingCase {
        var table = WeightingCase(names.map { _ in [1, 2] })
        table.hierarchy = Hierarchy(levels: [.init(names: names, parents: names.map { _ in 0 })])
        return table
    }

    static func consistent(_ weights: [Double]) -> [[Double]] {
        weights.map { a in weights.map { a / $0 } }
    }

    /// OECD/JRC Handbook (2008), Table 20; the answers are numpy's, 1e-9.
    @Test func handbookTable20() throws {
        let (names, values) = try Self.table20()
        let path = Repository.path("Tests/ReferenceCases/ahp-tai/expected.csv")
        var reader = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path: path)
        var expected: [String: Double] = [:]
        while let row = try reader.next() { expected[row.text(0)] = try row.number(1) }
        let output = try Self.flat(names).output(
            of: .analyticHierarchy, ["comparisons": .square(names: names, values: values)])
        guard case .common(let weights) = output.weights else { return }
        #expect(areNear(weights, names.map { expected[$0] }, 1e-9))
        #expect(isNear(try output.detail("lambda max")[0], expected["lambda_max"], 1e-9))
        #expect(isNear(try output.detail("consistency index")[0], expected["CI"], 1e-9))
        #expect(isNear(try output.detail("consistency ratio")[0], expected["CR_RI1.41"], 1e-9))
        #expect(try output.detail("random index") == [1.41])
    }

    /// Groups may be compared; their indicators share.
    @Test func consistentComparisonsOfGroups() throws {
        let table = WeightingCase([[1, 2], [1, 2], [1, 2]], groups: [0, 0, 1])
        let output = try table.output(
            of: .analyticHierarchy,
            ["comparisons": .square(names: ["d1", "d0"], values: Self.consistent([0.6, 0.4]))])
        guard case .common(let weights) = output.weights else { return }
        #expect(areNear(weights, [0.2, 0.2, 0.6], 1e-15))
        #expect(try output.detail("consistency ratio") == [0])
    }

    @Test func theLimitRefusesOnlyWhereItIsGiven() throws {
        // A over B over C over A: as inconsistent as comparisons of two can be.
        let circle: [[Double]] = [[1, 9, 1.0 / 9], [1.0 / 9, 1, 9], [9, 1.0 / 9, 1]]
        let argument = MethodArgument.square(names: ["a", "b", "c"], values: circle)
        let table = Self.flat(["a", "b", "c"])
        let output = try table.output(of: .analyticHierarchy, ["comparisons": argument])
        // lambda = 1 + 9 + 1/9 for a circulant matrix.
        #expect(isNear(try output.detail("lambda max")[0], 10 + 1.0 / 9, 1e-12))
        #expect(
            isNear(try output.detail("consistency ratio")[0], (10 + 1.0 / 9 - 3) / 2 / 0.58, 1e-12))
        #expect {
            try table.output(of: .analyticHierarchy, ["comparisons": argument, "limit": .number(0.1)])
        } throws: {
            isRefusal($0, "above the limit 0.1")
        }
    }

    @Test func moreThanFifteenNamesHaveNoRatio() throws {
        let names = (1...16).map { "n\($0)" }
        let argument = MethodArgument.square(
            names: names, values: Self.consistent((1...16).map(Double.init)))
        let output = try Self.flat(names).output(of: .analyticHierarchy, ["comparisons": argument])
        #expect(!output.details.contains { $0.name == "consistency ratio" })
        #expect {
            try Self.flat(names).output(
                of: .analyticHierarchy, ["comparisons": argument, "limit": .number(0.1)])
        } throws: {
            isRefusal($0, "no random index is known for 16 names")
        }
    }

    @Test(arguments: [
        ([[1.0, 2], [0, 1]], "above zero"), ([[2.0, 1], [1, 1]], "itself must be 1"),
        ([[1.0, 2], [2, 1]], "reciprocal"), ([[1.0, -3], [-0.33, 1]], "above zero"),
    ])
    func whatIsNoComparisonIsRefused(values: [[Double]], fragment: String) {
        #expect {
            try MethodChoice(
                Weighting.analyticHierarchy.description,
                ["comparisons": .square(names: ["a", "b"], values: values)])
        } throws: {
            isRefusal($0, fragment)
        }
    }

    @Test func reciprocalsMayBeRounded() {
        #expect(throws: Never.self) {
            try MethodChoice(
                Weighting.analyticHierarchy.description,
                ["comparisons": .square(names: ["a", "b"], values: [[1, 8], [0.13, 1]])])
        }
    }
}
