import Foundation
import TestSupport
import Testing

@testable import Scoring

struct MultipleImputationTests {
    static let names = ["a", "b", "c"]

    static func design(_ count: Int = 3, transform: MethodChoice? = nil) -> IndexDesign {
        IndexDesign(
            indicators: (0..<count).map {
                IndicatorDesign(id: "i\($0)", moreIsBetter: $0 != 1, transform: $0 == 0 ? transform : nil)
            }, dimensions: ["p", "q"], dimensionOf: (0..<count).map { $0 == 0 ? 0 : 1 })
    }

    /// Values missing completely at random from a known model. Each imputation's expectation is the conditional one,
    /// up to the error of a model fitted to 1000 units, which is below a tenth of the Monte Carlo error at 20
    /// imputations (a residual standard deviation over sqrt 20). So deviations in Monte Carlo errors are standard
    /// normal: none of some hundreds beyond 5, and a mean square near 1.
    @Test func theMeanOfImputationsIsTheConditionalExpectation() throws {
        let sample = NormalSample(count: 1000, missing: 0.2, seed: 41)
        let imputer = try Imputer(
            of: IndicatorTable(columns: sample.columns, units: 1000),
            isReference: sample.rows.map { _ in true }, names: Self.names)
        let count = 20
        let tables = try (0..<count).map { try imputer.completed($0, seed: 7) }
        var squares: [Double] = []
        var largest = 0.0
        for (unit, row) in sample.rows.enumerated() {
            for target in row.indices where row[target] == nil {
                let (expectation, variance) = NormalSample.conditional(target, given: row)
                let average = tables.reduce(0) { $0 + $1.values[unit, target] } / Double(count)
                let deviation = (average - expectation) / (variance / Double(count)).squareRoot()
                squares.append(deviation * deviation)
                largest = max(largest, abs(deviation))
            }
        }
        #expect(squares.count > 400)
        #expect(largest < 5)
        let meanSquare = squares.reduce(0, +) / Double(squares.count)
        #expect(meanSquare > 0.8 && meanSquare < 1.25, "\(meanSquare)")
    }

    @Test func withoutGapsEveryImputationIsThePointScore() throws {
        let sample = NormalSample(count: 20, missing: 0, seed: 3)
        let table = IndicatorTable(columns: sample.columns, units: 20)
        let isReference = (0..<20).map { $0 < 15 }
        let point = try CompositeIndex(
            of: table, design: Self.design(), isReference: isReference, method: ScoringMethod())
        let imputed = try MultipleImputation(
            of: table, design: Self.design(), isReference: isReference, method: ScoringMethod(),
            imputations: 3, seed: 1)
        #expect(imputed.scores.allSatisfy { $0 == point.scores })
        #expect(try #require(largestDifference(imputed.meanScores, point.scores)) < 1e-14)
        #expect(imputed.deviations == point.scores.map { _ in 0 })
        let ranks = Ranking(scores: point.scores, isRanked: isReference, tieTolerance: 1e-9).ranks
        for (unit, counts) in imputed.rankCounts.enumerated() {
            #expect(counts == (1...15).map { $0 == ranks[unit] ? 3 : 0 })
        }
    }

    /// Table i is the same alone, in any order, on any thread, and whatever M is.
    @Test func imputationsDoNotDependOnOneAnother() async throws {
        let sample = NormalSample(count: 40, missing: 0.3, seed: 12)
        let imputer = try Imputer(
            of: IndicatorTable(columns: sample.columns, units: 40),
            isReference: sample.rows.map { _ in true }, names: Self.names)
        let inOrder = try (0..<6).map { try imputer.completed($0, seed: 5).values }
        let scattered = try await withThrowingTaskGroup(of: (Int, [Double]).self) { group in
            for number in (0..<6).reversed() {
                group.addTask { (number, try imputer.completed(number, seed: 5).values.elements) }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        for number in 0..<6 { #expect(scattered[number] == inOrder[number].elements) }
        #expect(inOrder[0] != inOrder[1])
        #expect(try imputer.completed(0, seed: 6).values != inOrder[0])
    }

    /// Observed values stay, units outside the class are filled without moving anybody, and a unit without any
    /// observation stays empty.
    @Test func whoIsFilled() throws {
        let sample = NormalSample(count: 30, missing: 0.3, seed: 8)
        let isReference = (0..<30).map { $0 < 24 }
        var rows = sample.rows
        rows[2] = [nil, nil, nil]
        func table(_ rows: [[Double?]]) -> IndicatorTable {
            IndicatorTable(columns: (0..<3).map { k in rows.map { $0[k] } }, units: rows.count)
        }
        let completed = try Imputer(of: table(rows), isReference: isReference, names: Self.names)
            .completed(0, seed: 2)
        for (unit, row) in rows.enumerated() {
            for (k, value) in row.enumerated() {
                if let value { #expect(completed[unit, k] == value) }
                #expect((completed[unit, k] == nil) == (unit == 2))
            }
        }
        rows[29] = [1e3, nil, nil]
        let other = try Imputer(of: table(rows), isReference: isReference, names: Self.names)
            .completed(0, seed: 2)
        for unit in 0..<29 {
            for k in 0..<3 { #expect(other[unit, k] == completed[unit, k]) }
        }
        let imputed = try MultipleImputation(
            of: table(rows), design: Self.design(), isReference: isReference, method: ScoringMethod(),
            imputations: 4, seed: 2)
        #expect(imputed.meanScores[2] == nil && imputed.deviations[2] == nil)
        #expect(imputed.rankCounts[2].allSatisfy { $0 == 0 })
        #expect(imputed.rankCounts[29].allSatisfy { $0 == 0 })
        #expect(try #require(imputed.deviations[29]) > 0)
        let ranked = imputed.rankCounts.prefix(24).reduce(0) { $0 + $1.reduce(0, +) }
        #expect(ranked == 4 * 23)
    }

    /// The model is normal in the transformed scale: a lognormal indicator is imputed above zero.
    @Test func theTransformedScaleIsImputed() throws {
        let sample = NormalSample(count: 40, missing: 0.3, seed: 15)
        let columns = sample.columns.enumerated().map { k, column in
            k == 0 ? column.map { $0.map { exp($0) } } : column
        }
        let isReference = sample.rows.map { _ in true }
        let logarithm = try MethodChoice(Transform.boxCox.description, ["lambda": .number(0)])
        let transformed = try MultipleImputation(
            of: IndicatorTable(columns: columns, units: 40), design: Self.design(transform: logarithm),
            isReference: isReference, method: ScoringMethod(), imputations: 2, seed: 4)
        let direct = try MultipleImputation(
            of: IndicatorTable(columns: sample.columns, units: 40), design: Self.design(),
            isReference: isReference, method: ScoringMethod(), imputations: 2, seed: 4)
        for (left, right) in zip(transformed.scores, direct.scores) {
            #expect(try #require(largestDifference(left, right)) < 1e-9)
        }
    }

    /// Three imputations by hand: means, deviations with M - 1, ranks in the class alone.
    @Test func pooling() {
        let pooled = MultipleImputation(
            scores: [[1, 3, nil, 2], [2, 1, nil, 2], [3, 2, nil, 2]],
            magnitudes: [0, 0, 0], isReference: [true, true, true, false], tieTolerance: 1e-9)
        #expect(pooled.meanScores == [2, 2, nil, 2])
        #expect(pooled.deviations == [1, 1, nil, 0])
        #expect(pooled.rankCounts == [[2, 1, 0], [1, 2, 0], [0, 0, 0], [0, 0, 0]])
    }

    /// As many indicators as units: the ridge keeps the model regular, and the gaps leave scores near the treated
    /// stage's own.
    @Test func asem() throws {
        let asem = try COINrASEMTests.Asem()
        let table = try asem.denominated()
        var options = Imputer.Options()
        options.tolerance = 1e-3
        let imputed = try MultipleImputation(
            of: table, design: asem.design, isReference: asem.everyone,
            method: ScoringMethod(
                outliers: MethodChoice(OutlierTreatment.winsorise.description),
                normalisation: try #require(MethodChoice.minMax(0, 100)), weighting: .equalByDimension),
            imputations: 2, seed: 11, options: options)
        let published = try COINrASEMTests.index().scores
        for (unit, code) in asem.units.enumerated() {
            let (score, other) = (try #require(imputed.meanScores[unit]), try #require(published[unit]))
            #expect(abs(score - other) < 5, "\(code)")
        }
    }

    static func refusal(_ columns: [[Double?]]) -> ScoringFailure? {
        do throws(ScoringFailure) {
            let units = columns[0].count
            _ = try Imputer(
                of: IndicatorTable(columns: columns, units: units),
                isReference: Array(repeating: true, count: units), names: names
            ).completed(0, seed: 1)
            return nil
        } catch {
            return error
        }
    }

    @Test func refusals() {
        #expect(Self.refusal([[1, 1, 1, nil, 1, 1], [1, 2, 3, 4, 5, 6]]) == .constantIndicator(index: 0))
        #expect(
            Self.refusal([[1, 2, nil], [1, 3, 2]])
                == .noAnswer(
                    reason:
                        "multiple imputation of 2 indicators needs 4 units of the class with observations, and there are 3"
                ))
        #expect(
            Self.refusal([[1, 2, 3, nil, nil, nil], [nil, nil, 3, 2, 1, 4]])
                == .noAnswer(
                    reason:
                        "fewer than two units of the class have both a and b, so how they go together is not known"
                ))
        #expect(Self.refusal([[1, 1, 1], [1, 1, 1]]) == nil)
        #expect(Self.refusal([[nil, 1], [nil, 2]]) == nil)
        #expect(Self.refusal([[1, 2, nil, 4, 5, 6, 9], [2, 4, 6, 8, nil, 12, 18]]) == nil)
    }

    @Test func nothingIsImputedZeroTimes() {
        #expect(throws: ScoringFailure.noAnswer(reason: "at least one imputation is needed")) {
            try MultipleImputation(
                of: IndicatorTable(columns: [[1, 2], [1, 2]], units: 2), design: Self.design(2),
                isReference: [true, true], method: ScoringMethod(), imputations: 0, seed: 0)
        }
    }
}
