/// Why weights cannot be drawn, or a question about them has no answer.
public enum WeightFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// A constraint names a node that the tree does not have, the same node twice, or a number that is not finite
    /// or out of place.
    case unusableConstraint(reason: String)
    /// In a nested space all nodes of a constraint must have one parent.
    case notSiblings(constraint: String)
    /// No weights keep all constraints. The ones named conflict, and without any of them the others do not.
    case infeasible(conflicting: [String])
    /// Tables, weights or marks do not fit together.
    case mismatched(reason: String)
    /// The question is linear in the weights for complete tables only.
    case gap(unit: Int, indicator: Int)
    /// A value outside the domain of the mean.
    case valueOutsideDomain(unit: Int, indicator: Int)
    /// The linear programs could not be solved.
    case solverStopped(reason: String)
    /// The draws are divided among shards, and this is one of them.
    case elsewhere

    public var description: String {
        switch self {
        case .unusableConstraint(let reason), .mismatched(let reason): reason
        case .notSiblings(let constraint):
            "\(constraint): in a nested space a constraint holds among children of one group; use a flat space"
        case .infeasible(let conflicting):
            "no weights keep all of: \(conflicting.joined(separator: "; "))"
        case .gap(let unit, let indicator):
            "indicator \(indicator + 1) of unit \(unit + 1) is missing; with gaps scores are not linear in the weights"
        case .valueOutsideDomain(let unit, let indicator):
            "indicator \(indicator + 1) of unit \(unit + 1) is outside the domain of the mean"
        case .solverStopped(let reason): "a linear program has no answer: \(reason)"
        case .elsewhere: "the draws are divided among shards, and this is one of them"
        }
    }
}
