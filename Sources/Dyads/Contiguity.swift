/// How closely two states border on each other, by the types of the Correlates of War (Stinnett et al. 2002).
public enum Contiguity: Hashable, Sendable {
    case none
    /// Type 1: a land or river border.
    case land
    /// Types 2 to 5: at most 12, 24, 150 or 400 miles of water.
    case water

    /// Nil for a type other than 0 to 5.
    public init?(type: Int) {
        switch type {
        case 0: self = .none
        case 1: self = .land
        case 2...5: self = .water
        default: return nil
        }
    }

    /// Some years in which a dyad had one type of contiguity.
    public struct Spell: Hashable, Sendable {
        public let contiguity: Contiguity
        public let years: ClosedRange<Int>

        public init(_ contiguity: Contiguity, years: ClosedRange<Int>) {
            self.contiguity = contiguity
            self.years = years
        }
    }
}
