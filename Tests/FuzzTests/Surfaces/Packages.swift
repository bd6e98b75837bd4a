import Diagnostics
import Dyads

@testable import Datasets
@testable import Documents
@testable import Tabular

extension Surface {
    /// The definition of an indicator.
    static let indicatorFile = Surface(
        "indicator-file",
        words: [
            "series:", "treaties:", "dated-rows:", "years: [", "first-year: ", "collections:", "where:",
            "2100", "1800",
        ]
    ) { bytes in
        let definition = try IndicatorDefinition(decoding: documentNode(bytes))
        let years = definition.indicator.coverage.years
        try agree(years.allSatisfy((1800...2100).contains), "years must be from 1800 to 2100")
        try agree(zip(years, years.dropFirst()).allSatisfy { $0 < $1 }, "covered years must rise")
        try agree(!definition.packages.isEmpty, "an indicator must rest on a package")
    }

    /// `datapackage.json`, and what the program would write of it.
    static let packageDescription = Surface(
        "datapackage",
        words: [
            "\"resources\": [", "\"primaryKey\": [", "\"fields\": [", "\"../x\"", "\"bytes\": -1", "\\u0000",
        ]
    ) { bytes in
        let package = try PackageDescription(decoding: documentNode(bytes))
        for resource in package.resources {
            let names = resource.schema.fields.map(\.name)
            try agree(Set(names).count == names.count, "columns of a table must differ")
            try agree(resource.schema.primaryKey.allSatisfy(names.contains), "the key must be columns")
            try agree(
                !resource.path.contains("/") && resource.bytes >= 0,
                "a table is a file in its package's folder")
        }
        try agree(
            Set(package.resources.map(\.path)).count == package.resources.count,
            "tables of a package must differ")
    }

    /// The rows of a table of dyad-years, by its schema.
    static let tableRows = Surface("table-rows", words: ["AZE-KAZ", "KAZ-UZB", "373", "705", "\n", ",,"]) {
        bytes in
        let schema = TableSchema.dyadYears("t", [.init("value", .number, "d", isRequired: false)])
        let file = SourceFile(path: "dyad-years.csv", bytes: bytes)
        try TableValidation(schema: schema, states: fuzzedStates()).validate(file)
        var reader = try file.csv()
        var keys: Set<String> = []
        while let row = try reader.next() {
            let (dyad, year) = (row.text(0), row.text(5))
            try agree(keys.insert("\(dyad) \(year)").inserted, "\(dyad) stands twice in \(year)")
            try agree(fuzzedDyads.contains(dyad), "\(dyad) is no pair of the states")
            try agree((1...9999).contains(Int(year) ?? 0), "\(year) is no year")
            try agree(
                row.isEmpty(6) || Double(row.text(6)).map(\.isFinite) == true, "the value must be finite")
        }
    }

    /// Tables that the program derives must pass the program's own validation, as `datasets validate` does it.
    static func checkDerived(_ tables: [Table], states: StateSystem) throws {
        for table in tables {
            let bytes: [UInt8]
            do {
                bytes = try table.csv(significantDigits: 12)
                try TableValidation(schema: table.schema, states: states).validate(
                    SourceFile(path: "\(table.schema.name).csv", bytes: bytes))
            } catch {
                throw Disagreement(description: "what was derived is not valid: \(error)")
            }
            for row in table.rows {
                for (field, cell) in zip(table.schema.fields, row) where field.type == .year {
                    guard case .integer(let year) = cell else { continue }
                    try agree((1...9999).contains(year), "\(year) is no year")
                }
            }
        }
    }
}

/// Six states with their true codes, of the committed package.
func fuzzedStates() throws -> StateSystem {
    guard let states = cachedStates else { throw Disagreement(description: "the states cannot be made") }
    return states
}

private let cachedStates: StateSystem? = {
    let known = [
        ("AZE", "Azerbaijan", 373), ("KAZ", "Kazakhstan", 705), ("KGZ", "Kyrgyzstan", 703),
        ("GEO", "Georgia", 372),
        ("UZB", "Uzbekistan", 704), ("RUS", "Russia", 365),
    ]
    guard let day = CalendarDay(iso8601: "1991-12-26"), let span = MembershipSpan(first: day) else {
        return nil
    }
    return StateSystem(
        known.compactMap { code, name, number in
            StateCode(code).map {
                State(code: $0, name: name, cowNumber: number, gleditschWardNumber: number, membership: span)
            }
        })
}()

private let fuzzedDyads: Set<String> = {
    let codes = ["AZE", "GEO", "KAZ", "KGZ", "RUS", "UZB"]
    return Set(codes.flatMap { a in codes.filter { a < $0 }.map { "\(a)-\($0)" } })
}()
