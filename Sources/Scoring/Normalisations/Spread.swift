/// The arithmetic mean, in the order of the values; finite for finite values.
func mean(_ values: [Double]) -> Double {
    let plain = values.reduce(0, +) / Double(values.count)
    guard !plain.isFinite else { return plain }
    let largest = values.reduce(0) { max($0, abs($1)) }
    guard largest.isFinite, largest > 0 else { return plain }
    // The sum leaves the range of numbers, though its terms do not.
    return values.reduce(0) { $0 + $1 / largest } / Double(values.count) * largest
}

/// The standard deviation with `count - degreesOfFreedomLost` in the denominator.
///
/// Finite unless it is itself beyond the largest number; zero for values that are the same but for rounding.
func standardDeviation(_ values: [Double], degreesOfFreedomLost: Int = 1) -> Double {
    let freedom = Double(values.count - degreesOfFreedomLost)
    let squares = sumOfSquares(values)
    if exactSquares.contains(squares) { return (squares / freedom).squareRoot() }
    let largest = values.reduce(0) { max($0, abs($1)) }
    guard largest.isFinite, largest > 0 else { return (squares / freedom).squareRoot() }
    return (sumOfSquares(values.map { $0 / largest }) / freedom).squareRoot() * largest
}

/// Sums of squared deviations that have neither overflowed nor lost digits below the smallest normal number.
private let exactSquares = 1e-290...Double.greatestFiniteMagnitude

private func sumOfSquares(_ values: [Double]) -> Double {
    let centre = mean(values)
    return values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
}
