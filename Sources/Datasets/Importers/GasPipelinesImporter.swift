import Diagnostics
import DyadTables
import Dyads
import Tabular

/// Global Energy Monitor: gas pipelines and the states that each crosses.
struct GasPipelinesImporter: SourceImporter {
    let inputs = [
        InputDescription(
            "gas_infrastructure.csv", "id, name, unit-name, status, areas (A, B, C), start-year, url")
    ]

    let metadata = PackageMetadata(
        name: "gas-pipelines",
        title: "Gas pipelines that cross two states (Global Energy Monitor), October 2024",
        description: """
            One row a dyad and pipeline of any status: both states are among those that the line crosses. A line of \
            several states makes a row for every pair of them, neighbours or not. Start years of planned lines are \
            those planned; many are unknown.
            """,
        sourceVersion: "Global Gas Infrastructure Tracker, October 2024; GlobalEnergyMonitor/maps at 094c98b",
        sources: [
            .init(
                title: "Global Energy Monitor, Global Gas Infrastructure Tracker",
                path: "https://globalenergymonitor.org/projects/global-gas-infrastructure-tracker/"),
            .init(
                title: "GlobalEnergyMonitor/maps at 094c98b (the copy that was read)",
                path: "https://github.com/GlobalEnergyMonitor/maps"),
        ],
        licences: [
            .init(
                name: "CC-BY-4.0", title: "Creative Commons Attribution 4.0",
                path: "https://creativecommons.org/licenses/by/4.0/")
        ],
        citations: ["gem2024ggit"],
        obtaining: """
            Write the map file of trackers/ggit in the copy as CSV with the columns id, name, unit-name, status, \
            areas, owner, parent, capacity, start-year and url; or take the columns of the same meaning from the \
            tracker's own download.
            """)

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        let file = files[0]
        var reader = try file.csv()
        let (id, name, unit) = (
            try reader.column("id"), try reader.column("name"), try reader.column("unit-name")
        )
        let (status, areas) = (try reader.column("status"), try reader.column("areas"))
        let (start, url) = (try reader.column("start-year"), try reader.column("url"))
        var unique = UniqueRows<String>("a pipeline's identifier")
        var table = Table(schema: Self.schema)
        while let row = try reader.next() {
            try unique.insert(try row.requiredText(id), row, at: id)
            let names = row.text(areas).split(separator: ", ").map(String.init)
            guard
                let crossed = states.restricted(
                    to: Set(names.compactMap { states.state(named: $0)?.code }).sorted()),
                crossed.states.count > 1
            else {
                log.note("fewer than two of the states in its areas", in: file, line: row.line)
                continue
            }
            // Unknown years are empty or `--`.
            let isYearKnown = !row.isEmpty(start) && row.text(start) != "--"
            for dyad in crossed.dyads {
                table.append(
                    DyadColumns.cells(dyad, in: states) + [
                        .text(row.text(id)), .text(try row.requiredText(name)),
                        row.isEmpty(unit) ? .missing : .text(row.text(unit)),
                        .text(try row.requiredText(status)),
                        isYearKnown ? .integer(try row.year(start)) : .missing,
                        .text(try row.requiredText(url)),
                    ])
            }
        }
        table.sortByPrimaryKey()
        return [table]
    }

    private static let schema = TableSchema(
        name: "dyad-pipelines", title: "Gas pipelines by dyad",
        fields: DyadColumns.fields + [
            .init("pipeline_id", .string, "The tracker's identifier."),
            .init("name", .string, "Name of the pipeline."),
            .init("unit_name", .string, "Name of the segment, if it is one.", isRequired: false),
            .init(
                "status", .string,
                "operating, construction, proposed, shelved, cancelled, mothballed, idle or retired."),
            .init(
                "start_year", .year, "Year of first operation, done or planned, if known.", isRequired: false),
            .init("url", .string, "The tracker's page."),
        ], primaryKey: ["dyad", "pipeline_id"])
}
