import Dyads

/// One dyad in one calendar year.
struct DyadYear: Hashable, Comparable {
    let dyad: Dyad
    let year: Int

    /// The year with the direction in which a row of directed data names the dyad.
    func directed(_ pair: OrderedPair) -> DirectedDyadYear {
        DirectedDyadYear(dyadYear: self, isReversed: pair.isReversed)
    }

    static func < (a: DyadYear, b: DyadYear) -> Bool { (a.dyad, a.year) < (b.dyad, b.year) }
}

/// One direction of a dyad in one calendar year.
struct DirectedDyadYear: Hashable {
    let dyadYear: DyadYear
    let isReversed: Bool
}
