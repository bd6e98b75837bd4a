extension Aggregation {
    /// Closeness to the best point of the class, relative to the worst.
    public static let topsis = Aggregation(
        MethodDescription(
            id: "topsis", title: "TOPSIS",
            formula:
                "d-(i) / (d+(i) + d-(i)), d+ and d- the Euclidean distances of w(k) x(i,k) from its highest and lowest values in the class",
            domain: "any values on comparable scales",
            sources: ["hwang1981multiple", "opricovic2004compromise"],
            properties: [
                "in [0, 1] for the class and for units outside it",
                "a unit's score never falls when one of its values rises",
                "moving an indicator by a constant, or all by one factor, changes nothing",
                "a unit outside the class is measured from the class's points and does not move them; only what it lacks to the best and is ahead of the worst counts, so that going beyond the best is no distance from it",
                "1/2 for everyone when the class's units are all the same",
            ],
            denied: [
                "ranks of two units can change when a third is added, because it moves the points",
                "weights act squared on squared distances: an indicator with twice the weight counts more than twice",
            ],
            compensation: "partial: distances add squares, so large deficits weigh more than small ones",
            test: "TOPSISTests"),
        requirements: { _ in Requirement.wholeTable }, yields: { _ in [.notNegative] },
        rule: .wholeTable { (input, _) throws(ScoringFailure) in
            let members = try input.members()
            let (best, worst) = (input.highest(in: members), input.lowest(in: members))
            func distances(_ difference: (_ value: Double, _ column: Int) -> Double) -> [Double] {
                input.values.rowIndices.map { unit in
                    var squares = 0.0
                    for k in best.indices {
                        let part = input.weights[k] * max(difference(input.values[unit, k], k), 0)
                        squares += part * part
                    }
                    return squares.squareRoot()
                }
            }
            let toBest = distances { value, k in best[k] - value }
            let toWorst = distances { value, k in value - worst[k] }
            let scores = zip(toBest, toWorst).map { plus, minus -> Double? in
                plus + minus > 0 ? minus / (plus + minus) : 0.5
            }
            return Output(
                scores: scores, details: [Detail("d_plus", toBest), Detail("d_minus", toWorst)])
        })
}
