import LinearAlgebra

/// J and the rank confidence set of a synthetic panel by the simplest way that is right for it: years are independent,
/// and the default specification is the mean of z-scores.
struct StandInEvidence {
    /// Values by indicator, dyad and year.
    let values: [[[Double]]]
    /// Numbers of indicators, one a dimension.
    let indicators: [Int]
    let target: Int
    let confidence: Double
    let draws: Int
    let generator: Philox

    private var dyads: Int { values[0].count }
    private var years: Int { values[0][0].count }
    private var equalWeights: [Double] {
        indicators.flatMap { count in
            [Double](repeating: 1 / Double(indicators.count * count), count: count)
        }
    }

    /// The share of draws of years, with replacement, and of nested uniform weights in which the target is first.
    var joint: Double {
        var draw = RandomCursor(generator)
        var first = 0
        for _ in 0..<draws {
            let sample = draw.nextSample(count: years, below: years)
            let dimensions = simplex(indicators.count, &draw)
            var weights: [Double] = []
            for (count, weight) in zip(indicators, dimensions) {
                weights += simplex(count, &draw).map { $0 * weight }
            }
            let scores = scores(weights, years: sample)
            if scores.indices.allSatisfy({ $0 == target || scores[$0] < scores[target] }) { first += 1 }
        }
        return Double(first) / Double(draws)
    }

    /// Marginal, by Bonferroni: a dyad is certainly above the target if the mean of their yearly differences is beyond
    /// Student's t at a level of (1 - confidence) / (2 x rivals); t is taken as for 9 degrees of freedom and a level of
    /// 0.05 / 18, which five states, ten years and 95 % ask for.
    var rankSet: ClosedRange<Int> {
        precondition(dyads == 10 && years == 10 && confidence == 0.95, "the critical value is for these")
        let critical = 3.6219  // by scipy.stats.t.ppf
        let scales = values.map { spread($0.map(mean)).deviation }
        let yearly = (0..<dyads).map { unit in
            (0..<years).map { t in
                zip(equalWeights, zip(values, scales)).reduce(0) { $0 + $1.0 * $1.1.0[unit][t] / $1.1.1 }
            }
        }
        var (above, below) = (0, 0)
        for rival in 0..<dyads where rival != target {
            let (center, deviation) = spread(zip(yearly[rival], yearly[target]).map { $0 - $1 })
            let statistic = center / (deviation / Double(years).squareRoot())
            if statistic > critical { above += 1 }
            if statistic < -critical { below += 1 }
        }
        return (above + 1)...(dyads - below)
    }

    /// Weighted means of z-scores of means over some years.
    private func scores(_ weights: [Double], years: [Int]) -> [Double] {
        var scores = [Double](repeating: 0, count: dyads)
        for (weight, table) in zip(weights, values) {
            let means = table.map { row in mean(years.map { row[$0] }) }
            let (center, deviation) = spread(means)
            for unit in scores.indices { scores[unit] += weight * (means[unit] - center) / deviation }
        }
        return scores
    }

    /// Uniform on the simplex: the gaps between sorted uniform numbers.
    private func simplex(_ count: Int, _ draw: inout RandomCursor) -> [Double] {
        let cuts = [0] + (1..<count).map { _ in draw.nextUniform() }.sorted() + [1]
        return zip(cuts.dropFirst(), cuts).map { $0 - $1 }
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    private func spread(_ values: [Double]) -> (mean: Double, deviation: Double) {
        let center = mean(values)
        let squares = values.reduce(0) { $0 + ($1 - center) * ($1 - center) }
        return (center, (squares / Double(values.count - 1)).squareRoot())
    }
}
