internal import LinearAlgebra

extension Weighting {
    /// Each unit by the weights that suit it best, under limits on shares.
    public static let benefitOfTheDoubt = Weighting(
        MethodDescription(
            id: "benefit-of-doubt", title: "benefit-of-the-doubt weights",
            formula:
                "max over w(i) of sum of w(i,k) x(i,k), w(i,k) >= 0 and sum over k of w(i,k) x(j,k) <= 1 for every unit j of the class; lower <= s(k) <= upper with s(k) = w(i,k) x(i,k) / sum (contributions) or w(i,k) / sum (weights)",
            domain:
                "normalised values that are not negative, without gaps; K lower <= 1 <= K upper",
            sources: ["melyn1991synthetic", "cherchye2007benefit", "oecd2008handbook"],
            properties: [
                "scores of the class lie in [0, 1]",
                "without limits no weights that are the same for all put a unit higher in relation to the best",
                "without limits, the same as data envelopment analysis with an input of one",
                "the index is the weighted sum itself; weights of a unit need not sum to one",
            ],
            denied: [
                "scores of two units rest on different weights",
                "without limits a unit that is best on one indicator scores 1, however poor on all others",
                "weights need not be unique, though scores are: contributions may depend on the order of units",
                "with a lower limit on contributions a unit that has a zero scores 0, as min-max gives to the lowest; limit weights instead",
            ],
            test: "BenefitOfTheDoubtWeightsTests",
            parameters: [
                MethodParameter(
                    "limits", .word(["contributions", "weights"]), standard: .word("contributions"),
                    meaning: "what the limits are shares of: the unit's score, or the sum of its weights"),
                MethodParameter(
                    "lower", .number(0...1), standard: .number(0),
                    meaning: "the least share of every indicator"),
                MethodParameter(
                    "upper", .number(0...1), standard: .number(1),
                    meaning: "the greatest share of every indicator"),
            ],
            check: {
                $0.number("lower") <= $0.number("upper")
                    ? nil : "the lower limit must not be above the upper one"
            }),
        isPerUnit: true,
        requirements: [
            Requirement(
                .values(.notNegative),
                because:
                    "the program compares weighted sums with one, which has no meaning for values below zero; use min-max or rank"
            ),
            Requirement(
                .completeData, because: "weights that suit a unit best would pass over what it lacks"),
            Requirement(
                .aggregation(["arithmetic"]),
                because: "the weights are chosen for a weighted sum, and suit no other mean"),
        ]
    ) { (input, arguments) throws(ScoringFailure) in
        let table = input.normalised
        let result: BenefitOfTheDoubt
        do throws(EfficiencyFailure) {
            result = try BenefitOfTheDoubt(
                of: table.values, isReference: input.isReference,
                limits: limits(arguments, count: table.indicators))
        } catch {
            throw scoringFailure(error)
        }
        return Output(
            weights: .perUnit(
                Matrix(rows: table.units, columns: table.indicators) { unit, k in
                    // Nothing but rounding is below zero.
                    isZero(result.scores[unit])
                        ? zeroWeight(k, values: table.values, unit: unit) : max(0, result.weights[unit, k])
                }))
    }

    private static func limits(_ arguments: MethodArguments, count: Int) -> ShareLimits {
        let range = arguments.number("lower")...arguments.number("upper")
        guard range != 0...1 else { return .none }
        let ranges = Array(repeating: range, count: count)
        return arguments.word("limits") == "weights" ? .weights(ranges) : .contributions(ranges)
    }

    private static func isZero(_ score: Double?) -> Bool { score.map { $0 <= 0 } ?? false }

    /// A unit whose best score is zero lacks some indicator entirely. All its weight is put on the first of them, so
    /// that it has a score, of zero; without any weight it would count as not observed.
    private static func zeroWeight(_ indicator: Int, values: Matrix, unit: Int) -> Double {
        let first = (0..<values.columns).first { values[unit, $0] <= 0 }
        guard indicator == first else { return 0 }
        let largest = values.column(indicator).max() ?? 0
        return largest > 0 ? 1 / largest : 1
    }

    private static func scoringFailure(_ failure: EfficiencyFailure) -> ScoringFailure {
        switch failure {
        case .unusableValue(let unit, .input(let indicator)),
            .unusableValue(let unit, .output(let indicator)):
            .valueOutsideDomain(
                indicator: indicator, unit: unit,
                need: "normalised values that are not negative, also outside the class")
        case .valueTooSmall(let unit, .input(let indicator)),
            .valueTooSmall(let unit, .output(let indicator)):
            .valueOutsideDomain(
                indicator: indicator, unit: unit,
                need: "normalised values that are zero or at least a billionth of the largest")
        case .noFrontier: .noAnswer(reason: "benefit-of-doubt: the class has no units to compare with")
        case .solverUnavailable:
            .noAnswer(reason: "benefit-of-doubt: the linear-program solver could not get memory")
        case .solverStopped(let unit, let reason):
            .noAnswer(reason: "benefit-of-doubt: no weights for unit \(unit + 1): \(reason)")
        case .option(let reason), .mismatchedShapes(let reason):
            .inadmissible(reason: "benefit-of-doubt: \(reason)")
        }
    }
}
