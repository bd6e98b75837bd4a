import Foundation
import Testing

@testable import Batch

struct TextTableTests {
    @Test func columnsAreAsWideAsTheirCells() {
        let table = TextTable(
            names: ["volume", "output"],
            columns: [
                .init(heading: "main", cells: ["8 of 91", "7= of 91"]),
                .init(heading: "1993-2003", cells: ["not assessable", "9 of 91"]),
            ])
        #expect(
            table.lines(width: 80) == [
                "            main      1993-2003", "volume      8 of 91   not assessable",
                "output      7= of 91  9 of 91",
            ])
    }

    /// Whatever there is, lines fit, and every cell is there.
    @Test(arguments: [0, 1, 2, 5, 9, 40], [3, 20, 200])
    func everyLineFits(columns: Int, length: Int) {
        let table = TextTable(
            names: ["a", String(repeating: "long title ", count: 20)],
            columns: (0..<columns).map { number in
                .init(
                    heading: "c\(number)-" + String(repeating: "x", count: length),
                    cells: ["\(number)=", "not assessable"])
            })
        let lines = table.lines(width: 80)
        for line in lines { #expect(line.count <= 80, "\(line)") }
        for number in 0..<columns { #expect(lines.count { $0.contains("c\(number)-") } == 1) }
        #expect(lines.map { $0.components(separatedBy: "not assessable").count - 1 }.reduce(0, +) == columns)
        // What goes on below repeats the names.
        #expect(lines.count { $0.hasPrefix("a ") } == lines.count { $0.hasPrefix("long title") })
    }
}
