import Diagnostics
import Documents
import Dyads
import Files
import References
import Tabular

/// A folder of data packages, indicator definitions and references, as `datasets/` of this project is.
public struct DatasetFolder: Sendable {
    public let path: String
    /// Further folders into which symbolic links of the folder may lead.
    public let otherRoots: [String]

    /// - Parameters:
    ///   - path: nothing is read outside it, whatever a study file or a definition names.
    ///   - otherRoots: further folders into which symbolic links of the folder may lead.
    public init(path: String, otherRoots: [String] = []) {
        (self.path, self.otherRoots) = (path, otherRoots)
    }

    /// The names of the packages: the sub-folders that hold a `datapackage.json`.
    public var packageNames: [String] {
        sortedEntries(ofFolder: path).filter { exists("\(path)/\($0)/datapackage.json") }
    }

    /// A reader of one table of one package.
    ///
    /// - Throws: `Diagnostic` when the package or the table is not there.
    func table(_ table: String, of package: String) throws(Diagnostic) -> CSVReader {
        guard packageNames.contains(package) else { throw noPackage(package) }
        return try SourceFile(path: try file("\(package)/\(table).csv")).csv()
    }

    /// The path of a file of the folder that is about to be read.
    ///
    /// - Parameter name: relative to the folder; it may be made of names that a file gives.
    /// - Throws: `Diagnostic` (bad data) for a name that leads out of the folder, by itself or by a symbolic link, and not
    ///   into one of the other roots.
    public func file(_ name: String) throws(Diagnostic) -> String {
        let file = "\(path)/\(name)"
        guard isContainedName(name) else {
            throw Diagnostic(
                at: SourceLocation(path: path),
                rule: "packages and tables are named, not pointed to by a path",
                found: name.quotedForMessage)
        }
        guard let place = resolvedPath(file), !isInside(file, anyOf: [path] + otherRoots) else { return file }
        throw Diagnostic(
            at: SourceLocation(path: file), rule: "nothing is read outside the data folder \(path)",
            found: "a symbolic link to \(place.quotedForMessage)",
            remedy: "copy the file, or allow the folder that holds it with --data-root")
    }

    /// The error about a package that is not there.
    func noPackage(_ name: String) -> Diagnostic {
        let known = packageNames
        guard !known.isEmpty else {
            return Diagnostic(
                .missingInput, at: SourceLocation(path: path),
                rule: "there is no data package \(name.quotedForMessage)", found: "no packages at all",
                remedy: "go to the folder that holds 'datasets', or name it with --datasets")
        }
        return Diagnostic(
            .missingInput, at: SourceLocation(path: path),
            rule: "there is no data package \(name.quotedForMessage)",
            found: "packages " + known.joined(separator: ", "),
            remedy: nearestWord(to: name, among: known).map { "did you mean \($0.quotedForMessage)?" })
    }

    /// The states of the package `states`.
    ///
    /// - Throws: `Diagnostic` when the package is missing or malformed.
    public func states() throws(Diagnostic) -> StateSystem {
        var reader = try table("states", of: "states")
        let columns = (
            code: try reader.column("iso3"), name: try reader.column("name"), cow: try reader.column("ccode"),
            gw: try reader.column("gwcode"), first: try reader.column("cow_first_day"),
            last: try reader.column("cow_last_day")
        )
        var states: [State] = []
        while let row = try reader.next() {
            guard let code = StateCode(row.text(columns.code)) else {
                throw row.wrong(columns.code, "an ISO 3166-1 alpha-3 code is three capital letters")
            }
            guard let first = CalendarDay(iso8601: row.text(columns.first)) else {
                throw row.wrong(columns.first, "the cell must be a date YYYY-MM-DD")
            }
            let last = CalendarDay(iso8601: row.text(columns.last))
            guard row.isEmpty(columns.last) || last != nil,
                let span = MembershipSpan(first: first, last: last)
            else {
                throw row.wrong(columns.last, "the cell must be empty or a date not before the first day")
            }
            states.append(
                State(
                    code: code, name: try row.requiredText(columns.name),
                    cowNumber: try row.integer(columns.cow),
                    gleditschWardNumber: try row.integer(columns.gw), membership: span))
        }
        guard let system = StateSystem(states) else {
            throw Diagnostic(
                at: SourceLocation(path: reader.path), rule: "codes, numbers and names of states must differ")
        }
        return system
    }

    /// The path of the bibliography.
    public var bibliographyFile: String { "\(path)/references.bib" }

    /// The bibliography of all sources and methods.
    ///
    /// - Throws: `Diagnostic` when `references.bib` is missing or malformed.
    public func bibliography() throws(Diagnostic) -> Bibliography {
        try Bibliography(parsing: readText(ofFile: file("references.bib")), path: bibliographyFile)
    }
}
