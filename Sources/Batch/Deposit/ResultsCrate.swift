import Diagnostics
import Files
import References
import Reporting
import Studies

/// The content of a results folder's `ro-crate-metadata.json` (RO-Crate 1.1, Sefton et al. 2020): what a repository reads
/// when the folder is deposited as it is.
///
/// It holds no time but that of the study file and nothing of the machine, so that the same run gives the same bytes.
/// `manifest.json`, which hashes this file, is listed without a hash.
struct ResultsCrate: Encodable {
    private let graph: [LinkedThing]

    /// - Parameters:
    ///   - files: those of the folder but `manifest.json` and the crate itself.
    ///   - titles: of the tables, by path.
    ///   - verdict: on the claim, in words.
    /// - Throws: `Diagnostic` when a file cannot be hashed.
    init(
        study: Study, citations: StudyCitations, verdict: String, files: [ResultFile],
        titles: [String: String]
    ) throws(Diagnostic) {
        let people = CrateAuthors(study.publication.authors)
        let works = citations.references.filter { $0.key != citations.program }.map(CrateWork.init)
        let data = citations.data.map(Self.dataPackage)
        var parts: [LinkedThing] = []
        for file in files {
            parts.append(
                Self.file(
                    file.name, description: CrateFiles.description(of: file.name, titles: titles),
                    bytes: file.bytes.count, sha256: try sha256Hex(of: file.bytes)))
        }
        parts.append(
            Self.file(
                "manifest.json", description: CrateFiles.description(of: "manifest.json", titles: titles)))

        var root = LinkedThing("./", "Dataset")
        root.set("name", .text(study.title))
        root.set(
            "description",
            .text(
                "Results of a test of the claim \"\(study.claim.statement)\" by DyadScore. Verdict: \(verdict)."
            ))
        root.set("datePublished", study.publication.date.map { .text("\($0)") })
        root.set("license", .thing(ResultsLicence.address))
        root.set("author", .list(people.ids.map(LinkedValue.thing)))
        root.set("keywords", .list(study.publication.keywords.map(LinkedValue.text)))
        root.set("citation", .list([.thing("#dyadscore")] + works.map { .thing($0.id) }))
        root.set("isBasedOn", .list(data.map { .thing($0.id) }))
        root.set("hasPart", .list(parts.map { .thing($0.id) }))
        root.set("mentions", .thing("#run"))

        graph =
            [
                LinkedThing(
                    "ro-crate-metadata.json", "CreativeWork",
                    properties: [
                        "about": .thing("./"), "conformsTo": .thing("https://w3id.org/ro/crate/1.1"),
                    ]), root,
            ] + parts + [Self.action(data), Self.software, Self.licence, Self.softwareLicence]
            + people.things + data + works.map(\.thing)
    }

    private static func file(
        _ path: String, description: String, bytes: Int? = nil, sha256: String? = nil
    ) -> LinkedThing {
        var thing = LinkedThing(path, "File")
        thing.set("name", .text(path))
        thing.set("description", .text(description))
        thing.set("encodingFormat", .text(CrateFiles.encodingFormat(of: path)))
        thing.set("contentSize", bytes.map { .text("\($0)") })
        thing.set("sha256", sha256.map(LinkedValue.text))
        return thing
    }

    private static func action(_ data: [LinkedThing]) -> LinkedThing {
        LinkedThing(
            "#run", "CreateAction",
            properties: [
                "name": .text("Run of the study"),
                "description": .text("dyadscore run \(StudyRun.studyFile)"),
                "instrument": .thing("#dyadscore"),
                "object": .list([.thing(StudyRun.studyFile)] + data.map { .thing($0.id) }),
                "result": .thing("./"),
            ])
    }

    private static var software: LinkedThing {
        LinkedThing(
            "#dyadscore", "SoftwareApplication",
            properties: [
                "name": .text("DyadScore"),
                "description": .text("A comparative bilateral-relations scoring engine"),
                "softwareVersion": .text(DyadScoreVersion.current),
                "license": .thing("https://www.apache.org/licenses/LICENSE-2.0"),
            ])
    }

    private static var licence: LinkedThing {
        LinkedThing(
            ResultsLicence.address, "CreativeWork",
            properties: [
                "name": .text(ResultsLicence.title), "identifier": .text(ResultsLicence.name),
                "description": .text(ResultsLicence.scope),
            ])
    }

    private static var softwareLicence: LinkedThing {
        LinkedThing(
            "https://www.apache.org/licenses/LICENSE-2.0", "CreativeWork",
            properties: [
                "name": .text("Apache License 2.0"), "identifier": .text("Apache-2.0"),
                "description": .text("The licence of the program."),
            ])
    }

    /// A source of data. Its type is not Dataset, which in a crate is a folder of it.
    private static func dataPackage(_ data: StudyCitations.Data) -> LinkedThing {
        var thing = LinkedThing("#data-\(data.package)", "CreativeWork")
        thing.set("additionalType", .text("http://schema.org/Dataset"))
        thing.set("name", .text(data.title))
        thing.set("identifier", .text(data.package))
        thing.set("version", .text(data.version))
        thing.set("license", .text(data.licences.joined(separator: "; ")))
        thing.set("url", .list(data.sources.compactMap { $0.path.map(LinkedValue.text) }))
        return thing
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        var context = container.nestedUnkeyedContainer(forKey: .context)
        try context.encode("https://w3id.org/ro/crate/1.1/context")
        // Terms of schema.org that the context of version 1.1 does not have yet.
        try context.encode([
            "creditText": "http://schema.org/creditText", "sha256": "http://schema.org/sha256",
        ])
        try container.encode(graph, forKey: .graph)
    }

    private enum Key: String, CodingKey {
        case context = "@context"
        case graph = "@graph"
    }
}
