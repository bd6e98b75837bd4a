internal import LinearAlgebra

/// Maximum likelihood for a multivariate normal sample with values missing at random, by expectation-maximisation
/// (Dempster, Laird & Rubin 1977), with the ridge prior of Honaker, King & Blackwell (2011).
///
/// The prior counts as `ridge` n further rows with the sample's means and variances and no covariances: after every
/// maximisation, covariances are divided by 1 + ridge. With ridge 0 the answer is the maximum-likelihood estimate
/// (with n, not n - 1, in the covariance).
struct ExpectationMaximisation {
    /// The share of the sample's size that the prior counts for; 0 is none.
    var ridge: Double
    /// The change of any mean or covariance below which the iteration has converged; indicators have variances
    /// near one.
    var tolerance: Double
    var maximumIterations: Int

    /// - Returns: nil when the tolerance was not reached, or when indicators depend on one another to working
    ///   precision, which a ridge prevents.
    func fit(_ sample: IncompleteSample) -> (model: NormalModel, iterations: Int)? {
        let k = sample.indicators
        var model = NormalModel(
            mean: Array(repeating: 0, count: k), covariance: Matrix(rows: k, columns: k) { $0 == $1 ? 1 : 0 })
        for iteration in 1...max(1, maximumIterations) {
            guard let moments = expectedMoments(of: sample, under: model) else { return nil }
            let next = maximised(moments, count: sample.count)
            guard next.covariance.isFinite else { return nil }
            let change = zip(
                next.mean + next.covariance.elements, model.mean + model.covariance.elements
            ).reduce(0) { max($0, abs($1.0 - $1.1)) }
            model = next
            if change <= tolerance { return (model, iteration) }
        }
        return nil
    }

    /// (1 + K) x (1 + K): expected sums of products of (1, all indicators) with itself, given what is observed.
    private func expectedMoments(of sample: IncompleteSample, under model: NormalModel) -> Matrix? {
        let width = sample.indicators + 1
        var total = [Double](repeating: 0, count: width * width)
        for pattern in sample.patterns {
            guard pattern.observed.count < sample.indicators else {
                for (place, sum) in pattern.moments.elements.enumerated() { total[place] += sum }
                continue
            }
            guard let regression = model.conditional(on: pattern.observed) else { return nil }
            let completion = completion(by: regression, width: width)
            let sums = completion.times(pattern.moments).times(completion.transposed)
            for (place, sum) in sums.elements.enumerated() { total[place] += sum }
            for (row, first) in regression.missing.enumerated() {
                for (column, second) in regression.missing.enumerated() {
                    total[(first + 1) * width + second + 1] +=
                        pattern.count * regression.covariance[row, column]
                }
            }
        }
        return Matrix(rows: width, columns: width) { total[$0 * width + $1] }
    }

    /// From (1, observed) to (1, all): ones for what is observed, the regression for the rest.
    private func completion(by regression: ConditionalNormal, width: Int) -> Matrix {
        var completion = Matrix(rows: width, columns: regression.observed.count + 1)
        completion[0, 0] = 1
        for (place, indicator) in regression.observed.enumerated() {
            completion[indicator + 1, place + 1] = 1
        }
        for (place, indicator) in regression.missing.enumerated() {
            completion[indicator + 1, 0] = regression.intercepts[place]
            for (column, slope) in regression.slopes[place].enumerated() {
                completion[indicator + 1, column + 1] = slope
            }
        }
        return completion
    }

    private func maximised(_ moments: Matrix, count: Double) -> NormalModel {
        let k = moments.rows - 1
        let mean = (0..<k).map { moments[0, $0 + 1] / count }
        let covariance = Matrix(rows: k, columns: k) { row, column in
            // Both triangles from one, so that the matrix is exactly symmetric.
            let (high, low) = (max(row, column), min(row, column))
            let value = moments[high + 1, low + 1] / count - mean[high] * mean[low]
            return row == column ? value : value / (1 + ridge)
        }
        return NormalModel(mean: mean, covariance: covariance)
    }
}
