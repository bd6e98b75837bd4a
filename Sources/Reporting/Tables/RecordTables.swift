import ClaimTesting
import Tabular

extension Assessment {
    /// `influence.csv`: the target without each year, indicator, rival, and one or two states.
    func influenceTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "influence", title: "The target when one thing is left out",
                fields: [
                    ResultFields.reading,
                    .init("kind", .string, "year, indicator, rival, state or states."),
                    .init("left_out", .string, "What is left out."),
                    .init("rank_default", .integer, "Rank of the target with everything."),
                    .init("rank", .integer, "Rank of the target without it.", isRequired: false),
                    .init("ties", .integer, "Dyads that share that rank.", isRequired: false),
                    .init("class_size", .integer, "Dyads of the class that are left.", isRequired: false),
                    .init("leaders", .string, "Dyads of rank 1, separated by spaces.", isRequired: false),
                    .init("reason", .string, "Why there is no rank.", isRequired: false),
                ], primaryKey: ["reading", "kind", "left_out"]))
        for test in tests.records {
            guard let usual = result(test.reading, in: mainWindow)?.standing?.rank else { continue }
            for influence in test.influences {
                let standing = try? influence.standing.get()
                var reason: String?
                if case .failure(let absence) = influence.standing { reason = absence.reason }
                table.append([
                    .text(test.reading), .text(influence.omission.kind), .text(influence.omission.name),
                    .integer(usual), .optional(standing?.rank), .optional(standing?.tieSize),
                    .optional(standing?.classSize), .optional(standing.map { names($0.leaders) }),
                    .optional(reason),
                ])
            }
        }
        return table
    }

    /// `measurement.csv`: the target's rank if its records were multiplied by a factor, for a tipping-point curve.
    func measurementTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "measurement", title: "The target if it were under-recorded",
                fields: [
                    ResultFields.reading,
                    .init("factor", .number, "Factor by which the target's records are multiplied."),
                    .init("rank", .integer, "Rank of the target then.", isRequired: false),
                    .init("tied", .integer, "1 if it shares the rank."),
                ], primaryKey: ["reading", "factor"]))
        for test in tests.records {
            for point in test.tippingPoint?.curve ?? [] {
                table.append([
                    .text(test.reading), .number(point.factor), .optional(point.rank), point.isTied.cell,
                ])
            }
        }
        return table
    }

    /// `tipping-points.csv`: the factor of under-reporting that would make the target first, and what missing values leave
    /// open.
    func tippingPointsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "tipping-points", title: "What it would take, and what gaps leave open",
                fields: [
                    ResultFields.reading,
                    .init(
                        "factor", .number,
                        "Factor at which the target would be first; for a leader, at which it no longer is.",
                        isRequired: false),
                    .init("is_first", .integer, "1 if the target is first as recorded.", isRequired: false),
                    .init("reason", .string, "Why no factor up to 1,000 is enough.", isRequired: false),
                    .init(
                        "missing", .integer, "Missing values of the class on the reading.", isRequired: false),
                    .init(
                        "rank_best", .integer, "Rank with missing values completed in the target's favour.",
                        isRequired: false),
                    .init("rank_worst", .integer, "Rank with them completed against it.", isRequired: false),
                    .init(
                        "bounds_exact", .integer, "1 if no completion can give a rank outside these two.",
                        isRequired: false),
                ], primaryKey: ["reading"]))
        for test in tests.records {
            var (factor, isFirst, reason): (Double?, Bool?, String?) = (nil, nil, nil)
            switch test.tippingPoint?.outcome {
            case .first(let found): (factor, isFirst) = (found, false)
            case .isFirst(let lost): (factor, isFirst) = (lost, true)
            case .never(let why): (isFirst, reason) = (false, why)
            case nil: break
            }
            table.append([
                .text(test.reading), .optional(factor), .optional(isFirst.map { $0 ? 1 : 0 }),
                .optional(reason), .optional(test.bounds?.missing), .optional(test.bounds?.best.rank),
                .optional(test.bounds?.worst.rank), .optional(test.bounds.map { $0.isExact ? 1 : 0 }),
            ])
        }
        return table
    }
}
