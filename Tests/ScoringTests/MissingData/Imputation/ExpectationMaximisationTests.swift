import Testing

@testable import Scoring

struct ExpectationMaximisationTests {
    static func fit(
        _ rows: [[Double?]], ridge: Double = 0, tolerance: Double = 1e-12
    ) throws -> NormalModel {
        let estimation = ExpectationMaximisation(
            ridge: ridge, tolerance: tolerance, maximumIterations: 20_000)
        return try #require(
            estimation.fit(IncompleteSample(rows: rows, indicators: rows[0].count))
        ).model
    }

    /// Row by row, with an elimination for every row and nothing summed up: Little & Rubin's equations as they stand.
    static func slowly(_ rows: [[Double?]], ridge: Double) -> (mean: [Double], covariance: [[Double]]) {
        let (k, n) = (rows[0].count, Double(rows.count))
        var mean = [Double](repeating: 0, count: k)
        var covariance = (0..<k).map { i in (0..<k).map { i == $0 ? 1.0 : 0.0 } }
        for _ in 0..<400 {
            var sums = [Double](repeating: 0, count: k)
            var products = covariance.map { $0.map { _ in 0.0 } }
            for row in rows {
                let observed = row.indices.filter { row[$0] != nil }
                let system = observed.map { i in observed.map { covariance[i][$0] } }
                let filled = row.indices.map {
                    row[$0]
                        ?? NormalSample.conditional($0, given: row, mean: mean, covariance: covariance)
                        .expectation
                }
                for i in 0..<k {
                    sums[i] += filled[i]
                    for j in 0..<k {
                        products[i][j] += filled[i] * filled[j]
                        guard row[i] == nil, row[j] == nil else { continue }
                        let slopes = NormalSample.solve(system, observed.map { covariance[$0][j] })
                        products[i][j] += covariance[i][j]
                        for (place, indicator) in observed.enumerated() {
                            products[i][j] -= slopes[place] * covariance[indicator][i]
                        }
                    }
                }
            }
            mean = sums.map { $0 / n }
            for i in 0..<k {
                for j in 0..<k {
                    let value = products[i][j] / n - mean[i] * mean[j]
                    covariance[i][j] = i == j ? value : value / (1 + ridge)
                }
            }
        }
        return (mean, covariance)
    }

    @Test(arguments: [0, 0.01, 0.1])
    func agreesWithASlowDirectImplementation(ridge: Double) throws {
        let rows = NormalSample(count: 30, missing: 0.25, seed: 17).rows
        let model = try Self.fit(rows, ridge: ridge)
        let slow = Self.slowly(rows, ridge: ridge)
        for i in 0..<3 {
            #expect(abs(model.mean[i] - slow.mean[i]) < 1e-8)
            for j in 0..<3 { #expect(abs(model.covariance[i, j] - slow.covariance[i][j]) < 1e-8) }
        }
    }

    /// Anderson (1957), Maximum likelihood estimates for a multivariate normal distribution when some observations are
    /// missing: with x complete and y missing for some, the estimate is in closed form, by the regression of y on x.
    @Test func andersonsClosedForm() throws {
        let sample = NormalSample(count: 60, missing: 0, seed: 5).complete
        let rows = sample.enumerated().map { place, row -> [Double?] in [row[0], place < 40 ? row[1] : nil] }
        let model = try Self.fit(rows)
        func average(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
        func covariance(_ x: [Double], _ y: [Double]) -> Double {
            average(zip(x, y).map { ($0 - average(x)) * ($1 - average(y)) })
        }
        let (x, xSeen, ySeen) = (
            sample.map { $0[0] }, sample.prefix(40).map { $0[0] }, sample.prefix(40).map { $0[1] }
        )
        let slope = covariance(xSeen, ySeen) / covariance(xSeen, xSeen)
        let residual = covariance(ySeen, ySeen) - slope * covariance(xSeen, ySeen)
        #expect(abs(model.mean[0] - average(x)) < 1e-10)
        #expect(abs(model.mean[1] - (average(ySeen) + slope * (average(x) - average(xSeen)))) < 1e-9)
        #expect(abs(model.covariance[0, 0] - covariance(x, x)) < 1e-10)
        #expect(abs(model.covariance[0, 1] - slope * covariance(x, x)) < 1e-9)
        #expect(abs(model.covariance[1, 1] - (residual + slope * slope * covariance(x, x))) < 1e-9)
    }

    /// Without gaps: the sample's mean and covariance, with n; the ridge divides covariances by 1 + ridge.
    @Test func completeData() throws {
        let rows = NormalSample(count: 25, missing: 0, seed: 9).complete
        let (plain, shrunk) = (try Self.fit(rows), try Self.fit(rows, ridge: 0.25))
        let centre = (0..<3).map { k in rows.reduce(0) { $0 + $1[k] } / 25 }
        for i in 0..<3 {
            #expect(abs(plain.mean[i] - centre[i]) < 1e-12)
            for j in 0..<3 {
                let covariance = rows.reduce(0) { $0 + ($1[i] - centre[i]) * ($1[j] - centre[j]) } / 25
                #expect(abs(plain.covariance[i, j] - covariance) < 1e-12)
                #expect(abs(shrunk.covariance[i, j] - (i == j ? covariance : covariance / 1.25)) < 1e-12)
            }
        }
    }

    @Test func whatCannotBeFittedHasNoModel() {
        // The second is twice the first, and the third is regressed on both.
        let dependent: [[Double?]] = [[1, 2, 0], [2, 4, nil], [3, 6, 1], [4, 8, 0], [6, 12, 3]]
        let sample = IncompleteSample(rows: dependent, indicators: 3)
        let patient = ExpectationMaximisation(ridge: 0, tolerance: 1e-12, maximumIterations: 5000)
        #expect(patient.fit(sample) == nil)
        let impatient = ExpectationMaximisation(ridge: 0.01, tolerance: 1e-12, maximumIterations: 2)
        #expect(impatient.fit(sample) == nil)
        let ridged = ExpectationMaximisation(ridge: 0.01, tolerance: 1e-10, maximumIterations: 5000)
        #expect(ridged.fit(sample) != nil)
    }
}
