import ClaimTesting
import DyadTables
import Tabular

/// Sampling errors come from derivatives that are good to about seven digits, of which six are written.
private func error(_ value: Double) -> Table.Cell { .number(rounded(value, significantDigits: 6)) }

extension Assessment {
    /// `rank-confidence.csv`: which ranks the sampling of years leaves open for every dyad of the class.
    func rankConfidenceTable() -> Table {
        func ends(_ name: String, _ what: String, isRequired: Bool = true) -> [TableSchema.Field] {
            [
                .init("\(name)_low", .integer, "Best rank of \(what).", isRequired: isRequired),
                .init("\(name)_high", .integer, "Worst rank of it.", isRequired: isRequired),
            ]
        }
        let level = plan.tests?.sampling?.confidence ?? 0.95
        var table = Table(
            schema: TableSchema(
                name: "rank-confidence",
                title: "Confidence sets for ranks over the sampling of years, level \(level)",
                fields: [ResultFields.reading] + DyadColumns.fields + [
                    .init("score", .number, "Score."),
                    .init(
                        "standard_error", .number,
                        "Sampling error of the score by equal-weighted cosine projection, 4 degrees of freedom; indicators held fixed have none."
                    ),
                    .init("rank", .integer, "Rank in the class."),
                ]
                    + ends(
                        "marginal",
                        "the set that holds this dyad's rank at the level (two-sided, step-down; simulated critical values have a standard error of 1 to 3 % at 1,000 draws)"
                    )
                    + ends(
                        "simultaneous", "its set among those that hold all ranks at once at the level",
                        isRequired: !isClassLarge) + [
                        .init(
                            "one_sided_best", .integer, "Best rank that a one-sided marginal set leaves."),
                        .init(
                            "one_sided_worst", .integer, "Worst rank that a one-sided marginal set leaves."),
                    ] + ends("without_step_down", "the marginal set without step-down")
                    + ends(
                        "bootstrap", "the middle part of its ranks over resampled years, for comparison",
                        isRequired: false) + [
                        .init(
                            "in_best_set", .integer, "1 if the confidence set for the best holds it.",
                            isRequired: !isClassLarge),
                        .init(
                            "in_tau_best_set", .integer,
                            "1 if the confidence set for the \(plan.tests?.sampling?.tau ?? 1) best holds it.",
                            isRequired: !isClassLarge
                        ),
                        .init(
                            "can_be_best", .integer,
                            "1 if Hsu's comparisons with the best do not rule it out.",
                            isRequired: !isClassLarge),
                        .init(
                            "best_difference_low", .number,
                            "Hsu's lower bound of its score less the best of the others'; at most 0.",
                            isRequired: !isClassLarge),
                        .init(
                            "best_difference_high", .number, "The upper bound; at least 0.",
                            isRequired: !isClassLarge),
                    ], primaryKey: ["reading", "dyad"]))
        forEachSamplingError { reading, found in
            for item in found.dyads {
                var row: [Table.Cell] = [.text(reading)] + DyadColumns.cells(item.dyad, in: panel.states)
                row += [.number(item.score), error(item.standardError), .integer(item.rank)]
                row += cells(item.marginal) + cells(item.joint?.simultaneous)
                row += [.integer(item.oneSidedBest), .integer(item.oneSidedWorst)]
                row += cells(item.withoutStepDown) + cells(item.bootstrap)
                if let joint = item.joint {
                    row += [joint.isInBestSet.cell, joint.isInTauBestSet.cell, joint.canBeBest.cell]
                    row += [error(joint.bestDifference.lowerBound), error(joint.bestDifference.upperBound)]
                } else {
                    row += Array(repeating: .missing, count: 5)
                }
                table.append(row)
            }
        }
        return table
    }

    /// `score-differences.csv`: the target against every rival, and the leader against the second.
    func scoreDifferencesTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "score-differences", title: "Differences of scores with their sampling error",
                fields: [
                    ResultFields.reading,
                    .init("dyad", .string, "The target, or, in the last row of a reading, the leader."),
                    .init("rival", .string, "The dyad that it is compared with."),
                    .init("difference", .number, "Score of the dyad less that of the rival."),
                    .init(
                        "standard_error", .number,
                        "Its sampling error; 0 if no sampled year moves the difference."),
                    .init("low", .number, "Lower end of the t interval with 4 degrees of freedom."),
                    .init("high", .number, "Upper end of it."),
                    .init(
                        "bootstrap_low", .number,
                        "Lower end of the middle part of the differences over resampled years.",
                        isRequired: false),
                    .init("bootstrap_high", .number, "Upper end of it.", isRequired: false),
                ], primaryKey: ["reading", "dyad", "rival"]))
        forEachSamplingError { reading, found in
            for item in found.differences {
                table.append([
                    .text(reading), .text("\(item.dyad)"), .text("\(item.rival)"), .number(item.difference),
                    error(item.standardError), error(item.interval.lowerBound),
                    error(item.interval.upperBound), .optional(item.bootstrap?.lowerBound),
                    .optional(item.bootstrap?.upperBound),
                ])
            }
        }
        return table
    }

    /// `sampling.csv`: which indicators are resampled by year and which are held fixed.
    func samplingTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "sampling", title: "What is sampled by year and what is held fixed",
                fields: [
                    ResultFields.reading,
                    .init("indicator", .string, "Indicator."),
                    .init(
                        "weight", .number, "Nominal weight; empty for a reading without weights.",
                        isRequired: false),
                    .init("years", .integer, "Covered years in the main window."),
                    .init("first_year", .year, "First of them.", isRequired: false),
                    .init("last_year", .year, "Last of them.", isRequired: false),
                    .init("treatment", .string, "resampled, held fixed, or no answer for the reading."),
                    .init(
                        "group", .integer, "Indicators of one number share their years.", isRequired: false),
                    .init("block_length", .integer, "Years a block of the bootstrap.", isRequired: false),
                    .init("reason", .string, "Why it is not resampled.", isRequired: false),
                    .init(
                        "fixed_weight", .number,
                        "Weight of all indicators of the reading that are held fixed.", isRequired: false),
                    .init(
                        "replicates", .integer, "Replicates of the bootstrap that could be scored.",
                        isRequired: false),
                ], primaryKey: ["reading", "indicator"]))
        for test in tests.sampling {
            var (treatment, absence): (String?, String?) = (nil, nil)
            if case .failure(let found) = test.outcome { (treatment, absence) = ("no answer", found.reason) }
            let error = try? test.outcome.get()
            for item in test.indicators {
                var (group, length, reason): (Int?, Int?, String?) = (nil, nil, nil)
                switch item.treatment {
                case .resampled(let number, let block): (group, length) = (number, block)
                case .heldFixed(let why): reason = why
                }
                table.append([
                    .text(test.reading), .text(item.id), .optional(item.weight), .integer(item.years.count),
                    .optional(item.years.first), .optional(item.years.last),
                    .text(treatment ?? (item.isHeldFixed ? "held fixed" : "resampled")), .optional(group),
                    .optional(length), .optional(absence ?? reason), .optional(error?.fixedWeight),
                    .optional(error?.replicates),
                ])
            }
        }
        return table
    }

    private func forEachSamplingError(_ body: (String, SamplingError) -> Void) {
        for test in tests.sampling {
            if let error = try? test.outcome.get() { body(test.reading, error) }
        }
    }

    private func cells(_ range: ClosedRange<Int>?) -> [Table.Cell] {
        [.optional(range?.lowerBound), .optional(range?.upperBound)]
    }
}
