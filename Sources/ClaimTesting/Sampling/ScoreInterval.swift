import Distributions
import Uncertainty

extension RankConfidence {
    /// The interval of the dyad's own score under the sampling of years, by the t distribution with as many degrees of
    /// freedom as there are cosines (Lazarus, Lewis, Stock & Watson 2018).
    ///
    /// *Not a property.* Intervals of two dyads do not tell whether they differ, since their errors go together: see
    /// `ScoreDifference`, and for ranks the sets.
    ///
    /// - Parameter confidence: in 0 ..< 1; nil outside, and where an end is beyond the range of numbers.
    public func scoreInterval(confidence: Double) -> ClosedRange<Double>? {
        guard (0..<1).contains(confidence),
            let factor = StudentT(degreesOfFreedom: Double(CosineProjection.standardCosines))?
                .quantile((1 + confidence) / 2)
        else { return nil }
        let (lower, upper) = (score - factor * standardError, score + factor * standardError)
        return lower.isFinite && upper.isFinite ? lower...upper : nil
    }
}
