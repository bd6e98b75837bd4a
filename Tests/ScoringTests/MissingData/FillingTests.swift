import TestSupport
import Testing

@testable import Scoring

struct FillingTests {
    /// Four units in two groups, the last outside the class; dimension p has two indicators, dimension q one.
    static let columns: [[Double?]] = [[0, 10, nil, 40], [1, nil, 3, nil], [nil, 4, 8, nil]]
    static let isReference = [true, true, true, false]

    static func stages(
        _ rule: MissingDataRule, labels: [String]? = ["a", "a", "b", "b"], columns: [[Double?]] = columns
    ) throws -> PreparedTable {
        let design = IndexDesign(
            indicators: [
                IndicatorDesign(id: "x"), IndicatorDesign(id: "y"),
                IndicatorDesign(id: "z", moreIsBetter: false),
            ], dimensions: ["p", "q"], dimensionOf: [0, 0, 1], unitGroups: labels)
        return try CompositeIndex(
            of: IndicatorTable(columns: columns, units: 4), design: design, isReference: isReference,
            method: ScoringMethod(
                normalisation: .unitRange, missingData: MethodChoice(rule.description))
        ).stages
    }

    /// On the class x spans 0 to 10, y 1 to 3, z 8 (worst) to 4.
    @Test(arguments: [("lower-bound", 0), ("upper-bound", 1)] as [(String, Double)])
    func bounds(id: String, filling: Double) throws {
        let rule = try #require(MethodTable.missingDataRules.first { $0.description.id == id })
        let table = try Self.stages(rule).normalised
        #expect(table.column(0) == [0, 1, filling, 4])
        #expect(table.column(1) == [0, filling, 1, filling])
        #expect(table.column(2) == [filling, 1, 0, filling])
    }

    @Test func dimensionMean() throws {
        let table = try Self.stages(.dimensionMean).normalised
        #expect(table.column(0) == [0, 1, 1, 4])
        #expect(table.column(1) == [0, 1, 1, 4])
        // Alone in its dimension: nothing to take a mean of.
        #expect(table.column(2) == [nil, 1, 0, nil])
    }

    @Test func classAverages() throws {
        let mean = try Self.stages(.indicatorMean).filled
        #expect(mean.column(0) == [0, 10, 5, 40])
        #expect(mean.column(1) == [1, 2, 3, 2])
        let columns: [[Double?]] = [[0, 10, 1, nil], [1, nil, 3, nil], [nil, 4, 8, nil]]
        let median = try Self.stages(.indicatorMedian, columns: columns).filled
        #expect(median.column(0) == [0, 10, 1, 1])
        #expect(median.column(2) == [6, 4, 8, 6])
    }

    /// Group b has one observed member of the class in y and z, none in x: its gap there stays.
    @Test func groupMeans() throws {
        let table = try Self.stages(.groupMean).filled
        #expect(table.column(0) == [0, 10, nil, 40])
        #expect(table.column(1) == [1, 1, 3, 3])
        #expect(table.column(2) == [4, 4, 8, 8])
    }

    @Test func groupMeansNeedGroups() {
        #expect {
            try Self.stages(.groupMean, labels: nil)
        } throws: { error in
            guard case ScoringFailure.noAnswer(let reason) = error else { return false }
            return reason.hasPrefix("group-mean needs a label for each unit")
        }
    }

    /// With equal weights inside a group and arithmetic means, both give the same scores.
    @Test func dimensionMeanIsAvailableCase() throws {
        var random = SplitMix(seed: 4)
        let columns = (0..<6).map { _ in
            (0..<12).map { _ -> Double? in random.uniform() < 0.25 ? nil : random.uniform() }
        }
        let design = IndexDesign(
            indicators: columns.indices.map { IndicatorDesign(id: "i\($0)") }, dimensions: ["a", "b"],
            dimensionOf: [0, 0, 0, 1, 1, 1])
        func scores(_ rule: MissingDataRule) throws -> [Double?] {
            try CompositeIndex(
                of: IndicatorTable(columns: columns, units: 12), design: design,
                isReference: Array(repeating: true, count: 12),
                method: ScoringMethod(missingData: MethodChoice(rule.description))
            ).scores
        }
        let difference = try #require(largestDifference(scores(.dimensionMean), scores(.availableCase)))
        #expect(difference < 1e-13)
    }

    @Test(arguments: MethodTable.missingDataRules.map(\.description.id))
    func observedValuesStay(id: String) throws {
        let rule = try #require(MethodTable.missingDataRules.first { $0.description.id == id })
        let stages = try Self.stages(rule)
        for (place, column) in Self.columns.enumerated() {
            for (unit, value) in column.enumerated() where value != nil {
                #expect(stages.filled[unit, place] == value)
                #expect(stages.normalised[unit, place] != nil)
            }
        }
    }

    @Test func nothingMissingNothingFilled() throws {
        let columns: [[Double?]] = [[0, 10, 5, 40], [1, 2, 3, 0], [7, 4, 8, 1]]
        let expected = try Self.stages(.availableCase, columns: columns).normalised
        for rule in MethodTable.missingDataRules {
            let table = try Self.stages(rule, columns: columns).normalised
            #expect(table.values == expected.values && table.observed == expected.observed)
        }
    }
}
