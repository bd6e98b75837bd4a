import ClaimTesting
import Tabular

extension Assessment {
    /// `influence.csv`: the target without each year, indicator, source, rival, and one or two states.
    func influenceTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "influence", title: "The target when one thing is left out",
                fields: [
                    ResultFields.reading,
                    .init("kind", .string, "year, indicator, source, rival, state or states."),
                    .init(
                        "left_out", .string,
                        "What is left out; a source with the indicators that cannot be made without it."),
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

    /// `single-changes.csv`: the value of each indicator alone, of the target, at which another would be first or nobody.
    func singleChangesTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "single-changes", title: "The smallest change of one indicator of the target",
                fields: [
                    ResultFields.reading,
                    .init("indicator", .string, "Indicator, those that need the smallest change first."),
                    .init("value", .number, "Value of the target.", isRequired: false),
                    .init(
                        "needed", .number,
                        "Value at which the target would be first and alone, or a leader no longer; empty if none "
                            + "is enough.", isRequired: false),
                    .init(
                        "change", .number,
                        "The change in standard deviations of the class's values (n - 1).", isRequired: false),
                ], primaryKey: ["reading", "indicator"]))
        for test in tests.records {
            for change in test.singleChanges {
                table.append([
                    .text(test.reading), .text(change.indicator), .optional(change.value),
                    .optional(change.needed), .optional(change.changeInDeviations),
                ])
            }
        }
        return table
    }

    /// `smallest-removal.csv`: the smallest set of records that was found without which the target would be first and
    /// alone, or no longer.
    func smallestRemovalTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "smallest-removal", title: "The smallest set of records that decides the first place",
                fields: [
                    ResultFields.reading,
                    .init(
                        "fact", .string,
                        "What the removal changes: whether the target is so placed under the default."),
                    .init("holds", .integer, "1 if it holds with all records.", isRequired: false),
                    .init(
                        "size", .integer, "Records in the set; empty if none was found.", isRequired: false),
                    .init(
                        "records", .string, "The set, separated by semicolons; it is missing then, not zero.",
                        isRequired: false),
                    .init("rank", .integer, "Rank of the target without them.", isRequired: false),
                    .init(
                        "lower_bound", .integer, "No set of fewer records is enough: all were tried.",
                        isRequired: false),
                    .init("exact", .integer, "1 if no smaller set is enough.", isRequired: false),
                    .init("singles", .integer, "Records that are enough alone.", isRequired: false),
                    .init(
                        "candidates", .integer, "Records that were taken away one by one.", isRequired: false),
                    .init(
                        "pool", .integer, "Records of which pairs and larger sets were made.",
                        isRequired: false),
                    .init("scorings", .integer, "Times that everything was scored again.", isRequired: false),
                    .init("reason", .string, "Why nothing was searched.", isRequired: false),
                ], primaryKey: ["reading"]))
        for test in tests.records {
            guard let removal = test.removal else { continue }
            let standing = result(test.reading, in: mainWindow)?.standing
            var (found, reason): (SmallestRemoval?, String?) = (nil, nil)
            switch removal {
            case .success(let search): found = search
            case .failure(let absence): reason = absence.reason
            }
            let set = found?.records
            table.append([
                .text(test.reading), .text("first and alone"),
                .optional(standing.map { $0.rank == 1 && !$0.isTied ? 1 : 0 }), .optional(set?.count),
                .optional(set.map { $0.map(\.description).joined(separator: "; ") }),
                .optional(found?.standing?.rank), .optional(found?.lowerBound),
                .optional(found.map { $0.isExact ? 1 : 0 }), .optional(found?.singles),
                .optional(found?.candidates), .optional(found?.pool), .optional(found?.scorings),
                .optional(reason),
            ])
        }
        return table
    }
}
