import Datasets
import Diagnostics
import Files
import References
import Reporting
import Studies

extension ReportProvenance {
    /// What a run read, as the report tells it.
    ///
    /// - Throws: `Diagnostic` (internal failure) when the hash of the data cannot be made.
    init(
        study: Study, hashes: (study: String, claim: String, rule: String),
        inputs: [RunInputs.Input], packages: [PackageMetadata], definitions: [IndicatorDefinition],
        references: [Reference]
    ) throws(Diagnostic) {
        let described = packages.map { metadata in
            Package(
                name: metadata.name, title: metadata.title, description: metadata.description,
                version: metadata.sourceVersion,
                sources: metadata.sources.map { .init(title: $0.title, address: $0.path) },
                licences: metadata.licences.map { .init(title: $0.title, address: $0.path) },
                citations: metadata.citations,
                indicators: definitions.filter { $0.packages.contains(metadata.name) }.map(\.indicator.id))
        }
        let listing = inputs.map { "\($0.sha256)  \($0.path)\n" }.joined()
        self.init(
            programVersion: DyadScoreVersion.current, studyFile: StudyRun.studyFile,
            studySHA256: hashes.study, claimSHA256: hashes.claim, ruleSHA256: hashes.rule, seed: study.seed,
            dataSHA256: try sha256Hex(of: Array(listing.utf8)),
            inputs: inputs.map { .init(path: $0.path, sha256: $0.sha256) }, packages: described,
            references: references)
    }
}
