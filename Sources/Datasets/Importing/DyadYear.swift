import Dyads

/// One dyad in one calendar year.
struct DyadYear: Hashable, Comparable {
    let dyad: Dyad
    let year: Int

    static func < (a: DyadYear, b: DyadYear) -> Bool { (a.dyad, a.year) < (b.dyad, b.year) }
}
