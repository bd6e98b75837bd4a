import Datasets
import Diagnostics
import Files
import Reporting
import Studies

/// What a run read, with hashes: the study, the definitions and the tables behind its indicators.
struct RunInputs: Sendable {
    struct Input: Sendable, Codable, Equatable {
        let path: String
        let sha256: String
    }

    let study: Study
    let studyText: String
    let studySHA256: String
    let claimSHA256: String
    let ruleSHA256: String
    let data: [Input]
    /// What a paper that uses the run should cite.
    let citations: StudyCitations
    /// What the report says of all this.
    let provenance: ReportProvenance

    init(
        study: Study, studyText: String, datasets: DatasetFolder,
        definitions: [IndicatorDefinition]
    ) throws(Diagnostic) {
        self.study = study
        self.studyText = studyText
        studySHA256 = try sha256Hex(of: Array(studyText.utf8))
        claimSHA256 = try sha256Hex(of: Array(Self.section("claim", of: studyText).utf8))
        ruleSHA256 = try sha256Hex(of: Array(Self.section("decision-rule", of: studyText).utf8))
        var data: [Input] = []
        func add(_ name: String) throws(Diagnostic) {
            data.append(
                Input(path: name, sha256: try sha256Hex(of: readBytes(ofFile: datasets.file(name)))))
        }
        for definition in definitions { try add("indicators/\(definition.indicator.id).yaml") }
        var packages: [PackageMetadata] = []
        for package in Self.packages(of: study, definitions: definitions, in: datasets) {
            packages.append(try datasets.package(package).metadata)
            for file in sortedEntries(ofFolder: "\(datasets.path)/\(package)") {
                try add("\(package)/\(file)")
            }
        }
        self.data = data

        citations = try StudyCitations(
            of: study, definitions: definitions, packages: packages, datasets: datasets)
        provenance = try ReportProvenance(
            study: study, hashes: (studySHA256, claimSHA256, ruleSHA256), inputs: data,
            packages: packages, definitions: definitions, references: citations.references)
    }

    /// The data packages that a run reads, sorted.
    private static func packages(
        of study: Study, definitions: [IndicatorDefinition], in datasets: DatasetFolder
    )
        -> [String]
    {
        let covariates = study.plan.needsCovariates ? DatasetFolder.covariatePackages : []
        let locations = datasets.hasLocations ? [DatasetFolder.locationPackage] : []
        return Set(definitions.flatMap(\.packages) + covariates + locations + ["states"]).sorted()
    }

    /// The study as manifests name it.
    var record: Manifest.StudyRecord {
        Manifest.StudyRecord(
            id: study.id, sha256: studySHA256, claimSHA256: claimSHA256, decisionRuleSHA256: ruleSHA256,
            seed: study.seed)
    }

    /// The lines of one top-level section of a study file, from its key to the next key at the margin.
    private static func section(_ key: String, of text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) else { return "" }
        let rest = lines[(start + 1)...].prefix { $0.first.map { $0.isWhitespace || $0 == "#" } ?? true }
        return ([lines[start]] + rest).joined(separator: "\n")
    }
}
