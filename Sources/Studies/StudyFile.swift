import ClaimTesting
import Diagnostics
import Documents
import Dyads
import DyadicModels

extension Study {
    /// Decodes a study file.
    ///
    /// - Parameters:
    ///   - text: YAML, as `studies/study.schema.json` describes it.
    ///   - path: what messages call the file.
    /// - Throws: `Diagnostic` with line and column for a key that is unknown (with the nearest known one), missing
    ///   or doubled, a value of another form, and parts that contradict one another.
    public init(parsing text: String, path: String) throws(Diagnostic) {
        let document = try DocumentNode(parsing: text, path: path)
        let keys = try document.mapping(allowing: [
            "study", "title", "claim", "classes", "states", "windows", "dimensions", "indicators",
            "shown-beside", "readings", "method", "alternatives", "variants", "by-year", "imputations",
            "tests", "large-class",
            "decision-rule", "seed", "output", "authors", "published", "keywords",
        ])
        let idNode = try keys.required("study")
        id = try idNode.text()
        guard id.utf8.allSatisfy({ "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) }) else {
            throw idNode.expected("a name of small letters, digits and hyphens (it names the results folder)")
        }
        title = try keys.required("title").text()

        var decoder = StudyDecoder()
        publication = try decoder.publication(keys)
        states = try decoder.states(try keys.required("states"))
        claim = try decoder.claim(try keys.required("claim"))
        let classes = try decoder.classes(keys.optional("classes"), claim: claim)
        let windows = try decoder.windows(try keys.required("windows"))
        let dimensions = try decoder.dimensions(try keys.required("dimensions"))
        let variants = try decoder.variants(keys.optional("variants"))
        let metadata = try decoder.metadata(keys.optional("indicators"))
        seed = UInt64(try keys.required("seed").integer(in: 0...Int.max))
        let methodNode = try keys.required("method")
        let specification = try decoder.specification(methodNode)
        let readings = try decoder.readings(
            try keys.required("readings"), base: specification, seed: seed)
        decoder.decodedReadings = readings
        let alternatives = try decoder.alternatives(
            keys.optional("alternatives"), base: specification, readings: readings)
        try decoder.requireGiven(
            specification.method.normalisation,
            for: readings.flatMap { reading -> [String] in
                guard case .composite(let dimensions, let own) = reading.kind else { return [] }
                return own.normalisation == nil ? dimensions : []
            }, at: methodNode)
        rule = try decoder.rule(try keys.required("decision-rule"))
        plan = AssessmentPlan(
            windows: windows.list, minimumCoveredYears: windows.minimumCoveredYears, dimensions: dimensions,
            readings: readings, specification: specification,
            variants: variants, alternatives: alternatives,
            yearly: try decoder.yearly(keys.optional("by-year")),
            shownBeside: try decoder.shownBeside(keys.optional("shown-beside")),
            imputation: try decoder.imputation(keys.optional("imputations"), seed: seed),
            tests: try decoder.tests(
                keys.optional("tests"), windows: windows.list, variants: variants, rule: rule, seed: seed),
            classes: classes, metadata: metadata,
            largeClass: try decoder.largeClass(keys.optional("large-class")))
        output = try decoder.output(try keys.required("output"))
        indicatorLocations = decoder.indicatorLocations
        classLocations = decoder.classLocations
        comparisonLocations = decoder.comparisonLocations
    }
}

/// Decodes the parts of a study file in order; later parts are checked against earlier ones.
struct StudyDecoder {
    var stateCodes: [StateCode] = []
    var defaultDimensions: [AssessmentPlan.Dimension] = []
    var dimensionWeights: [String: Double] = [:]
    /// Indicators that variants add, and the dimensions that they join.
    var addedIndicators: [String] = []
    var addedDimensions: [String] = []
    var metadata = IndexMetadata()
    /// Set once they are decoded, for what rests on their dimensions.
    var decodedReadings: [AssessmentPlan.Reading] = []
    var indicatorLocations: [String: SourceLocation] = [:]
    var claimClass = ReferenceClass(excludedStates: [])
    var declaredClasses: [DeclaredClass] = []
    var classLocations: [String: SourceLocation] = [:]
    var comparisonLocations: [String: SourceLocation] = [:]

    var dimensionIDs: [String] { defaultDimensions.map(\.id) }
    var defaultIndicators: [String] { defaultDimensions.flatMap(\.indicators) }

    /// The indicators of the default and those that variants add, each once.
    var scoredIndicators: [String] { Self.once(defaultIndicators + addedIndicators) }

    /// What a method's arguments may name: dimensions and indicators, those of variants included, each once.
    var nameable: [String] { Self.once(dimensionIDs + addedDimensions + scoredIndicators) }

    private static func once(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// The text of a node, which must be new among `seen`.
    func unique(_ node: DocumentNode, among seen: [String], what: String) throws(Diagnostic) -> String {
        let text = try node.text()
        guard !seen.contains(text) else {
            throw Diagnostic(
                at: node.location, rule: "\(what) may be named once", found: text.quotedForMessage)
        }
        return text
    }

    /// The text of a node, which must be one of `known`.
    func known(_ node: DocumentNode, among known: [String], what: String) throws(Diagnostic) -> String {
        let text = try node.text()
        guard known.contains(text) else { throw node.unknownWord(text, allowed: known, what: what) }
        return text
    }

    /// The name of an indicator; remembers where it is named first.
    mutating func indicator(_ node: DocumentNode) throws(Diagnostic) -> String {
        let id = try node.text()
        if indicatorLocations[id] == nil { indicatorLocations[id] = node.location }
        return id
    }

    func years(_ keys: DocumentMapping) throws(Diagnostic) -> ClosedRange<Int> {
        let first = try keys.required("first-year").integer(in: 1800...2100)
        let last = try keys.required("last-year").integer(in: 1800...2100)
        guard first <= last else {
            throw Diagnostic(
                at: keys.location, rule: "the first year may not be after the last",
                found: "\(first) and \(last)")
        }
        return first...last
    }
}
