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
            let reference = input.orientedReference.sorted()
            guard let lowest = reference.first, let highest = reference.last, lowest < highest else {
                throw .constant
            }
            let others = Double(reference.count - 1)
            return input.oriented { value in
                let below = reference.count(below: value)
                // A unit outside the class stands in the place of a member that it ties with.
                let ties = max(reference.count(notAbove: value) - below - 1, 0)
                return (Double(below) + Double(ties) / 2) / others
            }
        })
}
