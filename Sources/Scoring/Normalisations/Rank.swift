extension Normalisation {
    /// (units below + half of the other units that tie) / (n - 1): 0 for the lowest, 1 for the highest.
    public static let rank = Normalisation(
        MethodDescription(
            id: "rank", title: "as ranks",
            formula: "(units of the class below + half of the others that tie) / (n - 1)",
            domain: "a class with at least two different values", sources: ["oecd2008handbook"],
            properties: [
                "keeps the order and nothing else", "resists outliers", "lies in [0, 1] on the class",
            ],
            denied: ["differences between values are lost"], test: "NormalisationTests"),
        scale: { _ in [.notNegative] },
        apply: { (input, _) throws(Failure) in
            let reference = input.orientedReference
            guard let lowest = reference.min(), let highest = reference.max(), lowest < highest else {
                throw .constant
            }
            let others = Double(reference.count - 1)
            return zip(input.oriented, input.isReference).map { value, isMember in
                value.map { value in
                    let below = reference.count { $0 < value }
                    let equal = reference.count { $0 == value } - (isMember ? 1 : 0)
                    return (Double(below) + Double(equal) / 2) / others
                }
            }
        })
}
