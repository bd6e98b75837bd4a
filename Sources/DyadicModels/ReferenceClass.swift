public import Dyads

/// The dyads that a claim compares with; the others are scored beside them and fitted on nothing.
public struct ReferenceClass: Hashable, Sendable {
    /// States whose dyads are outside the class.
    public let excludedStates: Set<StateCode>
    /// Dyads outside the class although their states are not.
    public let excludedDyads: Set<Dyad>

    public init(excludedStates: Set<StateCode>, excludedDyads: Set<Dyad> = []) {
        self.excludedStates = excludedStates
        self.excludedDyads = excludedDyads
    }

    /// The class without the dyads of some more states, and without some more dyads.
    public func excluding(states: [StateCode] = [], dyads: [Dyad] = []) -> ReferenceClass {
        ReferenceClass(
            excludedStates: excludedStates.union(states), excludedDyads: excludedDyads.union(dyads))
    }

    /// Whether the class holds a dyad.
    public func contains(_ dyad: Dyad) -> Bool {
        !excludedStates.contains(dyad.first) && !excludedStates.contains(dyad.second)
            && !excludedDyads.contains(dyad)
    }
}
