import Diagnostics
import DyadTables
import Dyads
import Tabular

/// A series of the World Bank in the form of the datasets repositories: one row a state and year.
struct WorldBankImporter: SourceImporter {
    let inputs: [InputDescription]
    let metadata: PackageMetadata
    private let field: TableSchema.Field

    static let gdp = WorldBankImporter(
        name: "gdp", title: "Gross domestic product by state and year (World Bank)", code: "NY.GDP.MKTP.CD",
        remark: "Starts 1992 for Belarus, 1993 for Estonia, 1995 for Latvia and Lithuania.",
        copy: (repository: "datasets/gdp", commit: "822019c", path: "data/gdp.csv"),
        citations: ["worldbank2024gdp"],
        field: .init("gdp_usd", .number, "Gross domestic product at market prices.", unit: "current USD"))

    static let population = WorldBankImporter(
        name: "population", title: "Population by state and year (World Bank)", code: "SP.POP.TOTL",
        remark: "Years before independence are estimates for the later territory.",
        copy: (repository: "datasets/population", commit: "425fc44", path: "data/population.csv"),
        citations: ["worldbank2024population"],
        field: .init("population", .number, "Midyear population.", unit: "persons"))

    private init(
        name: String, title: String, code: String, remark: String,
        copy: (repository: String, commit: String, path: String), citations: [String],
        field: TableSchema.Field
    ) {
        inputs = [InputDescription("\(name).csv", "Country Name, Country Code, Year, Value")]
        metadata = PackageMetadata(
            name: name, title: title,
            description: "One row a state and year for which the source has a value. \(remark)",
            sourceVersion: "\(copy.repository) at \(copy.commit), \(copy.path)",
            sources: [
                .init(
                    title: "World Bank, World Development Indicators, \(code)",
                    path: "https://data.worldbank.org/indicator/\(code)"),
                .init(
                    title: "\(copy.repository) at \(copy.commit) (the copy that was read)",
                    path: "https://github.com/\(copy.repository)"),
            ],
            licences: [
                .init(
                    name: "CC-BY-4.0", title: "Creative Commons Attribution 4.0 (World Bank Open Data)",
                    path: "https://creativecommons.org/licenses/by/4.0/")
            ],
            citations: citations,
            obtaining: """
                Take \(copy.path) of the repository as it is; or download the indicator \(code) and write one row a \
                country and year with a value: Country Name, Country Code, Year, Value.
                """)
        self.field = field
    }

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        let file = files[0]
        var reader = try file.csv()
        let (code, year) = (try reader.column("Country Code"), try reader.column("Year"))
        let value = try reader.column("Value")
        var table = Table(
            schema: TableSchema(
                name: "state-years", title: metadata.title,
                fields: [
                    .init("iso3", .string, "ISO 3166-1 alpha-3 code."),
                    .init("ccode", .integer, "Correlates of War number."), DyadColumns.year, field,
                ], primaryKey: ["iso3", "year"]))
        var unique = UniqueRows<[String]>("a state in a year")
        while let row = try reader.next() {
            guard let state = row.stateByCode(code, in: states) else {
                log.note("a state outside the list of states", in: file, line: row.line)
                continue
            }
            // The number and not the text, which may have zeros before it.
            let yearNumber = try row.year(year)
            try unique.insert([state.code.text, "\(yearNumber)"], row, at: code)
            let number = try row.number(value)
            guard number > 0 else { throw row.wrong(value, "the value must be above zero") }
            table.append([
                .text(state.code.text), .integer(state.cowNumber), .integer(yearNumber), .number(number),
            ])
        }
        table.sortByPrimaryKey()
        return [table]
    }
}
