import Foundation
import Tabular
import TestSupport
import Testing

@testable import Scoring

/// Declared weights, multiplied down the tree.
struct COINrASEMWeightsTests {
    struct Node {
        let level: Int
        let name: String
        let weight: Double
        let parent: String
    }

    static func nodes() throws -> [Node] {
        let path = Repository.path("Tests/ReferenceCases/coinr-asem/meta.csv")
        var reader = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path: path)
        let columns = try ["Level", "iCode", "Weight", "Parent"].map { try reader.column($0) }
        var nodes: [Node] = []
        while let row = try reader.next() {
            guard let level = Int(row.text(columns[0])) else { continue }
            nodes.append(
                Node(
                    level: level, name: row.text(columns[1]), weight: try row.number(columns[2]),
                    parent: row.text(columns[3])))
        }
        return nodes
    }

    /// The effective weights of 49 indicators, 8 pillars and 2 sub-indices as COINr 1.1.14 writes them, 1e-12.
    @Test func effectiveWeights() throws {
        let nodes = try Self.nodes()
        let levels = (1...3).map { level in nodes.filter { $0.level == level } }
        let names = levels.map { $0.map(\.name) } + [["Index"]]
        var table = WeightingCase(levels[0].map { _ in [1, 2] })
        table.hierarchy = Hierarchy(
            levels: try levels.enumerated().map { level, nodes in
                Hierarchy.Level(
                    names: nodes.map(\.name), weights: nodes.map(\.weight),
                    parents: try nodes.map { try #require(names[level + 1].firstIndex(of: $0.parent)) })
            })
        let computed = table.hierarchy.nodeWeights(leafWeights: try table.weights(of: .declared))

        let path = Repository.path("Tests/ReferenceCases/coinr-asem/effective_weights.csv")
        var reader = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path: path)
        let columns = try ["iCode", "Level", "EffWeight"].map { try reader.column($0) }
        var compared = 0
        while let row = try reader.next() {
            let level = try row.integer(columns[1])
            guard level < 4 else { continue }
            let place = try #require(names[level - 1].firstIndex(of: row.text(columns[0])))
            #expect(isNear(computed[level - 1][place], try row.number(columns[2]), 1e-12))
            compared += 1
        }
        #expect(compared == 59)
    }

    /// By hand: i0 and i1 share top's 4/5 times d0's 2/3 as 1 to 3.
    @Test func unequalDeclaredWeights() throws {
        let weights = try NamedNodesTests.tree.weights(of: .declared)
        let top = 4.0 / 5
        #expect(areNear(weights, [top * 2 / 3 / 4, top * 2 / 3 * 3 / 4, top / 3, 0.2], 1e-15))
    }

    @Test(arguments: [([0.0, 0, 1], "i0, i1 are all zero"), ([1, -1, 1], "must not be negative")])
    func weightsThatShareNothingAreRefused(declared: [Double], fragment: String) {
        var table = WeightingCase([[1, 2], [1, 2], [1, 2]])
        table.hierarchy = Hierarchy(levels: [
            .init(names: ["i0", "i1", "i2"], weights: declared, parents: [0, 0, 1]),
            .init(names: ["d0", "d1"], parents: [0, 0]),
        ])
        #expect {
            try table.weights(of: .declared)
        } throws: {
            isRefusal($0, fragment)
        }
    }
}
