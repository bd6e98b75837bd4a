import LinearAlgebra
import Scoring
import Testing

struct BenefitOfTheDoubtTests {
    static let indicators = [
        "patents", "royalties", "internet", "exports", "telephones_log", "electricity_log", "schooling",
        "university",
    ]

    /// Ranks of the Handbook's Table 23 (OECD/JRC 2008) under note 29: "each indicator" between 10 and 15 percent.
    private func countAsPrinted(
        _ limits: ([ClosedRange<Double>]) -> ShareLimits, normalise: ([Double]) -> [Double]
    ) throws -> Int {
        let columns = try referenceColumns("tai-weighting/input.csv", Self.indicators).map(normalise)
        let names = try referenceUnits("tai-weighting/input.csv")
        let printed = Dictionary(
            uniqueKeysWithValues: zip(
                try referenceUnits("tai-weighting/expected.csv"),
                try referenceColumns("tai-weighting/expected.csv", ["rank_BOD"])[0]))
        try #require(names.count == 23 && printed.count == 23)
        let everybody = Array(repeating: true, count: 23)
        let result = try BenefitOfTheDoubt(
            of: Matrix(rows: 23, columns: 8) { columns[$1][$0] }, isReference: everybody,
            limits: limits(Array(repeating: 0.10...0.15, count: 8)))
        let ranking = Ranking(scores: result.scores, isRanked: everybody, tieTolerance: 1e-7)
        return zip(names, ranking.ranks).count { name, rank in rank.map(Double.init) == printed[name] }
    }

    private func minMax(_ column: [Double]) -> [Double] {
        let (low, high) = (column.min() ?? 0, column.max() ?? 1)
        return column.map { ($0 - low) / (high - low) }
    }

    /// With the shares of note 29 read as shares of the sum of weights, on indicators normalised by min-max, all
    /// 23 printed ranks come out, with the three-fold tie at the top.
    @Test func handbookRanksFollowFromLimitsOnWeights() throws {
        #expect(try countAsPrinted({ .weights($0) }, normalise: minMax) == 23)
    }

    /// Read as shares of each country's own score, on the raw data, 3 of 23 come out: measured, so that a change
    /// of the program shows.
    @Test func handbookRanksDoNotFollowFromLimitsOnContributions() throws {
        #expect(try countAsPrinted({ .contributions($0) }, normalise: { $0 }) == 3)
    }

    /// Cherchye et al. (2007): without limits it is CCR with an input of one.
    @Test(arguments: 0..<UInt64(10))
    func withoutLimitsItIsEfficiencyWithAnInputOfOne(stream: UInt64) throws {
        let (_, y) = randomProductionTable(600 + stream, units: 20, inputs: 1, outputs: 4)
        let marks = (0..<20).map { $0 % 5 != 0 }
        let result = try BenefitOfTheDoubt(of: y, isReference: marks)
        for orientation in Orientation.allCases {
            let table = try ProductionTable(
                inputs: Matrix(rows: 20, columns: 1, repeating: 1), outputs: y, isReference: marks)
            let efficiencies = try table.efficiencies(
                EfficiencyModel(returnsToScale: .constant, orientation: orientation))
            #expect(areNear(result.scores, efficiencies.map(\.efficiency), 1e-9))
        }
        for unit in 0..<20 {
            let sum = (0..<4).reduce(0.0) { $0 + result.weights[unit, $1] * y[unit, $1] }
            #expect(isNear(sum, result.scores[unit], 1e-12))
        }
    }

    /// Two indicators: with the share s of the first, the score is one over the best other at the same shares,
    /// whose minimum over s lies at a limit or where two units are equally good; all such places are tried.
    @Test(arguments: 0..<UInt64(10))
    func limitsOnTwoIndicatorsMatchTheEnumerationOfShares(stream: UInt64) throws {
        let (_, y) = randomProductionTable(700 + stream, units: 10, inputs: 1, outputs: 2)
        let marks = Array(repeating: true, count: 10)
        let range = 0.3...0.6
        let ranges = [range, 0...1]
        let byContribution = try BenefitOfTheDoubt(of: y, isReference: marks, limits: .contributions(ranges))
        let byWeight = try BenefitOfTheDoubt(of: y, isReference: marks, limits: .weights(ranges))
        for unit in 0..<10 {
            let own = y.row(unit)
            let relative = (0..<10).map { [y[$0, 0] / own[0], y[$0, 1] / own[1]] }
            #expect(
                isNear(byContribution.scores[unit], bestRatio(of: [1, 1], among: relative, range), 1e-9))
            let all = (0..<10).map { y.row($0) }
            #expect(isNear(byWeight.scores[unit], bestRatio(of: own, among: all, range), 1e-9))
            let parts = (0..<2).map { byContribution.weights[unit, $0] * own[$0] }
            let share = parts[0] / (parts[0] + parts[1])
            #expect(share >= 0.3 - 1e-9 && share <= 0.6 + 1e-9)
            let weights = byWeight.weights.row(unit)
            let weightShare = weights[0] / (weights[0] + weights[1])
            #expect(weightShare >= 0.3 - 1e-9 && weightShare <= 0.6 + 1e-9)
        }
    }

    private func bestRatio(
        of own: [Double], among all: [[Double]], _ range: ClosedRange<Double>
    ) -> Double {
        func mix(_ pair: [Double], _ s: Double) -> Double { s * pair[0] + (1 - s) * pair[1] }
        var places = [range.lowerBound, range.upperBound]
        for a in all {
            for b in all {
                let slope = a[0] - a[1] - b[0] + b[1]
                if slope != 0 { places.append((b[1] - a[1]) / slope) }
            }
        }
        return places.filter(range.contains).map { s in
            mix(own, s) / (all.map { mix($0, s) }.max() ?? 1)
        }.max() ?? 0
    }

    @Test func unitsOfMeasurementMatterOnlyForLimitsOnWeights() throws {
        let (_, y) = randomProductionTable(800, units: 12, inputs: 1, outputs: 3)
        let marks = Array(repeating: true, count: 12)
        let rescaled = Matrix(rows: 12, columns: 3) { y[$0, $1] * [1e-5, 1, 3e6][$1] }
        let ranges = Array(repeating: 0.2...0.5, count: 3)
        for limits in [ShareLimits.none, .contributions(ranges)] {
            let a = try BenefitOfTheDoubt(of: y, isReference: marks, limits: limits).scores
            let b = try BenefitOfTheDoubt(of: rescaled, isReference: marks, limits: limits).scores
            #expect(areNear(a, b, 1e-9))
        }
        let a = try BenefitOfTheDoubt(of: y, isReference: marks, limits: .weights(ranges)).scores
        let b = try BenefitOfTheDoubt(of: rescaled, isReference: marks, limits: .weights(ranges)).scores
        #expect(!areNear(a, b, 1e-3))
    }

    @Test func tightLimitsAreFixedShares() throws {
        // Shares of a half each: 1 / max_j (y_j1 / y_1 + y_j2 / y_2) / 2.
        let table = matrix([[4, 1], [1, 4], [2, 2]])
        let result = try BenefitOfTheDoubt(
            of: table, isReference: [true, true, true], limits: .contributions([0.5...0.5, 0.5...0.5]))
        #expect(areNear(result.scores, [1 / 2.125, 1 / 2.125, 1 / 1.25], 1e-12))
    }

    @Test func zerosAndStrangersHaveStatedAnswers() throws {
        let table = matrix([[2, 0, 0], [1, 1, 0], [0, 0, 0], [1, 0, 3]])
        let marks = [true, true, true, false]
        let plain = try BenefitOfTheDoubt(of: table, isReference: marks)
        #expect(areNear(plain.scores, [1, 1, 0, nil], 1e-12))
        let limited = try BenefitOfTheDoubt(
            of: table, isReference: marks, limits: .contributions([0...1, 0.1...1, 0...1]))
        #expect(areNear(limited.scores, [0, 1, 0, 0], 1e-12))
        #expect(try BenefitOfTheDoubt(of: matrix([[7]]), isReference: [true]).scores == [1])
    }

    @Test func impossibleLimitsAreRefused() {
        func failure(_ limits: ShareLimits, _ marks: [Bool] = [true]) -> EfficiencyFailure? {
            do throws(EfficiencyFailure) {
                _ = try BenefitOfTheDoubt(of: matrix([[1, 2]]), isReference: marks, limits: limits)
                return nil
            } catch {
                return error
            }
        }
        #expect(
            failure(.weights([0.6...0.8, 0.5...0.9]))
                == .option(
                    reason:
                        "shares sum to one, but the lower limits to 1.1 and the upper limits to 1.7000000000000002"
                ))
        #expect(failure(.weights([0.5...0.6])) == .option(reason: "1 limits were given for 2 indicators"))
        #expect(
            failure(.contributions([-0.1...1, 0...1]))
                == .option(reason: "limits on shares must lie within 0 and 1"))
        #expect(failure(.none, [false]) == .noFrontier)
    }
}
