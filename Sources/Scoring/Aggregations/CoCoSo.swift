import Foundation

extension Aggregation {
    /// Three appraisals of a weighted sum and a sum of weighted powers, combined.
    public static let cocoso = Aggregation(
        MethodDescription(
            id: "cocoso", title: "CoCoSo",
            formula:
                "(ka kb kc)^(1/3) + (ka + kb + kc) / 3; S = sum of w(k) x(i,k), P = sum of x(i,k)^w(k), ka = (S + P) / sum of (S + P), kb = S / min S + P / min P, kc = (lambda S + (1 - lambda) P) / (lambda max S + (1 - lambda) max P)",
            domain: "values of zero or above, no unit of the class 0 on all; published on min-max [0, 1]",
            sources: ["yazdani2019cocoso"],
            properties: [
                "sums, minima and maxima are the class's; a unit outside it is measured against them",
                "a unit's score never falls when one of its values rises",
            ],
            denied: [
                "P is not a product: x^w are added up, and an indicator with a small weight adds nearly 1 whatever its value",
                "ranks of two units can change when a third is added",
            ],
            compensation: "full in S, partial in P, which gains most from values near zero",
            test: "CoCoSoTests",
            parameters: [
                MethodParameter(
                    "lambda", .number(0...1), standard: .number(0.5), meaning: "the share of S in kc")
            ]),
        requirements: { _ in
            [
                Requirement(
                    .values(.notNegative), because: "a power of a negative value is not defined")
            ] + Requirement.wholeTable
        },
        yields: { _ in [.positive, .notNegative] },
        rule: .wholeTable { (input, arguments) throws(ScoringFailure) in
            let members = try input.members()
            let lambda = arguments.number("lambda")
            var (sums, powers): ([Double], [Double]) = ([], [])
            for unit in input.values.rowIndices {
                let row = input.values.row(unit)
                if let k = row.firstIndex(where: { $0 < 0 }) {
                    throw .noAnswer(
                        reason: "\(input.names[k]) of unit \(unit + 1) is below zero, and cocoso takes powers"
                    )
                }
                sums.append(zip(input.weights, row).reduce(0) { $0 + $1.0 * $1.1 })
                powers.append(zip(input.weights, row).reduce(0) { $0 + pow($1.1, $1.0) })
            }
            let classSums = members.map { sums[$0] }
            let classPowers = members.map { powers[$0] }
            guard let lowestSum = classSums.min(), let lowestPower = classPowers.min(),
                let highestSum = classSums.max(), let highestPower = classPowers.max(),
                lowestSum > 0, lowestPower > 0
            else {
                throw .noAnswer(
                    reason:
                        "a unit of the class is 0 on every indicator with a weight, and cocoso divides by the lowest sum; use min-max onto a range that begins above zero"
                )
            }
            let total = classSums.reduce(0, +) + classPowers.reduce(0, +)
            let appraisals = zip(sums, powers).map { sum, power in
                (
                    a: (sum + power) / total, b: sum / lowestSum + power / lowestPower,
                    c: (lambda * sum + (1 - lambda) * power)
                        / (lambda * highestSum + (1 - lambda) * highestPower)
                )
            }
            return Output(
                scores: appraisals.map { cbrt($0.a * $0.b * $0.c) + ($0.a + $0.b + $0.c) / 3 },
                details: [
                    Detail("k_a", appraisals.map(\.a)), Detail("k_b", appraisals.map(\.b)),
                    Detail("k_c", appraisals.map(\.c)),
                ])
        })
}
