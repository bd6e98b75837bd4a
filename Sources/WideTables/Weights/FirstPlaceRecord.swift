import Uncertainty

/// Whether any weights put a unit alone in first place; keys that do not apply are absent.
struct FirstPlaceRecord: Encodable {
    struct Share: Encodable {
        let unit: String
        let share: Double
    }

    let canBeFirst: Bool
    /// The weights of the largest margin over all rivals; absent without rivals.
    let weights: [Double]?
    let margin: Double?
    /// Rivals whose mixture no weights put behind the unit.
    let dominatingShares: [Share]?
    let largestLead: Double?
    /// Indicators on which the mixture is better, and those on which it is worse.
    let better: [String]?
    let worse: [String]?

    init(_ place: FirstPlace, units: [String], indicators: [String]) {
        switch place {
        case .unopposed:
            canBeFirst = true
            (weights, margin) = (nil, nil)
            (dominatingShares, largestLead, better, worse) = (nil, nil, nil, nil)
        case .possible(let weights, let margin):
            canBeFirst = true
            (self.weights, self.margin) = (weights, margin)
            (dominatingShares, largestLead, better, worse) = (nil, nil, nil, nil)
        case .excluded(let dominance):
            canBeFirst = false
            (weights, margin) = (nil, nil)
            dominatingShares = zip(units, dominance.shares).filter { $1 > 0 }.map {
                Share(unit: $0, share: $1)
            }
            largestLead = dominance.largestLead
            better = dominance.better.map { indicators[$0] }
            worse = dominance.worse.map { indicators[$0] }
        }
    }
}
