import Diagnostics
import Files
import Tabular

extension Kernel {
    /// Every cell of a file of dyad-years converted: two codes, a year, a count and a number.
    ///
    /// The answer: the sum of each number column, and how many cells of the first column are `AZE`.
    static let readCSV = Kernel(name: "csv", files: ["DYAD_YEARS"]) { arguments in
        let path = arguments.files[0]
        return try Timing.of {
            // In pieces, as importers read.
            let file = try ReadableFile(path: path)
            var reader = try CSVReader(path: path) { (offset, count) throws(Diagnostic) in
                try file?.bytes(from: offset, atMost: count) ?? []
            }
            var first: [String] = []
            var second: [String] = []
            var years: [Int] = []
            var counts: [Int] = []
            var values: [Double] = []
            while let row = try reader.next() {
                first.append(row.text(0))
                second.append(row.text(1))
                years.append(try row.integer(2))
                counts.append(try row.count(3))
                values.append(try row.number(4))
            }
            return [
                Double(years.reduce(0, +)), Double(counts.reduce(0, +)), values.reduce(0, +),
                Double(first.count { $0 == "AZE" }),
            ]
        }
    }
}
