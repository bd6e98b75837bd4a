import Testing

@testable import Scoring

/// Fixed weights by the names of indicators and groups.
struct NamedNodesTests {
    /// i0 and i1 in d0, i2 in d1; d0 and d1 in "top", d2 with i3 beside it.
    static let tree: WeightingCase = {
        var table = WeightingCase([[1, 2], [1, 2], [1, 2], [1, 2]])
        table.hierarchy = Hierarchy(levels: [
            .init(names: ["i0", "i1", "i2", "i3"], weights: [1, 3, 1, 1], parents: [0, 0, 1, 2]),
            .init(names: ["d0", "d1", "d2"], weights: [2, 1, 5], parents: [0, 0, 1]),
            .init(names: ["top", "other"], weights: [4, 1], parents: [0, 0]),
        ])
        return table
    }()

    static func fixed(_ weights: [String: Double]) throws -> [Double] {
        try tree.weights(of: .fixed, ["weights": .named(weights)])
    }

    @Test func indicatorsAlone() throws {
        #expect(areNear(try Self.fixed(["i0": 1, "i1": 2, "i2": 3, "i3": 4]), [0.1, 0.2, 0.3, 0.4], 1e-15))
    }

    @Test func groupsAreSharedOutEquallyFromLevelToLevel() throws {
        #expect(areNear(try Self.fixed(["top": 0.8, "other": 0.2]), [0.2, 0.2, 0.4, 0.2], 1e-15))
    }

    @Test func numbersBelowANamedGroupShareItsWeight() throws {
        #expect(
            areNear(
                try Self.fixed(["top": 3, "i3": 1, "i0": 1, "i1": 4, "d1": 5]), [0.075, 0.3, 0.375, 0.25],
                1e-15))
    }

    @Test func groupsAndIndicatorsMayStandSideBySide() throws {
        #expect(areNear(try Self.fixed(["d0": 6, "i2": 3, "other": 1]), [0.3, 0.3, 0.3, 0.1], 1e-15))
    }

    @Test func aZeroLeavesOut() throws {
        #expect(areNear(try Self.fixed(["top": 1, "i3": 0]), [0.25, 0.25, 0.5, 0], 1e-15))
    }

    @Test(arguments: [
        (["i0": 1.0, "i1": 1, "i2": 1], "neither i3 nor a group that holds it"),
        (["top": 1, "other": 1, "i0": 1], "neither i1 nor"),
        (["top": 1, "othr": 1], "did you mean other?"),
        (["i0": 0, "i1": 0, "i2": 0, "i3": 0], "no weight"),
    ])
    func incompleteOrUnknownNamesAreRefused(weights: [String: Double], fragment: String) {
        #expect {
            try Self.fixed(weights)
        } throws: {
            isRefusal($0, fragment)
        }
    }

    @Test func negativeNumbersAreRefused() {
        #expect(throws: MethodChoiceError.self) { try Self.fixed(["top": 1, "other": -1]) }
    }

    @Test func aNameMayOccurOnce() {
        let points = MethodArgument.judgements(names: ["top", "other", "top"], rows: [[1, 2, 3]])
        #expect {
            try Self.tree.weights(of: .budgetAllocation, ["points": points])
        } throws: {
            isRefusal($0, "names top twice")
        }
    }

    @Test func ordersDoNotNest() {
        #expect {
            try Self.tree.weights(
                of: .rankOrderCentroid, ["order": .words(["top", "other", "i0", "i1", "i2"])])
        } throws: {
            isRefusal($0, "and a group that holds it")
        }
    }
}

struct RankOrderCentroidTests {
    /// Barron & Barrett (1996): 11/18, 5/18 and 2/18 for three names.
    @Test func threeNames() throws {
        let table = WeightingCase([[1, 2], [1, 2], [1, 2]])
        let weights = try table.weights(of: .rankOrderCentroid, ["order": .words(["i2", "i0", "i1"])])
        #expect(areNear(weights, [5.0 / 18, 2.0 / 18, 11.0 / 18], 1e-15))
    }

    /// The centre of gravity of ordered weights: the mean of the corners (1, 0, 0, 0), (1/2, 1/2, 0, 0) and so on.
    @Test(arguments: 1...8)
    func theCentreOfTheCorners(count: Int) throws {
        let table = WeightingCase((0..<count).map { _ in [1, 2] })
        let weights = try table.weights(
            of: .rankOrderCentroid, ["order": .words((0..<count).map { "i\($0)" })])
        let corners = (1...count).map { m in (0..<count).map { $0 < m ? 1 / Double(m) : 0 } }
        let centre = (0..<count).map { k in corners.map { $0[k] }.reduce(0, +) / Double(count) }
        #expect(areNear(weights, centre, 1e-15))
    }

    @Test func groupsInOrder() throws {
        let table = WeightingCase([[1, 2], [1, 2], [1, 2]], groups: [0, 0, 1])
        let weights = try table.weights(of: .rankOrderCentroid, ["order": .words(["d0", "d1"])])
        #expect(areNear(weights, [0.375, 0.375, 0.25], 1e-15))
    }
}

struct BudgetAllocationTests {
    static let table = WeightingCase([[1, 2], [1, 2], [1, 2]], groups: [0, 0, 1])

    /// Shares of three judges with 100 points: means 0.3, 0.2, 0.5; deviations 0.1, 0.1, 0.2.
    @Test func meansAndDeviationsOverJudges() throws {
        let points = MethodArgument.judgements(
            names: ["i2", "i0", "i1"], rows: [[70, 20, 10], [50, 30, 20], [30, 40, 30]])
        let output = try Self.table.output(of: .budgetAllocation, ["points": points])
        guard case .common(let weights) = output.weights else { return }
        #expect(areNear(weights, [0.3, 0.2, 0.5], 1e-15))
        #expect(areNear(try output.detail("mean share"), [0.5, 0.3, 0.2], 1e-15))
        #expect(areNear(try output.detail("standard deviation over judges"), [0.2, 0.1, 0.1], 1e-15))
    }

    @Test func oneJudgeHasNoDeviation() throws {
        let output = try Self.table.output(
            of: .budgetAllocation, ["points": .judgements(names: ["d0", "d1"], rows: [[3, 1]])])
        guard case .common(let weights) = output.weights else { return }
        #expect(areNear(weights, [0.375, 0.375, 0.25], 1e-15))
        #expect(output.details.map(\.name) == ["mean share"])
    }

    @Test(arguments: [
        ([[60.0, 40], [50, 60]], "judge 2 gave 110 points, the first 100"), ([[120, -20]], "negative"),
        ([[0, 0]], "no points"),
    ])
    func unequalBudgetsAreRefused(rows: [[Double]], fragment: String) {
        #expect {
            try MethodChoice(
                Weighting.budgetAllocation.description,
                ["points": .judgements(names: ["d0", "d1"], rows: rows)])
        } throws: {
            isRefusal($0, fragment)
        }
    }
}
