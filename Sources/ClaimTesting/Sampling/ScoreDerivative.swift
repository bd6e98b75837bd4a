import DyadicModels

extension Rescoring {
    /// The derivatives of all scores when one indicator's window values v move in the direction d, one a unit:
    /// (f(v + h d) - f(v - h d)) / 2 h.
    ///
    /// h is such that no value changes by more than `relativeStep` of itself (of the mean size of all where it is zero).
    /// With 1e-5 the error of a third derivative is of the order of 1e-10 and that of rounding, 2e-16 over the step, of
    /// 1e-9 where years depart from the mean by ten times the mean: 1e-6 leaves room for values that normalisation
    /// stretches, and for series of which all lies in one year.
    ///
    /// Where scores have a kink, as under min-max when two dyads share the extreme value, this is the mean of the
    /// derivatives to either side.
    func derivative(
        of series: SampledSeries.Series, along direction: [Double], relativeStep: Double = 1e-5
    ) throws(Absence) -> [Double] {
        let step = relativeStep * series.unitStep(along: direction)
        guard step > 0 else { return units.map { _ in 0 } }
        func scores(_ step: Double) throws(Absence) -> [Double] {
            let moved = zip(series.window, direction).map { value, change in
                value.map { $0 + step * change }
            }
            return try scored([series.id: moved]).scores
        }
        return zip(try scores(step), try scores(-step)).map { ($0 - $1) / (2 * step) }
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
