import Dyads

/// One dyad in one calendar year.
struct DyadYear: Hashable {
    let dyad: Dyad
    let year: Int
}
