import Foundation

extension EfficiencyBootstrap {
    /// The bandwidth of the kernel that smooths distances of at least 1; nil when all are 1.
    ///
    /// Silverman's robust rule on the distances above 1 (by 1e-6) and their mirror images about 1, brought from
    /// the size and spread of that doubled set to those of the n distances: with m of them above 1,
    /// 0.9 min(s_2m, IQR_2m / 1.349) (2m)^(-1/5) (2m / n)^(1/5) s_n / s_2m. Silverman (1986), Density Estimation,
    /// eq. 3.28 to 3.31; Daraio & Simar (2007), Advanced Robust and Nonparametric Methods in Efficiency Analysis,
    /// eq. 3.23 to 3.26. Deviations have n - 1 in the denominator; quartiles are interpolated (type 7 of R).
    static func bandwidth(ofDistances distances: [Double]) -> Double? {
        let above = distances.filter { $0 > 1 + 1e-6 }
        guard !above.isEmpty, distances.count > 1 else { return nil }
        let doubled = (above + above.map { 2 - $0 }).sorted()
        let deviation = sampleDeviation(doubled)
        let interquartileRange = quantile(ofSorted: doubled, 0.75) - quantile(ofSorted: doubled, 0.25)
        // The mirror images lie apart, so both spreads are above zero.
        let spread = min(deviation, interquartileRange / 1.349)
        return 0.9 * spread * pow(Double(distances.count), -0.2)
            * sampleDeviation(distances) / deviation
    }

    static func sampleDeviation(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count - 1)).squareRoot()
    }
}
