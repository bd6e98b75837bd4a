public import ClaimTesting
public import Datasets
public import Diagnostics
public import Dyads
import Files
public import Studies

/// A study with the data that it names, before anything is computed.
public struct StudyData: Sendable {
    public let study: Study
    public let panel: Panel
    /// What exposures are made from; nil for a study without them.
    public let covariates: Covariates?
    /// What the records rest on, for the tests that ask.
    let sources: RecordSources
    /// The text of the study file.
    let text: String
    /// The definitions of the study's indicators.
    let definitions: [IndicatorDefinition]
    /// Keys of the packages that expectations rest on.
    let covariateSources: [String]

    /// Reads a study file and its data.
    ///
    /// - Parameters:
    ///   - path: the study file, in YAML.
    ///   - datasets: holds the packages and definitions of every indicator that the study names.
    ///   - extent: how much of the study will be computed.
    /// - Throws: `Diagnostic` for anything wrong with the study file or the data packages.
    public init(
        studyFile path: String, datasets: DatasetFolder, extent: PlanExtent = .all
    ) throws(Diagnostic) {
        text = try readText(ofFile: path)
        study = try Study(parsing: text, path: path).limited(to: extent)
        guard let states = try datasets.states().restricted(to: study.states) else {
            let known = try datasets.states().states.map(\.code)
            let unknown = study.states.filter { !known.contains($0) }.map(\.text)
            throw Diagnostic(
                at: SourceLocation(path: path),
                rule: "every state of a study must be in the package 'states'",
                found: unknown.joined(separator: ", "))
        }
        let ids = study.plan.indicatorIDs
        let all = try datasets.indicatorDefinitions()
        try Self.check(study, against: all)
        definitions = all.filter { ids.contains($0.indicator.id) }
        panel = try datasets.panel(of: ids, states: states.located(at: try datasets.locations()))
        covariates = study.plan.needsCovariates ? try datasets.covariates() : nil
        covariateSources = try datasets.covariateSources(of: study.plan)
        try study.checkClasses(dyads: panel.dyads, covariates: covariates)
        sources = try RecordSources(of: study, panel: panel, definitions: definitions, datasets: datasets)
    }

    private static func check(_ study: Study, against definitions: [IndicatorDefinition]) throws(Diagnostic) {
        let known = definitions.map(\.indicator.id)
        for id in study.plan.indicatorIDs where !known.contains(id) {
            throw Diagnostic(
                at: study.indicatorLocations[id],
                rule: "every indicator must be defined in the datasets folder",
                found: id.quotedForMessage,
                remedy: nearestWord(to: id, among: known).map { "did you mean \($0.quotedForMessage)?" })
        }
    }
}

extension DatasetFolder {
    /// Keys of the publications behind the sizes and distances of states, for a plan that needs them.
    func covariateSources(of plan: AssessmentPlan) throws(Diagnostic) -> [String] {
        guard plan.needsCovariates else { return [] }
        var keys: [String] = []
        for package in DatasetFolder.covariatePackages {
            keys += try self.package(package).metadata.citations
        }
        return keys
    }
}
