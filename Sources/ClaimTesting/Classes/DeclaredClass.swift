public import Dyads
public import DyadicModels

/// A narrower or other class of dyads that the source of a claim may have meant, declared before the run.
///
/// Conditions combine: the class holds the dyads of the claim's own reference class that meet all of them. A state
/// that the claim leaves out stays out, also where a condition names it.
public struct DeclaredClass: Hashable, Sendable {
    /// Dyads of one state of each side; the sides share no state.
    public struct Sides: Hashable, Sendable {
        public let one: Set<StateCode>
        public let other: Set<StateCode>

        public init(_ one: Set<StateCode>, _ other: Set<StateCode>) {
            (self.one, self.other) = (one, other)
        }

        func contains(_ dyad: Dyad) -> Bool {
            one.contains(dyad.first) && other.contains(dyad.second)
                || one.contains(dyad.second) && other.contains(dyad.first)
        }
    }

    /// Names that results use for the claim's own class and for all dyads: no declared class may have them.
    public static let reservedIDs = [TestedClass.claimID, TestedClass.liftedID]
    /// The smallest class in which a rank says something: the target and two rivals.
    public static let smallestSize = 3

    public let id: String
    public let title: String
    /// Both states are among these; nil for no such condition.
    public var states: Set<StateCode>?
    /// One state is on each side; nil for no such condition.
    public var between: Sides?
    /// Neither state is among these.
    public var excluded: Set<StateCode> = []
    /// Whether the two states have a land border (Correlates of War, type 1; Stinnett et al. 2002) in any year of the
    /// main window; nil where it does not matter.
    public var hasLandBorder: Bool?

    public init(id: String, title: String) {
        self.id = id
        self.title = title
    }

    /// The class as a part of the claim's own.
    ///
    /// Conditions on single states leave states out, which is asked for more quickly than dyads are.
    ///
    /// - Parameters:
    ///   - claimClass: the claim's own class.
    ///   - dyads: those of the study.
    ///   - years: the main window.
    ///   - covariates: needed where borders matter.
    /// - Throws: `Absence` where borders matter and are not known.
    public func resolved(
        inside claimClass: ReferenceClass, of dyads: [Dyad], years: ClosedRange<Int>, covariates: Covariates?
    ) throws(Absence) -> ReferenceClass {
        var leftOut = excluded
        if let states {
            leftOut.formUnion(Set(dyads.flatMap { [$0.first, $0.second] }).subtracting(states))
        }
        var outside = between.map { sides in dyads.filter { !sides.contains($0) } } ?? []
        if let hasLandBorder {
            guard let covariates else { throw Absence("the class needs to know which states share a border") }
            outside += dyads.filter { dyad in
                years.contains { covariates.contiguity(of: dyad, in: $0) == .land } != hasLandBorder
            }
        }
        return claimClass.excluding(states: leftOut.sorted(), dyads: outside)
    }

    /// Why a class cannot hold a claim; nil if it can.
    public static func objection(
        to referenceClass: ReferenceClass, target: Dyad, dyads: [Dyad]
    ) -> String? {
        guard referenceClass.contains(target) else { return "a class without \(target)" }
        let size = dyads.count(where: referenceClass.contains)
        return size < smallestSize ? "a class of \(size)" : nil
    }
}
