import Foundation
import Tabular
import TestSupport
import Testing

/// A CSV file of `Tests/ReferenceCases`, by columns.
struct ReferenceTable {
    private var cells: [String: [String]] = [:]
    private(set) var rows = 0

    init(_ name: String, columns: [String]) throws {
        let path = Repository.path("Tests/ReferenceCases/\(name)")
        var reader = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path: path)
        var indices: [(String, Int)] = []
        for column in columns { indices.append((column, try reader.column(column))) }
        while let row = try reader.next() {
            for (column, index) in indices { cells[column, default: []].append(row.text(index)) }
            rows += 1
        }
    }

    func texts(_ column: String) throws -> [String] { try #require(cells[column]) }

    func numbers(_ column: String) throws -> [Double] {
        try texts(column).map { try #require(Double($0), "\($0)") }
    }
}
