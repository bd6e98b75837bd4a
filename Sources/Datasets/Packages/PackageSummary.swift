import Diagnostics
import Tabular

/// What a listing says about a package.
public struct PackageSummary: Encodable, Sendable {
    public struct TableSummary: Encodable, Sendable {
        public let name: String
        public let title: String
        public let rows: Int
    }

    public let name: String
    public let title: String
    public let tables: [TableSummary]
    /// The names of the licences, or their titles where they have none.
    public let licences: [String]
    public let importer: String

    /// The rows of all tables but the import log.
    public var rows: Int { tables.filter { $0.name != "import-log" }.map(\.rows).reduce(0, +) }

    /// The summaries as a JSON list.
    ///
    /// - Throws: `Diagnostic` (internal failure) if they cannot be encoded.
    public static func json(of summaries: [PackageSummary]) throws(Diagnostic) -> [UInt8] {
        try jsonBytes(of: summaries)
    }
}

extension DatasetFolder {
    /// The summary of a package; its tables are read to count their rows.
    ///
    /// - Throws: `Diagnostic` when the package is missing or malformed.
    public func summary(ofPackage name: String) throws(Diagnostic) -> PackageSummary {
        let package = try package(name)
        var tables: [PackageSummary.TableSummary] = []
        for resource in package.resources {
            var reader = try table(resource.schema.name, of: name)
            var rows = 0
            while try reader.next() != nil { rows += 1 }
            tables.append(.init(name: resource.schema.name, title: resource.schema.title, rows: rows))
        }
        return PackageSummary(
            name: name, title: package.metadata.title, tables: tables,
            licences: package.metadata.licences.map(\.shortName),
            importer: package.importer)
    }

    /// The import log of a package as one line a reason; empty when nothing was skipped.
    ///
    /// - Throws: `Diagnostic` when the log is missing or malformed.
    public func importLogLines(ofPackage name: String) throws(Diagnostic) -> [String] {
        var reader = try table("import-log", of: name)
        let columns = try reader.columns(["file", "reason", "rows", "first_lines"])
        var lines: [String] = []
        while let row = try reader.next() {
            let cells = columns.map { row.text($0) }
            lines.append("\(cells[0]): \(cells[1]): \(cells[2]) (lines \(cells[3]))")
        }
        return lines
    }
}
