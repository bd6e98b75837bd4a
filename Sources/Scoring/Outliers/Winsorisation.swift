/// Values of a class pulled in to their neighbours, one distinct value at a time, until skewness or kurtosis is within
/// its limit.
struct Winsorisation {
    /// When a sample counts as having outliers: when both are exceeded or reached.
    struct Limits {
        let points: Int
        let skewness: Double
        let kurtosis: Double

        /// Whether a sample passes; a sample without these moments does.
        func admit(_ moments: Moments) -> Bool {
            guard let skewness = moments.skewness, let kurtosis = moments.kurtosis else { return true }
            return abs(skewness) < self.skewness || kurtosis < self.kurtosis
        }
    }

    private(set) var values: [Double]
    private(set) var moments: Moments
    /// How many values were moved at either end.
    private(set) var high = 0
    private(set) var low = 0

    /// Moves values at the end to which the sample is skewed.
    ///
    /// Values that tie are moved together, so that one step too many can be taken: the limit of points is looked
    /// at before a step, not inside it.
    init(of sample: [Double], limits: Limits) {
        values = sample
        moments = Moments(of: sample)
        while !limits.admit(moments), high + low < limits.points {
            let isHigh = (moments.skewness ?? 0) >= 0
            guard let extreme = isHigh ? values.max() : values.min() else { return }
            let others = values.filter { $0 != extreme }
            guard let next = isHigh ? others.max() : others.min() else { return }
            let moved = values.count - others.count
            (high, low) = isHigh ? (moved, low) : (high, moved)
            values = values.map { $0 == extreme ? next : $0 }
            moments = Moments(of: values)
        }
    }
}
