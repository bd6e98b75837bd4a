import DyadicModels

extension Rescoring {
    /// The derivatives of all scores when one indicator's window values v move in the direction d, one a unit:
    /// (8 (f(v + h d) - f(v - h d)) - (f(v + 2 h d) - f(v - 2 h d))) / 12 h (five points, by Richardson's
    /// extrapolation).
    ///
    /// h is such that h d changes no value by more than 2^-12 of itself (of the mean size of all where it is zero). The error
    /// of truncation is h^4 / 30 times a fifth derivative: for the logarithm of a value 3e-15 of the derivative, and 3e-7
    /// where normalisation stretches values a hundredfold before a logarithm. That of rounding is 1e-16 of a score over
    /// h, 1e-11 where years depart from the mean by ten times the mean. Two points would need a smaller h, and let
    /// rounding into the seventh digit, where it differs between processors.
    ///
    /// Where scores have a kink, as under min-max when two dyads share the extreme value, this is the mean of the
    /// derivatives to either side.
    func derivative(
        of series: SampledSeries.Series, along direction: [Double], relativeStep: Double = 0x1p-12
    ) throws(Absence) -> [Double] {
        let step = relativeStep * series.unitStep(along: direction)
        guard step > 0 else { return units.map { _ in 0 } }
        func change(_ step: Double) throws(Absence) -> [Double] {
            func scores(_ step: Double) throws(Absence) -> [Double] {
                let moved = zip(series.window, direction).map { value, change in
                    value.map { $0 + step * change }
                }
                return try scored([series.id: moved]).scores
            }
            return zip(try scores(step), try scores(-step)).map { $0 - $1 }
        }
        return zip(try change(step), try change(2 * step)).map { (8 * $0 - $1) / (12 * step) }
    }
}

extension SampledSeries.Series {
    /// The step, at most 1, that changes no window value by more than its own size; 0 for a direction that changes
    /// nothing but rounding.
    func unitStep(along direction: [Double]) -> Double {
        let sizes = window.compactMap { $0?.magnitude }
        let size = sizes.reduce(0, +) / Double(max(1, sizes.count))
        let largest = zip(window, direction).reduce(0.0) { largest, entry in
            guard let value = entry.0 else { return largest }
            let scale = value == 0 ? size : value.magnitude
            return scale > 0 ? max(largest, entry.1.magnitude / scale) : largest
        }
        return largest > 1e-12 ? 1 / max(1, largest) : 0
    }
}
