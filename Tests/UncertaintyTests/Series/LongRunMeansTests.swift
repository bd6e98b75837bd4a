import LinearAlgebra
import TestSupport
import Testing

@testable import Uncertainty

struct LongRunMeansTests {
    static let sevenYears: [[Double]] = [
        [1, 2.5], [2, 2], [1.5, 3.5], [3, 3], [2.5, 5], [4, 4.5], [3.5, 4],
    ]

    static func contribution(_ rows: [[Double]], from year: Int = 2000) throws -> YearlyContribution {
        try YearlyContribution(
            years: Array(year..<(year + rows.count)),
            values: Matrix(rows: rows.count, columns: rows.first?.count ?? 0) { rows[$0][$1] })
    }

    static func random(years: Int, units: Int, seed: UInt64) throws -> YearlyContribution {
        var numbers = SplitMix(seed: seed)
        return try contribution((0..<years).map { _ in (0..<units).map { _ in numbers.uniform() } })
    }

    /// Lazarus, Lewis, Stock & Watson (2018), written out in numpy 2.4.6; t of SciPy 1.17.1. To seven
    /// digits in the interval, eight printed in the covariance.
    @Test func sevenYearsByNumpy() throws {
        let means = try LongRunMeans(of: [Self.contribution(Self.sevenYears)], weights: [1])
        let root = means.covariance.root
        let covariance = root.times(root.transposed)
        let expected = [[0.20338533, 0.18705335], [0.18705335, 0.20319251]]
        for row in 0..<2 {
            for column in 0..<2 { #expect(abs(covariance[row, column] - expected[row][column]) < 1e-8) }
        }
        #expect(abs(means.estimates[0] - 2.5) < 1e-14 && abs(means.estimates[1] - 3.5) < 1e-14)
        let interval = try means.difference(of: 0, minus: 1)
        #expect(abs(interval.standardError - 0.1801975067223322) < 1e-14)
        #expect(abs(interval.lower + 1.5003084855080657) < 1e-12)
        #expect(abs(interval.upper + 0.4996915144919343) < 1e-12)
        #expect(interval.degreesOfFreedom == 4)
    }

    /// With T - 1 cosines the estimate is the sample variance over T: the cosines and the constant are a basis.
    @Test func allCosinesGiveTheSampleVariance() throws {
        let source = try Self.random(years: 9, units: 3, seed: 1)
        let root = try CosineProjection.root(of: source.values, cosines: 8)
        let means = source.means
        for unit in 0..<3 {
            let squares = source.values.column(unit).reduce(0) {
                $0 + ($1 - means[unit]) * ($1 - means[unit])
            }
            let variance = root.row(unit).reduce(0) { $0 + $1 * $1 }
            #expect(abs(variance - squares / 8 / 9) < 1e-15)
        }
    }

    @Test func constantsChangeNothing() throws {
        let source = try Self.random(years: 12, units: 2, seed: 2)
        let root = try CosineProjection.root(of: source.values)
        let shifted = try CosineProjection.root(of: source.values.map { $0 + 1e6 })
        for (a, b) in zip(root.elements, shifted.elements) { #expect(abs(a - b) < 1e-9) }
        let constant = try CosineProjection.root(of: Matrix(rows: 12, columns: 2, repeating: 0.1))
        #expect(constant.elements.allSatisfy { abs($0) < 1e-16 })
    }

    /// Covariances of independent sources add with squared weights, whatever their years.
    @Test func severalSources() throws {
        let first = try Self.random(years: 8, units: 3, seed: 3)
        let second = try Self.random(years: 15, units: 3, seed: 4)
        let means = try LongRunMeans(of: [first, second], weights: [0.25, -2])
        let parts = try [(first, 0.25), (second, -2.0)].map {
            (try LongRunMeans(of: [$0.0], weights: [1]), $0.1)
        }
        for a in 0..<3 {
            let estimate = parts.reduce(0) { $0 + $1.1 * $1.0.estimates[a] }
            #expect(abs(means.estimates[a] - estimate) < 1e-14)
            for b in 0..<a {
                let variance = parts.reduce(0.0) { sum, part in
                    let error = part.0.covariance.standardError(of: a, minus: b)
                    return sum + part.1 * part.1 * error * error
                }
                let error = means.covariance.standardError(of: a, minus: b)
                #expect(abs(error * error - variance) < 1e-14)
            }
        }
        #expect(means.covariance.degreesOfFreedom == 4)
    }

    /// A unit and its copy: no standard error, an interval of no length.
    @Test func copies() throws {
        let rows = Self.sevenYears.map { [$0[0], $0[0] + 1] }
        let interval = try LongRunMeans(of: [Self.contribution(rows)], weights: [1]).difference(
            of: 1, minus: 0)
        #expect(interval.standardError == 0 && interval.lower == interval.upper)
        #expect(abs(interval.estimate - 1) < 1e-14)
    }

    @Test func refusals() throws {
        let source = try Self.contribution(Self.sevenYears)
        #expect(throws: SamplingFailure.noUnits) { try LongRunMeans(of: [], weights: []) }
        #expect(throws: SamplingFailure.sizesDiffer(what: "weights of sources", expected: 1, found: 2)) {
            try LongRunMeans(of: [source], weights: [1, 1])
        }
        #expect(throws: SamplingFailure.tooFewYears(found: 7, needed: 8)) {
            try LongRunMeans(of: [source], weights: [1], cosines: 7)
        }
        #expect(throws: SamplingFailure.self) { try LongRunMeans(of: [source], weights: [1], cosines: 0) }
        #expect(throws: SamplingFailure.self) { try LongRunMeans(of: [source], weights: [.nan]) }
        let other = try Self.random(years: 8, units: 3, seed: 1)
        #expect(throws: SamplingFailure.sizesDiffer(what: "units of a source", expected: 2, found: 3)) {
            try LongRunMeans(of: [source, other], weights: [1, 1])
        }
        let means = try LongRunMeans(of: [source], weights: [1])
        #expect(throws: SamplingFailure.self) { try means.difference(of: 0, minus: 2) }
        #expect(throws: SamplingFailure.self) { try means.difference(of: 0, minus: 1, coverage: 1) }
        #expect(throws: SamplingFailure.yearsNotAscending(year: 2001)) {
            try YearlyContribution(years: [2001, 2001], values: Matrix(rows: 2, columns: 1))
        }
        #expect(throws: SamplingFailure.self) {
            try YearlyContribution(years: [2001], values: Matrix(rows: 2, columns: 1))
        }
    }
}
