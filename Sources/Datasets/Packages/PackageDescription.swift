import Diagnostics
import Documents
import Files
import Tabular

/// A data package as its `datapackage.json` describes it.
public struct PackageDescription: Sendable {
    /// One table of the package.
    public struct Resource: Sendable {
        public let path: String
        public let bytes: Int
        /// `sha256:` and 64 hexadecimal digits.
        public let hash: String
        public let schema: TableSchema
        /// Where the description of the table begins.
        let location: SourceLocation
    }

    public let metadata: PackageMetadata
    /// The importer that made the package; `add` for a user's own data.
    public let importer: String
    /// In the order of the file.
    public let resources: [Resource]
    let location: SourceLocation
}

extension DatasetFolder {
    /// The description of a package.
    ///
    /// - Throws: `Diagnostic` when the package is missing, or its description malformed.
    public func package(_ name: String) throws(Diagnostic) -> PackageDescription {
        guard packageNames.contains(name) else { throw noPackage(name) }
        let file = try file("\(name)/datapackage.json")
        return try PackageDescription(decoding: DocumentNode(parsing: readText(ofFile: file), path: file))
    }
}

extension PackageDescription {
    /// Decodes a description: JSON is read as the part of YAML that it is, for the sake of places in messages.
    ///
    /// - Throws: `Diagnostic` with line and column for an unknown key or a value of another form.
    init(decoding node: DocumentNode) throws(Diagnostic) {
        let keys = try node.mapping(allowing: [
            "$schema", "name", "title", "description", "licenses", "sources", "contributors", "resources",
            "dyadscore",
        ])
        let origin = try keys.required("dyadscore").mapping(allowing: [
            "importer", "sourceVersion", "inputs", "citations", "obtaining",
        ])
        for item in try origin.optional("inputs")?.list() ?? [] { try Self.check(input: item) }
        var licences: [PackageMetadata.Licence] = []
        for item in try keys.required("licenses").list() {
            let keys = try item.mapping(allowing: ["name", "title", "path"])
            licences.append(
                .init(
                    name: try keys.required("name").text(), title: try keys.required("title").text(),
                    path: try keys.optional("path")?.text()))
        }
        var sources: [PackageMetadata.Source] = []
        for item in try keys.required("sources").list() {
            let keys = try item.mapping(allowing: ["title", "path"])
            sources.append(
                .init(title: try keys.required("title").text(), path: try keys.optional("path")?.text()))
        }
        var resources: [Resource] = []
        for item in try keys.required("resources").list() { resources.append(try Resource(decoding: item)) }
        metadata = PackageMetadata(
            name: try keys.required("name").text(), title: try keys.required("title").text(),
            description: try keys.required("description").text(),
            sourceVersion: try origin.required("sourceVersion").text(), sources: sources, licences: licences,
            citations: try origin.required("citations").texts(),
            obtaining: try origin.required("obtaining").text())
        importer = try origin.required("importer").text()
        self.resources = resources
        location = node.location
    }

    /// A file that the package was derived from. It is not at hand, but what is said of it must be possible.
    private static func check(input node: DocumentNode) throws(Diagnostic) {
        let keys = try node.mapping(allowing: ["name", "bytes", "hash"])
        _ = try keys.required("name").text()
        _ = try keys.required("bytes").integer(in: 0...Int.max)
        let hash = try keys.required("hash")
        let (prefix, digits) = ("sha256:", try hash.text().utf8.dropFirst(7))
        guard try hash.text().hasPrefix(prefix), digits.count == 64,
            digits.allSatisfy({ "0123456789abcdef".utf8.contains($0) })
        else { throw hash.expected("sha256: and 64 hexadecimal digits") }
    }
}

extension PackageDescription.Resource {
    fileprivate init(decoding node: DocumentNode) throws(Diagnostic) {
        let keys = try node.mapping(allowing: [
            "name", "title", "path", "type", "format", "mediatype", "encoding", "bytes", "hash", "schema",
        ])
        let name = try keys.required("name").text()
        let path = try keys.required("path")
        // One table, one file of its name in the package's own folder: nothing else can be read from here.
        guard try path.text() == "\(name).csv", !name.contains("/") else {
            throw path.expected("the file '\(name).csv'")
        }
        self.path = try path.text()
        bytes = try keys.required("bytes").integer(in: 0...Int.max)
        hash = try keys.required("hash").text()
        schema = try TableSchema(
            decoding: keys.required("schema"), name: name, title: keys.required("title").text())
        location = node.location
    }
}

extension TableSchema {
    fileprivate init(decoding node: DocumentNode, name: String, title: String) throws(Diagnostic) {
        let keys = try node.mapping(allowing: ["fields", "primaryKey", "missingValues"])
        var fields: [Field] = []
        for item in try keys.required("fields").list() {
            let keys = try item.mapping(allowing: ["name", "type", "description", "unit", "constraints"])
            let constraints = try keys.optional("constraints")?.mapping(allowing: ["required"])
            fields.append(
                Field(
                    try keys.required("name").text(), try keys.required("type").choice(of: FieldType.self),
                    try keys.required("description").text(), unit: try keys.optional("unit")?.text(),
                    isRequired: try constraints?.optional("required")?.boolean() ?? false))
        }
        let primaryKey = try keys.required("primaryKey")
        for key in try primaryKey.list() {
            let name = try key.text()
            guard fields.contains(where: { $0.name == name }) else {
                throw key.unknownWord(name, allowed: fields.map(\.name), what: "a column of the key")
            }
        }
        self.init(name: name, title: title, fields: fields, primaryKey: try primaryKey.texts())
    }
}

extension DocumentNode {
    fileprivate func texts() throws(Diagnostic) -> [String] {
        var texts: [String] = []
        for item in try list() { texts.append(try item.text()) }
        return texts
    }
}
