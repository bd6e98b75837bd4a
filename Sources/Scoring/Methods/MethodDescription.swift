/// What is said of a method in messages, in `METHODS.md` and by `dyadscore methods`.
public struct MethodDescription: Sendable {
    /// The name in study files and on the command line: small letters, digits and hyphens.
    public let id: String
    /// What the method does, in a few words that fit into a note under a table.
    public let title: String
    /// The formula in plain text: x for a value, i for units, k for indicators, w for weights.
    public let formula: String
    /// The values for which it is defined.
    public let domain: String
    /// Keys into `datasets/references.bib`, with a place where that helps: `oecd2008handbook`.
    public let sources: [String]
    /// Properties that hold, each a sentence without a full stop.
    public let properties: [String]
    /// Properties that one might expect and that do not hold.
    public let denied: [String]
    /// How far a deficit in one indicator is made up by a surplus in another; for aggregations.
    public let compensation: String?
    /// The test that holds it to its source.
    public let test: String
    public let parameters: [MethodParameter]
    /// Why arguments that are each in their domain do not go together; nil when they do.
    let check: @Sendable (MethodArguments) -> String?

    public init(
        id: String, title: String, formula: String, domain: String, sources: [String],
        properties: [String], denied: [String] = [], compensation: String? = nil, test: String,
        parameters: [MethodParameter] = [],
        check: @escaping @Sendable (MethodArguments) -> String? = { _ in nil }
    ) {
        self.id = id
        self.title = title
        self.formula = formula
        self.domain = domain
        self.sources = sources
        self.properties = properties
        self.denied = denied
        self.compensation = compensation
        self.test = test
        self.parameters = parameters
        self.check = check
    }
}
