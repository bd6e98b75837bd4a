import Diagnostics
import Tabular

/// What a reader makes of a text: its rows up to the end, or up to the first thing that is wrong.
struct Reading: Equatable, CustomStringConvertible {
    struct Cell: Equatable {
        let text: String
        let line: Int
        let column: Int
    }

    struct Fault: Equatable {
        let rule: String
        let line: Int?
        let column: Int?
    }

    var rows: [[Cell]] = []
    var lines: [Int] = []
    var fault: Fault?

    var description: String {
        "\(rows.map { $0.map(\.text) }) at \(lines), \(fault.map { "\($0)" } ?? "no fault")"
    }

    /// Reads by `CSVReader`; the first row is the header.
    init(_ open: () throws(Diagnostic) -> CSVReader) {
        do throws(Diagnostic) {
            var reader = try open()
            while let row = try reader.next() {
                rows.append(
                    (0..<row.count).map {
                        let place = row.location(of: $0)
                        return Cell(text: row.text($0), line: place.line ?? 0, column: place.column ?? 0)
                    })
                lines.append(row.line)
            }
        } catch {
            fault = Fault(rule: error.rule, line: error.location?.line, column: error.location?.column)
        }
    }

    /// Reads slowly and directly: the whole text, one byte after the other, nothing shared with `CSVReader`.
    ///
    /// This is what the reader did when it held files whole.
    init(wholeText bytes: [UInt8]) {
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        where String(validating: line, as: UTF8.self) == nil {
            fault = Fault(rule: "text must be UTF-8", line: index + 1, column: nil)
            return
        }
        var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var header: Int?
        func line(at place: Int) -> Int { bytes[..<place].count { $0 == 0x0A } + 1 }
        func column(at place: Int) -> Int {
            String(decoding: bytes[..<place], as: UTF8.self).unicodeScalars.reversed().prefix { $0 != "\n" }
                .count
                + 1
        }
        func stop(_ rule: String, at place: Int) {
            fault = Fault(rule: rule, line: line(at: place), column: column(at: place))
        }
        if place == bytes.count {
            fault = Fault(rule: "a table needs a header row", line: 1, column: nil)
        }
        while fault == nil, place < bytes.count {
            let start = place
            var row: [Cell] = []
            var isOpen = true
            while isOpen, fault == nil {
                var text: [UInt8] = []
                var begin = place
                if place < bytes.count, bytes[place] == 0x22 {
                    begin += 1
                    place += 1
                    var isClosed = false
                    while !isClosed, fault == nil {
                        if place == bytes.count {
                            stop("a quoted cell must be closed", at: begin - 1)
                        } else if bytes[place] == 0 {
                            stop("text may not contain NUL bytes", at: place)
                        } else if bytes[place...].starts(with: [0x22, 0x22]) {
                            text.append(0x22)
                            place += 2
                        } else if bytes[place] == 0x22 {
                            isClosed = true
                            place += 1
                        } else {
                            text.append(bytes[place])
                            place += 1
                        }
                    }
                } else {
                    while fault == nil, place < bytes.count, ![0x2C, 0x0A, 0x0D].contains(bytes[place]) {
                        if bytes[place] == 0x22 {
                            stop("a quote may not stand inside an unquoted cell", at: place)
                        } else if bytes[place] == 0 {
                            stop("text may not contain NUL bytes", at: place)
                        }
                        text.append(bytes[place])
                        place += 1
                    }
                }
                // A quoted cell's line is that of its opening quote.
                row.append(
                    Cell(
                        text: String(decoding: text, as: UTF8.self), line: line(at: begin),
                        column: column(at: begin)))
                guard fault == nil, place < bytes.count else { break }
                if bytes[place] == 0x2C {
                    place += 1
                } else if bytes[place] == 0x0A {
                    place += 1
                    isOpen = false
                } else if bytes[place...].starts(with: [0x0D, 0x0A]) {
                    place += 2
                    isOpen = false
                } else {
                    stop(
                        bytes[place] == 0x0D
                            ? "a carriage return must be followed by a line feed"
                            : "after a closing quote a comma or the end of the row must follow", at: place)
                }
            }
            guard fault == nil else { return }
            let rowLine = line(at: start)
            if let header, row.count != header {
                let rule = "every row must have as many cells as the header (\(header))"
                fault = Fault(rule: rule, line: rowLine, column: nil)
            } else if header == nil {
                header = row.count
                for (index, cell) in row.enumerated()
                where row[..<index].contains(where: { $0.text == cell.text }) {
                    fault = Fault(rule: "column names must differ", line: cell.line, column: cell.column)
                    return
                }
            } else {
                rows.append(row)
                lines.append(rowLine)
            }
        }
    }
}
