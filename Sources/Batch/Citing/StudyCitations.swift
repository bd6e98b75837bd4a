import Datasets
public import Diagnostics
public import References
public import Studies

/// What a paper that uses a study should cite: the program, the source of the claim, every data package with the version
/// that it states, and every method.
public struct StudyCitations: Sendable {
    /// A data package that the study reads.
    public struct Data: Sendable {
        public let package: String
        public let title: String
        /// As the source states it, or the commit of the copy that was read.
        public let version: String
        /// Identifiers of licences, or their terms in words.
        public let licences: [String]
        /// Where the original is published, and where the copy came from.
        public let sources: [PackageMetadata.Source]
        /// Keys of the publications that the package asks to cite.
        public let keys: [String]
    }

    /// The key of the program itself.
    public let program: String
    /// The key of the claim's source.
    public let claim: String
    /// In order of the packages' names.
    public let data: [Data]
    /// Keys of publications behind indicators that no package of theirs names, sorted.
    public let indicators: [String]
    /// Keys of publications behind the methods, sorted.
    public let methods: [String]
    /// All of them, each once, in order of their keys.
    public let references: [Reference]
    /// BibTeX of all of them, in order of their keys: the content of `references.bib`.
    public let bibTeX: String

    /// The entry of one key.
    public subscript(key: String) -> Reference? { references.first { $0.key == key } }

    /// - Parameters:
    ///   - study: what is cited by.
    ///   - definitions: of the study's indicators.
    ///   - packages: those that the study reads, in order of their names.
    ///   - datasets: holds the bibliography.
    /// - Throws: `Diagnostic` (bad data) for a key that is not in the bibliography, or whose entry cannot be read.
    init(
        of study: Study, definitions: [IndicatorDefinition], packages: [PackageMetadata],
        datasets: DatasetFolder
    ) throws(Diagnostic) {
        let bibliography = try datasets.bibliography()
        let data = packages.map { metadata in
            Data(
                package: metadata.name, title: metadata.title, version: metadata.sourceVersion,
                licences: metadata.licences.map(\.shortName), sources: metadata.sources,
                keys: metadata.citations)
        }
        let ofPackages = Set(data.flatMap(\.keys))
        self.data = data
        claim = study.claim.citation
        indicators = Set(definitions.flatMap(\.indicator.citations)).subtracting(ofPackages).sorted()
        methods = study.plan.citations
        program = Self.programKey

        let keys = ofPackages.union(indicators).union(methods).union([claim, program])
        var references: [Reference] = []
        var entries: [String] = []
        for key in keys.sorted() {
            let entry: String
            if key == Self.programKey {
                entry = Self.programEntry
                references.append(Self.programReference)
            } else {
                guard let text = bibliography[key], let reference = try bibliography.reference(key) else {
                    throw bibliography.unknown(key, in: datasets)
                }
                entry = text
                references.append(reference)
            }
            entries.append(entry)
        }
        self.references = references
        bibTeX = entries.joined(separator: "\n\n") + "\n"
    }
}

extension Bibliography {
    /// The error about a key that has no entry.
    func unknown(_ key: String, in datasets: DatasetFolder) -> Diagnostic {
        Diagnostic(
            at: SourceLocation(path: datasets.bibliographyFile),
            rule: "every citation must be in the bibliography", found: key.quotedForMessage,
            remedy: nearestWord(to: key, among: keys).map { "did you mean \($0.quotedForMessage)?" }
                ?? "add an entry there, such as @misc{\(key), author = {Family, Given}, title = {...}, "
                + "year = {2024}, url = {https://...}}")
    }
}

extension StudyCitations {
    /// The key under which a run's bibliography holds the program.
    static let programKey = "dyadscore"

    static let programFields = [
        ("author", "{DyadScore contributors}"),
        ("title", "{DyadScore}: A comparative bilateral-relations scoring engine"),
        ("year", DyadScoreVersion.year), ("note", "Version \(DyadScoreVersion.current)"),
    ]

    static var programReference: Reference {
        Reference(
            key: programKey, kind: "misc",
            fields: Dictionary(programFields) { first, _ in first })
    }

    static var programEntry: String {
        let lines = programFields.map { name, value in
            "  \(name)\(String(repeating: " ", count: 6 - name.count)) = {\(value)}"
        }
        return "@misc{\(programKey),\n\(lines.joined(separator: ",\n"))\n}"
    }
}
