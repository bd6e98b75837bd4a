import ClaimTesting
import DyadTables
import DyadicModels
import Tabular

extension Assessment {
    private static let exposureField = TableSchema.Field(
        "exposure", .string, "What values are measured against: population, gdp, gravity or margins.")

    /// Ends of intervals come from eigenvalues and print seven digits, which agree between processors.
    private static func printed(_ value: Double) -> Double { rounded(value, significantDigits: 7) }

    /// `expectations.csv`: observed over expected, by exposure, indicator and dyad, with its interval.
    func expectationsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "expectations", title: "Observed over expected",
                fields: [
                    ResultFields.window, Self.exposureField,
                    .init("indicator", .string, "Indicator."),
                ] + DyadColumns.fields + [
                    ResultFields.inClass,
                    .init(
                        "observed", .number,
                        "Window value over the dyad-years for which an expectation exists; empty if there are none.",
                        isRequired: false),
                    .init(
                        "expected", .number,
                        "What would be expected of it; for population and gdp the size of the pair (million persons, billion current US dollars), whose ratio to the value has a unit.",
                        isRequired: false),
                    .init("ratio", .number, "Observed over expected.", isRequired: false),
                    .init(
                        "ratio_low", .number,
                        "Lower end of the 95 % interval of the ratio, from the uncertainty of the fitted expectation.",
                        isRequired: false),
                    .init("ratio_high", .number, "Upper end of that interval.", isRequired: false),
                ], primaryKey: ["window", "exposure", "indicator", "dyad"]))
        for item in expectations {
            let ratios = item.column.ratios
            for (unit, dyad) in panel.dyads.enumerated() {
                let interval = item.column.interval[unit]
                table.append(
                    [.text(item.window.id), .text(item.exposure.rawValue), .text(item.indicator.id)]
                        + DyadColumns.cells(dyad, in: panel.states) + [
                            claim.referenceClass.contains(dyad).cell, .optional(item.column.observed[unit]),
                            .optional(item.column.expected[unit]), .optional(ratios[unit]),
                            .optional(interval.map { Self.printed($0.lowerBound) }),
                            .optional(interval.map { Self.printed($0.upperBound) }),
                        ])
            }
        }
        return table
    }

    /// `gravity.csv`: the coefficients of every fitted gravity equation, with dyadic-robust standard errors.
    func gravityTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "gravity", title: "Gravity equations",
                fields: [
                    ResultFields.window, .init("indicator", .string, "Indicator."),
                    .init("term", .string, "Column of the equation."),
                    .init(
                        "estimate", .number,
                        "Coefficient; empty for a column that others determine and that was left out.",
                        isRequired: false),
                    .init(
                        "standard_error", .number, "Dyadic-robust standard error (Aronow et al. 2015).",
                        isRequired: false),
                    .init("observations", .integer, "Dyad-years (dyads in a cross-section) that entered."),
                    .init("dyads", .integer, "Dyads among them."),
                    .init("cross_section", .integer, "1 for a cross-section of dyads."),
                    .init("separated", .integer, "Observations whose fitted value is zero in the limit."),
                    .init("left_out", .integer, "Observations without covariates or prediction."),
                    .init(
                        "deviance_explained", .number, "1 - deviance / null deviance.", isRequired: false),
                    .init("iterations", .integer, "Iterations to convergence."),
                ], primaryKey: ["window", "indicator", "term"]))
        for item in expectations {
            guard let fit = item.column.fit else { continue }
            for coefficient in fit.coefficients {
                table.append([
                    .text(item.window.id), .text(item.indicator.id), .text(coefficient.name),
                    .optional(coefficient.estimate), .optional(coefficient.standardError),
                    .integer(fit.observations), .integer(fit.dyads), fit.isCrossSection.cell,
                    .integer(fit.separated.count), .integer(fit.leftOut.count),
                    .optional(fit.devianceExplained), .integer(fit.iterations),
                ])
            }
        }
        return table
    }
}
