import Diagnostics
import Dyads
import Files
import Tabular

extension DatasetFolder {
    /// What is wrong with a package: with its description, and the first thing with each table.
    ///
    /// Every file must be described and be there, with the bytes and the hash that the description gives; every
    /// table must keep its schema (`TableValidation`); every citation must be in `references.bib`.
    public func problems(ofPackage name: String) -> [Diagnostic] {
        do throws(Diagnostic) {
            let package = try package(name)
            return try problems(of: package, folder: name)
        } catch {
            return [error]
        }
    }

    private func problems(of package: PackageDescription, folder: String) throws(Diagnostic) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if package.metadata.name != folder {
            problems.append(
                Diagnostic(
                    at: package.location, rule: "a package's folder is named for the package",
                    found: package.metadata.name.quotedForMessage))
        }
        let described = Set(package.resources.map(\.path) + ["datapackage.json"])
        for file in sortedEntries(ofFolder: "\(path)/\(folder)") where !described.contains(file) {
            problems.append(
                Diagnostic(
                    at: SourceLocation(path: "\(path)/\(folder)/\(file)"),
                    rule: "every file of a package must be described in datapackage.json"))
        }
        let known = exists("\(path)/references.bib") ? try bibliography().keys : []
        for key in package.metadata.citations where !known.contains(key) {
            problems.append(
                Diagnostic(
                    at: package.location, rule: "every citation must be in references.bib",
                    found: key.quotedForMessage,
                    remedy: nearestWord(to: key, among: known).map { "did you mean \($0.quotedForMessage)?" })
            )
        }
        let states = try states()
        for resource in package.resources {
            do throws(Diagnostic) {
                try validate(resource, of: folder, states: states)
            } catch {
                problems.append(error)
            }
        }
        return problems
    }

    private func validate(
        _ resource: PackageDescription.Resource, of folder: String, states: StateSystem
    ) throws(Diagnostic) {
        let file = try file("\(folder)/\(resource.path)")
        let source = try SourceFile(path: file)
        // The rows before the hash: what is wrong with them says more than that they changed.
        try TableValidation(schema: resource.schema, states: states).validate(source)
        let (digest, byteCount) = try source.sha256Hex()
        guard byteCount == resource.bytes else {
            throw Diagnostic(
                at: SourceLocation(path: file), rule: "the table must have \(resource.bytes) bytes",
                found: "\(byteCount)", remedy: "import the source again; packages are not edited by hand")
        }
        let hash = "sha256:" + digest
        guard hash == resource.hash else {
            throw Diagnostic(
                at: SourceLocation(path: file), rule: "the table must have the hash \(resource.hash)",
                found: hash, remedy: "import the source again; packages are not edited by hand")
        }
    }
}
