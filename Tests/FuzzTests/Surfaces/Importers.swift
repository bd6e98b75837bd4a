import Diagnostics
import Dyads
import Tabular

@testable import Datasets

extension Surface {
    /// Every importer: what it derives passes the validation of packages.
    static let importers: [Surface] = SourceImporters.all.map { importer in
        Surface(
            "import-\(importer.id)",
            words: ["AZE", "KAZ", "373", "705", "%%%%\n", "1992", "2005", "99999", "-1", ",,"]
        ) {
            bytes in
            let files = zip(importer.inputs, parts(of: bytes, count: importer.inputs.count)).map {
                SourceFile(path: $0.name, bytes: $1)
            }
            let states = importer.needsStates ? try fuzzedStates() : .empty
            var log = ImportLog()
            let tables = try importer.tables(from: files, states: states, log: &log)
            try checkDerived(
                tables + [log.table()], states: importer.needsStates ? states : try listedStates(tables))
        }
    }

    /// The system of the states that a derived list names; they must differ in codes, numbers and names.
    private static func listedStates(_ tables: [Table]) throws -> StateSystem {
        let states = tables.flatMap(\.rows).compactMap { row -> State? in
            guard case .text(let text) = row[0], let code = StateCode(text), case .text(let name) = row[1],
                case .integer(let cow) = row[2], case .integer(let gw) = row[3],
                case .text(let first) = row[4],
                let day = CalendarDay(iso8601: first), let span = MembershipSpan(first: day)
            else { return nil }
            return State(code: code, name: name, cowNumber: cow, gleditschWardNumber: gw, membership: span)
        }
        guard let system = StateSystem(states), states.count == tables.first?.rows.count else {
            throw Disagreement(description: "a list of states was made that cannot be read")
        }
        return system
    }

    /// The user's own table of `datasets add`. The first byte chooses the codes, the kind of indicator and how
    /// directions are joined.
    static let tidyTable = Surface(
        "tidy", words: ["AZE", "KAZ", "373", "705", "2001", "0", "1", "0.5", ",,"]
    ) { input in
        let choice = Int(input.first ?? 0)
        let kinds: [IndicatorRequest.Kind] = [.count, .binary, .share, .stock, .flow]
        let codes = StateCodeScheme.allCases
        let directions = IndicatorRequest.Directions.allCases
        let request = IndicatorRequest(
            id: "mine", title: "t", dimension: "contacts", kind: kinds[choice % 5], unit: "visits",
            direction: .more,
            yearOperator: .sum,
            columns: .init(
                stateA: "a", stateB: "b", year: "year", value: "value", codes: codes[choice / 5 % codes.count]
            ),
            coverage: .init(firstYear: 2000, lastYear: 2005, withoutStates: [], unrecorded: .zero),
            origin: .init(definition: "d", citation: "c", source: "s", licence: "l"),
            directions: directions[choice / 15 % directions.count])
        var log = ImportLog()
        let states = try fuzzedStates()
        let table = try request.table(
            from: SourceFile(path: "mine.csv", bytes: Array(input.dropFirst())), states: states, log: &log)
        try checkDerived([table, log.table()], states: states)
        for row in table.rows {
            guard case .integer(let year) = row[5] else {
                throw Disagreement(description: "a row must have a year")
            }
            try agree((2000...2005).contains(year), "\(year) lies outside the coverage")
            if case .number(let value) = row[6] {
                try agree(kinds[choice % 5] != .count || value >= 0, "a count must not be negative")
            }
        }
    }
}
