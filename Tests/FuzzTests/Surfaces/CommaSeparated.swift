import Diagnostics

@testable import Tabular

extension Surface {
    /// The reader of comma-separated values: takes what RFC 4180 allows and nothing else, gives the cells that a simple
    /// reader finds, the same in pieces of any size, and the same again when they are written.
    ///
    /// The first byte is the size of the pieces.
    static let commaSeparated = Surface("csv", words: ["\"\"", "\r\n", "\u{FEFF}", "\",\"", "\u{301}"]) {
        input in
        let bytes = Array(input.dropFirst())
        let expected = SimpleTable(bytes)
        let whole: [[String]]
        do throws(Diagnostic) {
            whole = try cells { () throws(Diagnostic) in try CSVReader(bytes, path: "table.csv") }
        } catch {
            try agree(expected == nil, "a table was refused that RFC 4180 allows: \(error)")
            try agree(error.location?.line != nil, "an error about a table must give a line: \(error)")
            try agree(
                (try? inPieces(bytes, of: input.first)) == nil, "what is refused whole was taken in pieces")
            throw error
        }
        guard let expected else { throw Disagreement(description: "a table was taken that is malformed") }
        try agree(whole == expected.rows, "cells differ from those of a simple reader")
        try agree(
            try inPieces(bytes, of: input.first) == whole, "cells differ when the table is read in pieces")
        var table = Table(
            schema: TableSchema(
                name: "t", title: "t", fields: whole[0].map { .init($0, .string, "d") }, primaryKey: []))
        for row in whole.dropFirst() { table.append(row.map { .text($0) }) }
        for isVerbatim in [true, false] {
            let written = try table.csv(significantDigits: 12, isVerbatim: isVerbatim)
            let again = try cells { () throws(Diagnostic) in try CSVReader(written, path: "written.csv") }
            // What keeps a spreadsheet from taking a text for a formula is taken off again.
            let read = isVerbatim ? again : again.map { $0.map(\.withoutSpreadsheetGuard) }
            try agree(
                read.map { $0.map { Array($0.utf8) } } == whole.map { $0.map { Array($0.utf8) } },
                "cells differ after they were written and read again")
        }
    }

    private static func inPieces(_ bytes: [UInt8], of size: UInt8?) throws(Diagnostic) -> [[String]] {
        try cells { () throws(Diagnostic) in
            try CSVReader(path: "table.csv", pieceSize: Int(size ?? 0) % 40) {
                (offset, count) throws(Diagnostic) in
                Array(bytes.dropFirst(offset).prefix(count))
            }
        }
    }

    private static func cells(of open: () throws(Diagnostic) -> CSVReader) throws(Diagnostic) -> [[String]] {
        var reader = try open()
        var rows = [reader.header]
        while let row = try reader.next() { rows.append((0..<row.count).map { row.text($0) }) }
        return rows
    }
}

/// Comma-separated values read in the plainest way: byte by byte, everything in memory.
struct SimpleTable {
    private(set) var rows: [[String]] = []

    /// Nil for what RFC 4180 and the rules of `CSVReader` do not allow.
    init?(_ bytes: [UInt8]) {
        var bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard !bytes.isEmpty, !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else {
            return nil
        }
        var row: [String] = []
        var cell: [UInt8] = []
        var place = 0
        func at(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }
        while place < bytes.count {
            cell = []
            if at(place) == UInt8(ascii: "\"") {
                place += 1
                while true {
                    guard let byte = at(place) else { return nil }
                    place += 1
                    if byte != UInt8(ascii: "\"") {
                        cell.append(byte)
                    } else if at(place) == UInt8(ascii: "\"") {
                        cell.append(byte)
                        place += 1
                    } else {
                        break
                    }
                }
            } else {
                while let byte = at(place), ![UInt8(ascii: ","), 10, 13].contains(byte) {
                    guard byte != UInt8(ascii: "\"") else { return nil }
                    cell.append(byte)
                    place += 1
                }
            }
            row.append(String(decoding: cell, as: UTF8.self))
            switch at(place) {
            case UInt8(ascii: ","):
                place += 1
                // A comma at the end of the file has an empty cell behind it.
                if place == bytes.count {
                    row.append("")
                    rows.append(row)
                }
                continue
            case 13:
                guard at(place + 1) == 10 else { return nil }
                place += 2
            case 10: place += 1
            case nil: break
            default: return nil
            }
            rows.append(row)
            row = []
        }
        guard Set(rows[0]).count == rows[0].count, rows.allSatisfy({ $0.count == rows[0].count }) else {
            return nil
        }
    }
}
