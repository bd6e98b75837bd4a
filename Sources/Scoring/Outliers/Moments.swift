/// Skewness and excess kurtosis of a sample, as the spreadsheet functions SKEW and KURT give them (type 2 of Joanes &
/// Gill 1998): unbiased for normal samples.
struct Moments: Equatable {
    /// G1; nil for fewer than three values or a constant sample.
    let skewness: Double?
    /// G2, 0 for a normal distribution; nil for fewer than four values or a constant sample.
    let kurtosis: Double?

    init(of values: [Double]) {
        let n = Double(values.count)
        guard let lowest = values.min(), let highest = values.max(), lowest < highest else {
            (skewness, kurtosis) = (nil, nil)
            return
        }
        // The moments depend on neither scale nor origin; values in [0, 1] keep fourth powers within bounds.
        let size = max(abs(lowest), abs(highest))
        let range = highest / size - lowest / size
        let scaled = values.map { ($0 / size - lowest / size) / range }
        let centre = mean(scaled)
        var (second, third, fourth) = (0.0, 0.0, 0.0)
        for value in scaled {
            let square = (value - centre) * (value - centre)
            second += square
            third += square * (value - centre)
            fourth += square * square
        }
        let skew =
            n.squareRoot() * third / (second * second.squareRoot()) * (n * (n - 1)).squareRoot() / (n - 2)
        skewness = values.count > 2 && skew.isFinite ? skew : nil
        let excess =
            ((n + 1) * (n * fourth / (second * second) - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))
        kurtosis = values.count > 3 && excess.isFinite ? excess : nil
    }
}
