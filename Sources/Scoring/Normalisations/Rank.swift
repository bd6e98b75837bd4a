extension Normalisation {
    /// (units below + half of the other units that tie) / (n - 1): 0 for the lowest, 1 for the highest.
    public static let rank = Normalisation(
        MethodDescription(
            id: "rank", title: "as ranks",
            formula:
                "(units of the class below + half of the ties) / (n - 1); ties: units of the class with the same value less one, if there are any",
            domain: "a class with at least two different values", sources: ["oecd2008handbook"],
            properties: [
                "keeps the order and nothing else", "resists outliers", "lies in [0, 1] on the class",
                "equal values have equal ranks, in the class and outside it",
            ],
            denied: [
                "differences between values are lost",
                "a unit outside the class that beats all of it lies above 1",
                "a unit outside the class that ties with one member is no higher than one between that and the next lower",
            ],
            test: "NormalisationTests"),
        scale: { _ in [.notNegative] },
        apply: { (input, _) throws(Failure) in
            let reference = SortedCounts(input.orientedReference)
            guard let lowest = reference.values.first, let highest = reference.values.last, lowest < highest
            else {
                throw .constant
            }
            let others = Double(reference.values.count - 1)
            return reference.counts(of: input.oriented).map { counts in
                counts.map { below, level in
                    // A unit outside the class stands in the place of a member that it ties with.
                    (Double(below) + Double(max(level - 1, 0)) / 2) / others
                }
            }
        })
}
