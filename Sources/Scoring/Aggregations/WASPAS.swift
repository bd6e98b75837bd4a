import Foundation

extension Aggregation {
    /// A blend of weighted sum and weighted product.
    public static let waspas = Aggregation(
        MethodDescription(
            id: "waspas", title: "WASPAS",
            formula: "lambda sum of w(k) x(i,k) + (1 - lambda) product of x(i,k)^w(k)",
            domain: "values above zero; published on x / max, and min / x where less is better",
            sources: ["zavadskas2012waspas"],
            properties: [
                "strictly increasing in every indicator with a weight",
                "lambda of 1 gives the arithmetic mean, 0 the geometric mean",
                "multiplying all indicators by one constant multiplies the score by it",
            ],
            denied: ["ranks change when a single indicator is multiplied by a constant, unless lambda is 0"],
            compensation: "between that of the geometric and that of the arithmetic mean",
            test: "WASPASTests",
            parameters: [
                MethodParameter(
                    "lambda", .number(0...1), standard: .number(0.5), meaning: "the share of the weighted sum"
                )
            ]),
        requirements: { _ in [.positive("the weighted product")] + Requirement.wholeRow },
        yields: { _ in [.positive, .notNegative] },
        rule: .wholeTable { (input, arguments) throws(ScoringFailure) in
            let lambda = arguments.number("lambda")
            var (sums, products): ([Double], [Double]) = ([], [])
            for unit in input.values.rowIndices {
                let row = input.values.row(unit)
                if let k = row.firstIndex(where: { $0 <= 0 }) {
                    throw .noAnswer(
                        reason: "\(input.names[k]) of unit \(unit + 1) is not above zero, as waspas needs")
                }
                sums.append(zip(input.weights, row).reduce(0) { $0 + $1.0 * $1.1 })
                products.append(exp(zip(input.weights, row).reduce(0) { $0 + $1.0 * log($1.1) }))
            }
            return Output(
                scores: zip(sums, products).map { lambda * $0 + (1 - lambda) * $1 },
                details: [Detail("weighted_sum", sums), Detail("weighted_product", products)])
        })
}
