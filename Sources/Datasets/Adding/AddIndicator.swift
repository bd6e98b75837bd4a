import Diagnostics
import Documents
import Dyads
import Files

extension DatasetFolder {
    /// Turns a user's own table into a data package and an indicator definition of the same name.
    ///
    /// - Returns: the log of rows that were left out or joined.
    /// - Throws: `Diagnostic` with line and column for the first row that cannot be used, and for a request
    ///   that contradicts itself or what is there already; nothing is written then.
    public func add(_ request: IndicatorRequest, from file: SourceFile) throws(Diagnostic) -> ImportLog {
        try requireFreeName(request)
        try requireCitation(request.origin.citation)
        let states = try states()
        try request.validate(states: states)
        let definitionFile = "\(path)/indicators/\(request.id).yaml"
        let definition = request.indicatorFile
        // What is about to be written must be readable: decode it first.
        _ = try IndicatorDefinition(decoding: DocumentNode(parsing: definition, path: definitionFile))
        var log = ImportLog()
        let table = try request.table(from: file, states: states, log: &log)
        // The definition is on the disk before the package takes its place, so that all that can fail has been done.
        try requireFinite(Array(definition.utf8), in: definitionFile)
        let stagedDefinition = try StagedFile(Array(definition.utf8), destination: definitionFile)
        do throws(Diagnostic) {
            try writePackage(
                request.metadata(of: file), importer: Self.addedBy, tables: [table, log.table()],
                isExact: true, inputs: [file], to: "\(path)/\(request.id)")
        } catch {
            stagedDefinition.discard()
            throw error
        }
        try stagedDefinition.commit()
        return log
    }

    /// What packages of users' own data name as their importer.
    static let addedBy = "add"

    private func requireFreeName(_ request: IndicatorRequest) throws(Diagnostic) {
        let isPackage = packageNames.contains(request.id)
        guard isPackage || exists("\(path)/indicators/\(request.id).yaml") else { return }
        guard request.replaces else {
            throw Diagnostic(
                rule: "the id must be new", found: request.id.quotedForMessage,
                remedy: "choose another id, or give --replace")
        }
        // Nobody should lose a source's package to a slip in an id.
        guard isPackage, try package(request.id).importer == Self.addedBy else {
            throw Diagnostic(
                rule: "only an indicator that was added can be replaced", found: request.id.quotedForMessage,
                remedy: "choose another id")
        }
    }

    private func requireCitation(_ key: String) throws(Diagnostic) {
        let known = exists("\(path)/references.bib") ? try bibliography().keys : []
        guard known.contains(key) else {
            let near =
                nearestWord(to: key, among: known).map { "did you mean \($0.quotedForMessage)? Else " } ?? ""
            throw Diagnostic(
                at: SourceLocation(path: "\(path)/references.bib"),
                rule: "the citation must be in references.bib",
                found: key.quotedForMessage, remedy: near + "add the entry there first")
        }
    }
}

extension IndicatorRequest {
    /// - Throws: `Diagnostic` for an id that cannot name a folder, an empty text, a coverage that is no span of
    ///   years, or a state that is not known.
    fileprivate func validate(states: StateSystem) throws(Diagnostic) {
        let letters = "abcdefghijklmnopqrstuvwxyz"
        guard let initial = id.first, letters.contains(initial),
            id.allSatisfy({ (letters + "0123456789-").contains($0) })
        else {
            throw Diagnostic(
                .wrongArgument,
                rule: "an id is lower-case letters, digits and hyphens, and begins with a letter",
                found: id.quotedForMessage)
        }
        let texts = [
            ("title", title), ("dimension", dimension), ("unit", unit), ("definition", origin.definition),
            ("source", origin.source), ("licence", origin.licence),
        ]
        for (name, text) in texts where text.allSatisfy(\.isWhitespace) {
            throw Diagnostic(.wrongArgument, rule: "the \(name) must not be empty")
        }
        guard (1800...2100).contains(coverage.firstYear),
            (coverage.firstYear...2100).contains(coverage.lastYear)
        else {
            throw Diagnostic(
                .wrongArgument, rule: "the coverage must be a first and a last year from 1800 to 2100",
                found: "\(coverage.firstYear) to \(coverage.lastYear)")
        }
        for text in coverage.withoutStates where StateCode(text).flatMap({ states[$0] }) == nil {
            throw Diagnostic(
                .wrongArgument, rule: "a state outside the coverage is named by its ISO code",
                found: text.quotedForMessage,
                remedy: nearestWord(to: text, among: states.states.map(\.code.text))
                    .map { "did you mean \($0.quotedForMessage)?" })
        }
    }

    fileprivate func metadata(of file: SourceFile) -> PackageMetadata {
        PackageMetadata(
            name: id, title: title, description: origin.definition, sourceVersion: "as given in \(file.name)",
            sources: [.init(title: origin.source)], licences: [.init(title: origin.licence)],
            citations: [origin.citation],
            obtaining: """
                Obtain the table from the source and add it with dyadscore datasets add; the columns read were \
                \(columns.stateA), \(columns.stateB), \(columns.year) and \(columns.value).
                """)
    }
}
