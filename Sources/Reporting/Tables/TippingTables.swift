import ClaimTesting
import Tabular

extension Assessment {
    /// `tipping-curve.csv`: the target's rank if its records were multiplied by a factor, for a tipping-point curve.
    func tippingCurveTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "tipping-curve", title: "The target if it were under-recorded",
                fields: [
                    ResultFields.reading, Self.doubtedDimension,
                    .init("factor", .number, "Factor by which the target's records are multiplied."),
                    .init("rank", .integer, "Rank of the target then.", isRequired: false),
                    .init("tied", .integer, "1 if it shares the rank."),
                ], primaryKey: ["reading", "dimension", "factor"]))
        for test in tests.records {
            for item in test.tippingPoints {
                for point in item.found.curve {
                    table.append([
                        .text(test.reading), .text(item.dimension ?? "all"), .number(point.factor),
                        .optional(point.rank), point.isTied.cell,
                    ])
                }
            }
        }
        return table
    }

    /// `tipping-points.csv`: the factor of under-reporting that would make the target first, of all its records or of those
    /// of one dimension.
    func tippingPointsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "tipping-points", title: "What it would take",
                fields: [
                    ResultFields.reading, Self.doubtedDimension,
                    .init("indicators", .string, "Indicators that are multiplied, separated by spaces."),
                    .init(
                        "factor", .number,
                        "Factor at which the target would be first; for a leader, at which it no longer is.",
                        isRequired: false),
                    .init("is_first", .integer, "1 if the target is first as recorded."),
                    .init("reason", .string, "Why no factor up to 1,000 is enough.", isRequired: false),
                ], primaryKey: ["reading", "dimension"]))
        for test in tests.records {
            for item in test.tippingPoints {
                let factor: Double?
                var (isFirst, reason): (Bool, String?) = (false, nil)
                switch item.found.outcome {
                case .first(let found): factor = found
                case .isFirst(let lost): (factor, isFirst) = (lost, true)
                case .never(let why): (factor, reason) = (nil, why)
                }
                table.append([
                    .text(test.reading), .text(item.dimension ?? "all"),
                    .text(item.found.indicators.joined(separator: " ")), .optional(factor), isFirst.cell,
                    .optional(reason),
                ])
            }
        }
        return table
    }

    private static var doubtedDimension: TableSchema.Field {
        .init("dimension", .string, "Dimension whose records are multiplied; all for all of the reading.")
    }
}
