import Foundation
import Tabular
import TestSupport
import Testing

/// Columns of a CSV file under Tests/ReferenceCases, by their names.
func referenceColumns(_ name: String) throws -> [String: [String]] {
    let path = Repository.path("Tests/ReferenceCases/\(name)")
    var reader = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path: path)
    let header = reader.header
    var columns: [String: [String]] = [:]
    while let row = try reader.next() {
        for (place, name) in header.enumerated() { columns[name, default: []].append(row.text(place)) }
    }
    return columns
}

/// A column of numbers.
func referenceNumbers(_ columns: [String: [String]], _ name: String) throws -> [Double] {
    let cells = try #require(columns[name], "no column \(name)")
    return try cells.map { cell in
        let number: Double = try #require(Double(cell), "\(cell)")
        return number
    }
}
