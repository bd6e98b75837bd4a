import Diagnostics
import Foundation
import Tabular

/// A table of a results folder, read back by the schema that lies beside it.
struct StoredTable: Sendable {
    struct Column: Hashable, Sendable {
        let name: String
        /// Whether cells are numbers of a scale; all others are compared as text.
        let isNumber: Bool
    }

    let path: String
    let columns: [Column]
    /// The places of the columns of the primary key.
    let key: [Int]
    /// Cells as text; empty for a missing value.
    let rows: [[String]]

    /// - Parameters:
    ///   - resource: what `datapackage.json` says of the table.
    ///   - bytes: the CSV file.
    ///   - path: what messages call the file.
    /// - Throws: `Diagnostic` for malformed CSV, and columns that are not those of the schema.
    init(_ resource: StoredPackage.Resource, bytes: [UInt8], path: String) throws(Diagnostic) {
        self.path = resource.path
        var reader = try CSVReader(bytes, path: path)
        let fields = resource.schema.fields
        guard reader.header == fields.map(\.name) else {
            throw Diagnostic(
                at: SourceLocation(path: path, line: 1),
                rule: "columns must be those that datapackage.json names",
                found: reader.header.joined(separator: ",").quotedForMessage)
        }
        columns = fields.map { Column(name: $0.name, isNumber: $0.type == "number") }
        key = resource.schema.primaryKey.compactMap { name in fields.firstIndex { $0.name == name } }
        var rows: [[String]] = []
        while let row = try reader.next() { rows.append((0..<row.count).map(row.text)) }
        self.rows = rows
    }

    /// The values of a JSON document as a table of two columns, the place of a value in the document and the value. Whole numbers
    /// are text, for they are ranks and counts.
    ///
    /// - Throws: `Diagnostic` (bad data) for what is no JSON.
    init(json bytes: [UInt8], path: String, in place: String) throws(Diagnostic) {
        self.path = path
        guard let value = try? JSONDecoder().decode(JSONLeaves.self, from: Data(bytes)) else {
            throw Diagnostic(at: SourceLocation(path: place), rule: "the file must hold JSON")
        }
        columns = [Column(name: "at", isNumber: false), Column(name: "value", isNumber: true)]
        key = [0]
        rows = value.leaves.map { [$0.path, $0.value] }.sorted { $0[0] < $1[0] }
    }

    /// What tells a row from all others: the cells of the primary key, or all cells in a table without one.
    func key(of row: [String]) -> [String] { key.isEmpty ? row : key.map { row[$0] } }

    /// The same in words.
    func name(of row: [String]) -> String {
        (key.isEmpty ? Array(columns.indices) : key).map { "\(columns[$0].name) \(row[$0])" }
            .joined(separator: ", ")
    }
}

/// What of a results folder's `datapackage.json` is needed to read its tables.
struct StoredPackage: Decodable, Sendable {
    struct Field: Decodable {
        let name: String
        let type: String
    }

    struct Schema: Decodable {
        let fields: [Field]
        let primaryKey: [String]
    }

    struct Resource: Decodable {
        let path: String
        let schema: Schema
    }

    let resources: [Resource]
}
