extension Normalisation {
    /// (x - median) / (1.4826 MAD), with the median and the median absolute deviation of the class.
    public static let robustZ = Normalisation(
        MethodDescription(
            id: "robust-z", title: "as robust z-scores (median, MAD)",
            formula: "(x - median) / (1.4826 median |x - median|); for less is better, (median - x)",
            domain: "a class in which more than half of the values differ from the median",
            sources: ["rousseeuw1993alternatives"],
            properties: [
                "an affine function of the value", "does not depend on the unit of measurement",
                "resists outliers: up to half of the class can move without bound and leave the others' scores bounded",
                "estimates the z-score if the class is a normal sample",
            ],
            denied: ["is not bounded", "mean and standard deviation of the class are not fixed"],
            test: "RobustZScoreTests"),
        scale: { _ in [.interval] },
        apply: { (input, _) throws(Failure) in
            let reference = try input.varyingReference()
            let centre = median(reference)
            let deviation = median(reference.map { abs($0 - centre) })
            guard deviation > 0 else {
                throw .undefined(
                    reason: "half of the class or more has one value, so the median absolute deviation is 0")
            }
            return input.oriented.map { $0.map { ($0 - centre) / (consistency * deviation) } }
        })

    /// The standard deviation of a normal distribution over its median absolute deviation, 1 / quantile(3/4), to the
    /// digits that are in common use.
    private static let consistency = 1.4826
}

/// The middle value, or the mean of the two in the middle; the values are not empty.
package func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2
}
