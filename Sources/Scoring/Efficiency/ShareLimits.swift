/// How much of a benefit-of-the-doubt score may come from each indicator; one range an indicator, within 0 ... 1.
public enum ShareLimits: Equatable, Sendable {
    case none
    /// Limits on w_k y_ik / sum_m w_m y_im, the unit's own shares (Cherchye et al. 2007, "pie shares").
    case contributions([ClosedRange<Double>])
    /// Limits on w_k / sum_m w_m; for indicators that were normalised alike, as the OECD/JRC Handbook (2008,
    /// note 29) does.
    case weights([ClosedRange<Double>])

    func validate(count: Int) throws(EfficiencyFailure) {
        guard let ranges else { return }
        guard ranges.count == count else {
            throw .option(reason: "\(ranges.count) limits were given for \(count) indicators")
        }
        guard ranges.allSatisfy({ $0.lowerBound >= 0 && $0.upperBound <= 1 }) else {
            throw .option(reason: "limits on shares must lie within 0 and 1")
        }
        let least = ranges.reduce(0) { $0 + $1.lowerBound }
        let most = ranges.reduce(0) { $0 + $1.upperBound }
        guard least <= 1 + 1e-12, most >= 1 - 1e-12 else {
            throw .option(
                reason: "shares sum to one, but the lower limits to \(least) and the upper limits to \(most)")
        }
    }

    /// The ranges; nil without limits.
    var ranges: [ClosedRange<Double>]? {
        switch self {
        case .none: nil
        case .contributions(let ranges), .weights(let ranges): ranges
        }
    }
}
