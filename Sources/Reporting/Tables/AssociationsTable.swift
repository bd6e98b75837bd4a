import ClaimTesting
import DyadicModels
import Tabular

extension Assessment {
    /// `associations.csv`: how variables of pairs go together, against permutations of the states.
    func associationsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "associations", title: "Associations against permuted states (QAP, MRQAP)",
                fields: [
                    .init(
                        "kind", .string,
                        "correlation; coefficient of a regression; or r-squared, of a regression as a whole."),
                    .init("id", .string, "The regression; correlations for a correlation."),
                    .init("outcome", .string, "Outcome, or the first variable."),
                    .init("predictor", .string, "Predictor, or the second variable; all for R squared."),
                    .init(
                        "estimate", .number, "Pearson's r, coefficient, or R squared.", isRequired: false),
                    .init(
                        "statistic", .number,
                        "What is permuted: r, R squared, or the coefficient over its standard error of least squares.",
                        isRequired: false),
                    .init(
                        "p_lower", .number, "Share of permutations with a statistic at most as large.",
                        isRequired: false),
                    .init(
                        "p_upper", .number, "Share of permutations with a statistic at least as large.",
                        isRequired: false),
                    .init(
                        "p_two_sided", .number, "Share with one at least as far from zero.",
                        isRequired: false),
                    .init(
                        "p_error", .number,
                        "Monte Carlo standard error of p_two_sided; 0 where all permutations were enumerated.",
                        isRequired: false),
                    .init(
                        "permutations", .integer, "Permutations under which the statistic exists.",
                        isRequired: false),
                    .init("exact", .integer, "1 if all permutations were enumerated.", isRequired: false),
                    .init("pairs", .integer, "Pairs that all variables observe.", isRequired: false),
                    .init("reason", .string, "Why there is no answer.", isRequired: false),
                ], primaryKey: ["kind", "id", "outcome", "predictor"]))
        func append(
            _ kind: String, _ id: String, _ outcome: String, _ predictor: String, estimate: Double,
            _ test: PermutationTest, pairs: Int
        ) {
            table.append([
                .text(kind), .text(id), .text(outcome), .text(predictor), .number(estimate),
                .number(test.observed), .number(test.pAtMost), .number(test.pAtLeast),
                .number(test.pAbsolute), .number(test.pAbsoluteError), .integer(test.defined),
                test.isExact.cell, .integer(pairs), .missing,
            ])
        }
        func append(
            _ kind: String, _ id: String, _ outcome: String, _ predictor: String, reason: String
        ) {
            table.append(
                [.text(kind), .text(id), .text(outcome), .text(predictor)]
                    + Array(repeating: .missing, count: 9) + [.text(reason)])
        }
        for item in tests.associations?.correlations ?? [] {
            switch item.outcome {
            case .success(let correlation):
                append(
                    "correlation", "correlations", item.first, item.second,
                    estimate: correlation.test.observed, correlation.test, pairs: correlation.pairs)
            case .failure(let absence):
                append("correlation", "correlations", item.first, item.second, reason: absence.reason)
            }
        }
        for item in tests.associations?.regressions ?? [] {
            let (id, outcome) = (item.plan.id, item.plan.outcome.name)
            switch item.outcome {
            case .success(let regression):
                for coefficient in regression.coefficients {
                    append(
                        "coefficient", id, outcome, coefficient.name, estimate: coefficient.estimate,
                        coefficient.test, pairs: regression.pairs)
                }
                append(
                    "r-squared", id, outcome, "all", estimate: regression.rSquared.observed,
                    regression.rSquared, pairs: regression.pairs)
            case .failure(let absence): append("r-squared", id, outcome, "all", reason: absence.reason)
            }
        }
        return table
    }
}
