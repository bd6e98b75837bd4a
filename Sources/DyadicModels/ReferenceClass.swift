public import Dyads

/// The dyads that a claim compares with; the others are scored beside them and fitted on nothing.
public struct ReferenceClass: Hashable, Sendable {
    /// States whose dyads are outside the class.
    public let excludedStates: Set<StateCode>

    public init(excludedStates: Set<StateCode>) {
        self.excludedStates = excludedStates
    }

    /// Whether the class holds a dyad.
    public func contains(_ dyad: Dyad) -> Bool {
        excludedStates.isDisjoint(with: [dyad.first, dyad.second])
    }
}
