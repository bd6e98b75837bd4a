import Foundation
import LinearAlgebra
import Numerics
import Scoring
import Tabular
import TestSupport
import Testing

/// A matrix from its rows.
func matrix(_ rows: [[Double]]) -> Matrix {
    Matrix(rows: rows.count, columns: rows.first?.count ?? 0) { rows[$0][$1] }
}

/// A table of which all units are the reference class.
func productionTable(_ inputs: [[Double]], _ outputs: [[Double]]) throws -> ProductionTable {
    try ProductionTable(
        inputs: matrix(inputs), outputs: matrix(outputs),
        isReference: Array(repeating: true, count: inputs.count))
}

/// Columns of numbers of a file under Tests/ReferenceCases, by their names.
func referenceColumns(_ file: String, _ names: [String]) throws -> [[Double]] {
    let path = Repository.path("Tests/ReferenceCases/\(file)")
    var reader = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path: path)
    var places: [Int] = []
    for name in names { places.append(try reader.column(name)) }
    var columns = Array(repeating: [Double](), count: names.count)
    while let row = try reader.next() {
        for (index, place) in places.enumerated() { columns[index].append(try row.number(place)) }
    }
    return columns
}

/// The column `unit` of a reference case.
func referenceUnits(_ file: String) throws -> [String] {
    let path = Repository.path("Tests/ReferenceCases/\(file)")
    var reader = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path: path)
    let place = try reader.column("unit")
    var units: [String] = []
    while let row = try reader.next() { units.append(row.text(place)) }
    return units
}

/// Columns of numbers of a reference case as a matrix, a row a unit.
func referenceMatrix(_ file: String, _ names: [String]) throws -> Matrix {
    let columns = try referenceColumns(file, names)
    return Matrix(rows: columns.first?.count ?? 0, columns: names.count) { columns[$1][$0] }
}

/// A reference case of which all units are the reference class.
func referenceTable(_ name: String, inputs: [String], outputs: [String]) throws -> ProductionTable {
    let x = try referenceMatrix("\(name)/input.csv", inputs)
    let y = try referenceMatrix("\(name)/input.csv", outputs)
    return try ProductionTable(
        inputs: x, outputs: y, isReference: Array(repeating: true, count: x.rows))
}

func isNear(_ a: Double?, _ b: Double?, _ tolerance: Double) -> Bool {
    switch (a, b) {
    case (let a?, let b?): a.isApproximatelyEqual(to: b, absoluteTolerance: tolerance)
    case (nil, nil): true
    default: false
    }
}

func areNear(_ a: [Double?], _ b: [Double?], _ tolerance: Double) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { isNear($0, $1, tolerance) }
}

/// Units, inputs and outputs between 1 and 100 in the ratio of a power law, with noise, drawn from a stream.
func randomProductionTable(
    _ stream: UInt64, units: Int, inputs: Int, outputs: Int
) -> (inputs: Matrix, outputs: Matrix) {
    var cursor = RandomCursor(Philox(seed: 1978, stream: stream))
    let x = Matrix(rows: units, columns: inputs) { _, _ in 1 + 99 * cursor.nextUniform() }
    let y = Matrix(rows: units, columns: outputs) { _, _ in 1 + 99 * cursor.nextUniform() }
    return (x, y)
}

let allModels = Orientation.allCases.flatMap { orientation in
    ReturnsToScale.allCases.map { EfficiencyModel(returnsToScale: $0, orientation: orientation) }
}
