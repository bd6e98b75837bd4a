/// The arithmetic mean, in the order of the values; finite for finite values.
package func mean(_ values: [Double]) -> Double {
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
package func standardDeviation(_ values: [Double], degreesOfFreedomLost: Int = 1) -> Double {
    let freedom = Double(values.count - degreesOfFreedomLost)
    let squares = sumOfSquares(values)
    if exactSquares.contains(squares) { return (squares / freedom).squareRoot() }
    let largest = values.reduce(0) { max($0, abs($1)) }
    guard largest.isFinite, largest > 0 else { return (squares / freedom).squareRoot() }
    return (sumOfSquares(values.map { $0 / largest }) / freedom).squareRoot() * largest
}

/// The quantile of sorted values, linear between the order statistics (Hyndman & Fan 1996, type 7; what R and numpy do by
/// default); the values are not empty.
package func quantile(ofSorted values: [Double], _ probability: Double) -> Double {
    let place = Double(values.count - 1) * probability
    let below = Int(place)
    guard below + 1 < values.count else { return values[values.count - 1] }
    return values[below] + (place - Double(below)) * (values[below + 1] - values[below])
}

/// Sums of squared deviations that have neither overflowed nor lost digits below the smallest normal number.
private let exactSquares = 1e-290...Double.greatestFiniteMagnitude

private func sumOfSquares(_ values: [Double]) -> Double {
    let centre = mean(values)
    return values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
}
