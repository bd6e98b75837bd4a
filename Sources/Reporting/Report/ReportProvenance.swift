public import References

/// Where results come from, as far as the assessment does not know it: the program, the study file, the data packages
/// and the publications. It holds no time and no path of a machine.
public struct ReportProvenance: Sendable {
    /// One data package behind the indicators or the covariates.
    public struct Package: Sendable {
        public struct Source: Sendable {
            public let title: String
            public let address: String?

            public init(title: String, address: String?) {
                self.title = title
                self.address = address
            }
        }

        public let name: String
        public let title: String
        public let description: String
        public let version: String
        public let sources: [Source]
        public let licences: [Source]
        /// Keys of the references.
        public let citations: [String]
        /// The study's indicators that are made from it.
        public let indicators: [String]

        public init(
            name: String, title: String, description: String, version: String, sources: [Source],
            licences: [Source], citations: [String], indicators: [String]
        ) {
            self.name = name
            self.title = title
            self.description = description
            self.version = version
            self.sources = sources
            self.licences = licences
            self.citations = citations
            self.indicators = indicators
        }
    }

    /// A file that was read, with its hash.
    public struct Input: Sendable {
        public let path: String
        public let sha256: String

        public init(path: String, sha256: String) {
            self.path = path
            self.sha256 = sha256
        }
    }

    public let programVersion: String
    /// The study file, which lies beside the report.
    public let studyFile: String
    public let studySHA256: String
    public let claimSHA256: String
    public let ruleSHA256: String
    public let seed: UInt64
    /// One hash of the names and hashes of all inputs.
    public let dataSHA256: String
    public let inputs: [Input]
    public let packages: [Package]
    /// The publications and data sets that the run used, by key.
    public let references: [Reference]

    public init(
        programVersion: String, studyFile: String, studySHA256: String, claimSHA256: String,
        ruleSHA256: String, seed: UInt64, dataSHA256: String, inputs: [Input], packages: [Package],
        references: [Reference]
    ) {
        self.programVersion = programVersion
        self.studyFile = studyFile
        self.studySHA256 = studySHA256
        self.claimSHA256 = claimSHA256
        self.ruleSHA256 = ruleSHA256
        self.seed = seed
        self.dataSHA256 = dataSHA256
        self.inputs = inputs
        self.packages = packages
        self.references = references
    }
}
