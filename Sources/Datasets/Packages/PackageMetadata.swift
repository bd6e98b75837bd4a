/// What a data package says about itself beside its tables.
public struct PackageMetadata: Sendable {
    public struct Source: Sendable, Encodable {
        public let title: String
        public let path: String?
        public init(title: String, path: String? = nil) {
            self.title = title
            self.path = path
        }
    }

    public struct Licence: Sendable, Encodable {
        public let name: String
        public let title: String
        public let path: String?
        public init(name: String = Licence.unnamed, title: String, path: String? = nil) {
            self.name = name
            self.title = title
            self.path = path
        }

        /// The Open Definition's word for terms that have no identifier; the title then says what they are.
        public static let unnamed = "notspecified"

        /// Whether the licence has an identifier.
        public var isNamed: Bool { name != Self.unnamed }

        /// The identifier, or the terms in words where there is none.
        public var shortName: String { isNamed ? name : title }
    }

    /// The package's name, which is also the name of its folder.
    public let name: String
    public let title: String
    /// What the rows are, what was done to the source's rows, and what to know before using them.
    public let description: String
    /// The version of the source, as the source states it, or the commit of the copy that was read.
    public let sourceVersion: String
    /// Where the original is published, and where the copy that was read came from.
    public let sources: [Source]
    public let licences: [Licence]
    /// Keys into `references.bib`.
    public let citations: [String]
    /// How somebody without our copy gets the files that the importer reads.
    public let obtaining: String

    public init(
        name: String, title: String, description: String, sourceVersion: String, sources: [Source],
        licences: [Licence], citations: [String], obtaining: String
    ) {
        self.name = name
        self.title = title
        self.description = description
        self.sourceVersion = sourceVersion
        self.sources = sources
        self.licences = licences
        self.citations = citations
        self.obtaining = obtaining
    }
}
