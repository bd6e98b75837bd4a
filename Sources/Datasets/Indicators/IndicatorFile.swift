import Diagnostics
import Documents
import Dyads
import Files

extension DatasetFolder {
    /// The definitions of `indicators/*.yaml`, by id.
    ///
    /// - Throws: `Diagnostic` for a malformed file, and for a file whose name is not the indicator's id.
    public func indicatorDefinitions() throws(Diagnostic) -> [IndicatorDefinition] {
        var definitions: [IndicatorDefinition] = []
        for name in sortedEntries(ofFolder: "\(path)/indicators") where name.hasSuffix(".yaml") {
            let file = try file("indicators/\(name)")
            let node = try DocumentNode(parsing: readText(ofFile: file), path: file)
            let definition = try IndicatorDefinition(decoding: node)
            guard "\(definition.indicator.id).yaml" == name else {
                throw Diagnostic(
                    at: node.location, rule: "an indicator's file is named for its id",
                    found: definition.indicator.id.quotedForMessage)
            }
            definitions.append(definition)
        }
        return definitions
    }
}

extension IndicatorDefinition {
    /// Decodes an indicator file.
    ///
    /// - Throws: `Diagnostic` with line and column for an unknown key or a value of another form.
    init(decoding node: DocumentNode) throws(Diagnostic) {
        let keys = try node.mapping(allowing: [
            "id", "title", "dimension", "kind", "unit", "direction", "operator", "coverage", "definition",
            "citations",
            "data",
        ])
        var citations: [String] = []
        for citation in try keys.required("citations").list() { citations.append(try citation.text()) }
        indicator = Indicator(
            id: try keys.required("id").text(), title: try keys.required("title").text(),
            dimension: try keys.required("dimension").text(),
            kind: try keys.required("kind").choice(of: Indicator.Kind.self),
            unit: try keys.required("unit").text(),
            direction: try keys.required("direction").choice(of: Indicator.Direction.self),
            yearOperator: try keys.required("operator").choice(of: Indicator.YearOperator.self),
            coverage: try Coverage(decoding: try keys.required("coverage")),
            definition: try keys.required("definition").text(), citations: citations)
        data = try DataSource(decoding: try keys.required("data"))
    }
}

extension Coverage {
    /// Decodes `years` (a list, or first and last), `without-states` and `unrecorded`.
    init(decoding node: DocumentNode) throws(Diagnostic) {
        let keys = try node.mapping(allowing: [
            "first-year", "last-year", "years", "without-states", "unrecorded",
        ])
        var excluded: Set<StateCode> = []
        for state in try keys.optional("without-states")?.list() ?? [] {
            guard let code = StateCode(try state.text()) else { throw state.expected("a state's ISO code") }
            excluded.insert(code)
        }
        let silence = try keys.required("unrecorded").choice(of: Silence.self)
        let possible = 1800...2100
        if let list = keys.optional("years") {
            var years: [Int] = []
            for year in try list.list() { years.append(try year.integer(in: possible)) }
            self.init(years: years, excludedStates: excluded, silence: silence)
        } else {
            let first = try keys.required("first-year").integer(in: possible)
            let last = try keys.required("last-year").integer(in: first...possible.upperBound)
            self.init(years: first...last, excludedStates: excluded, silence: silence)
        }
    }
}

extension DataSource {
    /// Decodes the one key under `data`.
    init(decoding node: DocumentNode) throws(Diagnostic) {
        let forms = ["series", "treaties", "status", "dated-rows"]
        let keys = try node.mapping(allowing: forms)
        guard keys.keys.count == 1 else {
            throw node.expected("exactly one of \(forms.joined(separator: ", "))")
        }
        if let form = keys.optional("series") {
            let keys = try form.mapping(allowing: ["package", "table", "column", "source-column"])
            self = .series(
                SeriesSource(
                    package: try keys.required("package").text(), table: try keys.required("table").text(),
                    column: try keys.required("column").text(),
                    sourceColumn: try keys.optional("source-column")?.text()))
        } else if let form = keys.optional("treaties") {
            self = .treaties(try TreatySource(decoding: form))
        } else if let form = keys.optional("status") {
            let keys = try form.mapping(allowing: ["package", "table", "since"])
            self = .status(
                StatusSource(
                    package: try keys.required("package").text(), table: try keys.required("table").text(),
                    sinceColumn: try keys.required("since").text()))
        } else {
            self = .datedRows(try DatedRowsSource(decoding: try keys.required("dated-rows")))
        }
    }
}

extension TreatySource {
    fileprivate init(decoding node: DocumentNode) throws(Diagnostic) {
        let keys = try node.mapping(allowing: ["collections", "parties", "weight", "same-treaty"])
        let collectionKeys = try keys.required("collections").mapping()
        var collections: [String: Int] = [:]
        for key in collectionKeys.keys {
            let name = try key.text()
            collections[name] = try collectionKeys.required(name).integer(in: 1800...2100)
        }
        self.init(
            collections: collections, parties: try keys.required("parties").choice(of: PartyNumber.self),
            weight: try keys.required("weight").choice(of: Weight.self),
            identity: try keys.required("same-treaty").choice(of: Identity.self))
    }
}

extension DatedRowsSource {
    fileprivate init(decoding node: DocumentNode) throws(Diagnostic) {
        let keys = try node.mapping(allowing: [
            "package", "table", "year", "no-later-than", "where", "undated",
        ])
        var bounds: [String] = []
        for column in try keys.optional("no-later-than")?.list() ?? [] { bounds.append(try column.text()) }
        var filter: [String: [String]] = [:]
        if let conditions = try keys.optional("where")?.mapping() {
            for key in conditions.keys {
                let name = try key.text()
                for value in try conditions.required(name).list() {
                    filter[name, default: []].append(try value.text())
                }
            }
        }
        self.init(
            package: try keys.required("package").text(), table: try keys.required("table").text(),
            yearColumn: try keys.required("year").text(), noLaterThanColumns: bounds, filter: filter,
            undated: try keys.required("undated").choice(of: Undated.self))
    }
}
