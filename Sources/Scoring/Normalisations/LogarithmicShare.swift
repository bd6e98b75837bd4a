import Foundation

extension Normalisation {
    /// ln x over the sum of the class's logarithms.
    public static let logarithmicShare = Normalisation(
        MethodDescription(
            id: "logarithmic", title: "as shares of the sum of logarithms",
            formula:
                "ln x / ln(product of x); for less is better, (1 - ln x / ln(product of x)) / (n - 1); the product over the class of n units",
            domain:
                "values above zero whose product over the class is above one; less is better: two units at least",
            sources: ["kizielewicz2023pymcdm"],
            properties: ["keeps the order of values", "the class's values sum to one"],
            denied: [
                "depends on the unit of measurement",
                "is negative for values below one",
                "a product below one would turn the order round, and is refused",
            ],
            test: "PymcdmNormalisationTests"),
        scale: { _ in [] },
        apply: { (input, _) throws(Failure) in
            let reference = try input.observedReference()
            try input.require({ $0 > 0 }, because: "logarithms need values above zero")
            let sum = reference.reduce(0) { $0 + log($1) }
            guard sum > 0 else {
                throw .undefined(
                    reason:
                        "the product of the class's values is not above one, and shares of its logarithm would turn the order round; choose a smaller unit of measurement or another method"
                )
            }
            let others = Double(reference.count - 1)
            guard input.design.moreIsBetter || others > 0 else { throw .constant }
            return input.column.map {
                $0.map { input.design.moreIsBetter ? log($0) / sum : (1 - log($0) / sum) / others }
            }
        })
}
