import LinearAlgebra

/// Window values of observed and fitted dyad-years, under one operator over years.
struct GravityComparisons {
    struct Row {
        let observation: GravityObservations.Row
        let fitted: Double

        var year: Int? { observation.year }
    }

    /// Totals of the class in a year.
    private struct Total {
        var observed = 0.0
        var fitted = 0.0
        /// The sum of fitted times covariates; q.
        var gradient: [Double]
    }

    private let data: GravityObservations
    /// The q kept columns of the design.
    private let columns: [Int]
    private let rowsOf: [Int: [Row]]
    private let totals: [Int: Total]
    private let isShare: Bool
    private let isMean: Bool
    private let covariance: CoefficientCovariance

    /// - Parameters:
    ///   - rows: those of the class first.
    ///   - isShare: whether values are shares of the year's total over the class, averaged over years.
    ///   - isMean: whether values are averaged over years; otherwise they are added.
    init(
        of data: GravityObservations, rows: [Row], columns: [Int], isShare: Bool, isMean: Bool,
        covariance: CoefficientCovariance
    ) {
        self.data = data
        self.columns = columns
        var totals: [Int: Total] = [:]
        let none = Total(gradient: [Double](repeating: 0, count: covariance.matrix.rows))
        for row in rows.prefix(data.members.count) {
            guard let year = row.year else { continue }
            totals[year, default: none].observed += row.observation.value
            totals[year, default: none].fitted += row.fitted
            for (index, column) in columns.enumerated() {
                totals[year, default: none].gradient[index] +=
                    row.fitted * data.element(of: row.observation, column: column)
            }
        }
        self.totals = totals
        rowsOf = Dictionary(grouping: rows, by: \.observation.dyad)
        self.isShare = isShare
        self.isMean = isMean
        self.covariance = covariance
    }

    /// The comparison of one dyad; nil when it has no row.
    ///
    /// With E = sum c_r mu_r, the gradient of log E in the coefficients is sum c_r mu_r (x_r - m_r) / E, where m_r is
    /// the mean of x over the class in the year, weighted by mu, when c_r divides by the year's total, and 0
    /// otherwise.
    func outcome(of dyad: Int) -> GravityExposure.Outcome? {
        guard var rows = rowsOf[dyad] else { return nil }
        if isShare {
            // A year without anything to share is in no one's mean, as in window values.
            rows = rows.filter { row in row.year.flatMap { totals[$0] }.map { $0.fitted > 0 } ?? true }
            guard !rows.isEmpty else { return .missing(reason: "no year with a total above zero") }
        }
        let divisor = isShare || isMean ? Double(rows.count) : 1
        var (expected, observed) = (0.0, 0.0)
        var gradient = [Double](repeating: 0, count: covariance.matrix.rows)
        for row in rows {
            let total = isShare ? row.year.flatMap { totals[$0] } : nil
            let part = row.fitted / (total?.fitted ?? 1) / divisor
            expected += part
            observed += row.observation.value / (total?.observed ?? 1) / divisor
            for index in gradient.indices {
                let centre = total.map { $0.gradient[index] / $0.fitted } ?? 0
                let covariate = data.element(of: row.observation, column: columns[index])
                gradient[index] += part * (covariate - centre)
            }
        }
        guard expected > 0, expected.isFinite else {
            return .missing(reason: "the expected value is zero: every observation is separated")
        }
        let variance = covariance.variance(of: gradient.map { $0 / expected })
        guard (observed / expected).isFinite, variance.isFinite else {
            return .missing(
                reason: "the ratio to the expected value or its error is outside the range of numbers")
        }
        return .comparison(
            .init(
                expected: expected, observed: observed, standardErrorOfLog: variance.squareRoot(),
                years: rows.compactMap(\.year)))
    }
}
