import TestSupport
import Testing

/// A small table that has less in it than methods ask for; cells as text, empty for missing. Made for tests.
struct DegenerateTable: CustomTestStringConvertible, Sendable {
    let name: String
    /// K columns of P cells.
    let columns: [[String]]

    var testDescription: String { name }
    var indicators: [String] { columns.indices.map { "i\($0 + 1)" } }
    var units: Int { columns.first?.count ?? 0 }

    var text: String {
        let rows = (0..<units).map { unit in
            (["u\(unit + 1)", unit % 2 == 0 ? "x" : "y"] + columns.map { $0[unit] }).joined(separator: ",")
        }
        return ([(["unit", "region"] + indicators).joined(separator: ",")] + rows).joined(separator: "\n")
            + "\n"
    }

    /// Two groups if there are two indicators; goalposts, references and weights for the methods that ask for them.
    func sheet(weights: [String]? = nil) -> String {
        var lines = ["indicator,direction,parent,weight,worst,best,reference"]
        for (place, name) in indicators.enumerated() {
            let weight = weights?[place % (weights?.count ?? 1)] ?? "\(place + 1)"
            lines.append("\(name),\(place % 3 == 2 ? "less" : "more"),g\(place % 2),\(weight),0,10,2")
        }
        for group in 0..<min(2, indicators.count) { lines.append("g\(group),,,1,,,") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What arguments of methods name, by file.
    var files: [String: String] {
        let rows = indicators.map { ([$0] + indicators.map { _ in "1" }).joined(separator: ",") }
        return [
            "points.csv": (["judge"] + indicators).joined(separator: ",") + "\n"
                + (["one"] + indicators.map { _ in "10" }).joined(separator: ",") + "\n",
            "comparisons.csv": ([(["i"] + indicators).joined(separator: ",")] + rows).joined(separator: "\n")
                + "\n",
            "numbers.csv": "indicator,value\n" + indicators.map { "\($0),1\n" }.joined(),
        ]
    }

    private init(_ name: String, _ columns: [[String]]) { (self.name, self.columns) = (name, columns) }

    private init(_ name: String, rows: [String]) {
        let cells = rows.map { $0.split(separator: " ").map { $0 == "." ? "" : String($0) } }
        self.init(name, (cells.first ?? []).indices.map { column in cells.map { $0[column] } })
    }

    static let all: [DegenerateTable] = [
        .init("one unit", rows: ["1 2 3 4"]),
        .init("one unit, one indicator", rows: ["7"]),
        .init("two units", rows: ["1 2 3 4", "2 1 5 3"]),
        .init("one indicator", rows: ["1", "2", "3"]),
        .init("all indicators constant", rows: ["1 2 0 4", "1 2 0 4", "1 2 0 4"]),
        .init("one indicator constant", rows: ["1 5 2 3", "2 5 3 1", "3 5 1 4", "5 5 2 2"]),
        .init("all units tied", rows: ["2 2 2 2", "2 2 2 2", "2 2 2 2", "2 2 2 2"]),
        .init("all zero", rows: ["0 0 0 0", "0 0 0 0", "0 0 0 0"]),
        .init("an indicator without values", rows: ["1 . 2 3", "2 . 3 1", "3 . 1 2"]),
        .init("a unit without values", rows: ["1 2 3 1", ". . . .", "2 3 1 5", "4 1 2 2"]),
        .init("nothing at all", rows: [". .", ". .", ". ."]),
        .init("one value", rows: [". .", "3 .", ". ."]),
        .init("one value that is not zero", rows: ["1 0 2 3", "2 0 3 1", "3 0 1 2", "5 7 2 2"]),
        .init("one indicator twice", rows: ["1 1 2 4", "2 2 1 3", "3 3 5 1", "4 4 3 2"]),
        .init("all indicators on one line", rows: ["1 2 3 10", "2 4 6 20", "3 6 9 30", "4 8 12 40"]),
        .init("more indicators than units", rows: ["1 2 3 4 5 6 7", "2 1 4 3 6 5 8"]),
        .init(
            "a checkerboard of gaps", rows: ["1 . 3 .", ". 2 . 4", "5 . 1 .", ". 6 . 2"]),
        .init("huge", rows: ["1e300 1e308 1.7e308 1", "1.7e308 1e300 1e299 2", "1e307 9e307 1 3"]),
        .init("huge of both signs", rows: ["-1.7e308 1.7e308 1 2", "1.7e308 -1.7e308 2 3", "1 1 3 1"]),
        .init("tiny", rows: ["1e-300 5e-324 2e-308 1", "2e-300 1e-323 1e-308 2", "3e-300 0 4e-308 3"]),
        .init("least doubles", rows: ["5e-324 5e-324", "0 5e-324", "1e-323 0"]),
        .init(
            "all magnitudes", rows: ["1e300 1e-300 5e-324 1", "1e-300 5e-324 1 1e300", "0 1 1e300 1e-300"]),
        .init(
            "equal to the last bit",
            rows: ["1 1 1 1", "1.0000000000000002 1 1 1", "1 1.0000000000000002 1 1"]),
        .init(
            "counts at 2^53",
            rows: ["9007199254740992 1 2 3", "9007199254740993 2 3 1", "9007199254740994 3 1 2"]),
        .init("negative", rows: ["-1 -2 -3 -4", "-5 -1 -2 -2", "-3 -3 -1 -7"]),
        .init("halves below zero", rows: ["-1 1 -1 1", "1 -1 1 -1", "-1 1 1 -1", "1 -1 -1 1"]),
        .init("zero and one", rows: ["0 1 1 0", "1 0 1 1", "1 1 0 0", "0 0 1 1"]),
    ]

    /// A table whose cells are drawn from awkward numbers, with constant, repeated, empty and tied columns and rows.
    static func random(seed: UInt64) -> DegenerateTable {
        var draw = SplitMix(seed: seed)
        let pools = [
            ["0", "1", "2", "3", ""], ["0", "0", "0", "1"],
            ["1e300", "1e-300", "5e-324", "1", "0", "-1e300"],
            ["1.7e308", "-1.7e308", "1e308", "3", ""], ["9007199254740991", "9007199254740992", "1"],
            ["-1", "0.1", "0.2", "0.30000000000000004", "0.3"], ["1e-320", "5e-324", "0", ""],
            ["1e154", "1e-154", "2", "1e155"],
        ]
        let (units, indicators) = (Int.random(in: 1...6, using: &draw), Int.random(in: 1...6, using: &draw))
        var columns: [[String]] = []
        for _ in 0..<indicators {
            let pool = pools[Int.random(in: 0..<pools.count, using: &draw)]
            switch Int.random(in: 0..<8, using: &draw) {
            case 0: columns.append((0..<units).map { _ in pool[0] })
            case 1: columns.append(columns.last ?? (0..<units).map { "\($0)" })
            case 2: columns.append((0..<units).map { _ in "" })
            default:
                columns.append((0..<units).map { _ in pool[Int.random(in: 0..<pool.count, using: &draw)] })
            }
        }
        return DegenerateTable("seed \(seed)", columns)
    }
}
