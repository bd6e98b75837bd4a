import ClaimTesting
import Datasets
import Diagnostics
import Dyads
import Studies

extension RecordSources {
    /// What a study's records rest on, as far as its tests ask: the packages of its indicators, with what can be made
    /// without each, and the two records of every comparison.
    ///
    /// - Throws: `Diagnostic` for a comparison that the data do not allow, at its place in the study file, and for a
    ///   malformed package.
    init(
        of study: Study, panel: Panel, definitions: [IndicatorDefinition], datasets: DatasetFolder
    ) throws(Diagnostic) {
        self.init()
        guard let tests = study.plan.tests else { return }
        if tests.influence || tests.measurement != nil {
            let scored = Set(
                study.plan.dimensions.flatMap(\.indicators) + study.plan.readings.flatMap(\.outputs))
            let rested = definitions.filter { scored.contains($0.indicator.id) }
            for package in Set(rested.flatMap(\.packages)).sorted() {
                let concerned = rested.filter { $0.packages.contains(package) }
                var replacements: [Panel.Column] = []
                for definition in concerned {
                    if let column = try datasets.column(
                        of: definition, without: package, states: panel.states)
                    {
                        replacements.append(column)
                    }
                }
                packages.append(
                    .init(id: package, indicators: concerned.map(\.indicator.id), replacements: replacements))
            }
        }
        for comparison in tests.measurement?.comparisons ?? [] {
            let finder = ComparedRecordsFinder(
                comparison: comparison, location: study.comparisonLocations[comparison.id], panel: panel,
                definitions: definitions, datasets: datasets)
            comparisons.append(try finder.records())
        }
    }
}

/// Finds the two records of one comparison.
private struct ComparedRecordsFinder {
    let comparison: AssessmentPlan.SourceComparison
    let location: SourceLocation?
    let panel: Panel
    let definitions: [IndicatorDefinition]
    let datasets: DatasetFolder

    func records() throws(Diagnostic) -> ComparedRecords {
        switch comparison.records {
        case .indicators(let first, let second):
            return ComparedRecords(comparison, first: try column(first), second: try column(second))
        case .packages(let indicator, let first, let second):
            return ComparedRecords(
                comparison, first: try column(indicator, from: first),
                second: try column(indicator, from: second))
        case .codings(let indicator, let table):
            guard
                let second = try datasets.secondCoding(
                    of: definition(indicator), table: table, states: panel.states)
            else {
                throw Diagnostic(
                    at: location, rule: "only an indicator of dated rows can have a second coding",
                    found: indicator.quotedForMessage)
            }
            return ComparedRecords(
                comparison, first: try column(indicator), second: second.column, dyads: second.dyads)
        }
    }

    private func definition(_ id: String) throws(Diagnostic) -> IndicatorDefinition {
        guard let definition = definitions.first(where: { $0.indicator.id == id }) else { throw unknown(id) }
        return definition
    }

    private func column(_ id: String) throws(Diagnostic) -> Panel.Column {
        guard let column = panel[indicator: id] else { throw unknown(id) }
        return column
    }

    private func column(_ id: String, from package: String) throws(Diagnostic) -> Panel.Column {
        let definition = try definition(id)
        guard
            let column = try datasets.column(of: definition, from: [package], states: panel.states)
        else {
            throw Diagnostic(
                at: location,
                rule: "\(id) must rest on the packages that are compared: it rests on "
                    + definition.packages.joined(separator: ", "),
                found: package.quotedForMessage,
                remedy: nearestWord(to: package, among: definition.packages).map {
                    "did you mean \($0.quotedForMessage)?"
                })
        }
        return column
    }

    private func unknown(_ id: String) -> Diagnostic {
        Diagnostic(
            at: location, rule: "every indicator must be one of the study's", found: id.quotedForMessage)
    }
}
