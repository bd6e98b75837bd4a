import Diagnostics
import Synchronization
import Tabular
import TestSupport
import Testing

/// A file that is read in pieces is read as the whole text is, wherever the pieces end.
@Suite struct CSVPieceTests {
    /// Well-formed texts with everything that may be cut in two: quotes, doubled quotes, line ends, characters, the mark.
    static let soundTexts = [
        "", "a", "a\n", "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r\n\"1\r\n2\",\"\"\r\n",
        "\u{FEFF}a,b\n1,2\n", "\u{FEFF}\"č\n\",b\n1,2", "a,b\n\"x\"\"y\",\"\"\"\"\n\"\",č€😀\n,",
        "name,year\n\"two\n\nlines\",2002\nčšž,2003\n,\n", "a\n\n\nx\n",
    ]

    static let texts =
        soundTexts.map { Array($0.utf8) } + CSVErrorTests.tortures.map(\.bytes)
        + (0..<400).map { hostileBytes(seed: UInt64($0)) }

    /// A few bytes of the kinds that matter to a reader, seldom well-formed.
    static func hostileBytes(seed: UInt64) -> [UInt8] {
        var random = SplitMix(seed: seed)
        let kinds: [[UInt8]] = [
            [0x61], [0x62, 0x31], [0x2C], [0x2C], [0x0A], [0x0A], [0x0D, 0x0A], [0x22], [0x22], [0x22, 0x22],
            Array("č".utf8), Array("€".utf8), Array("😀".utf8), [0x20], [0x0D], [0], [0xFF], [0xE2, 0x82],
            [0xEF, 0xBB, 0xBF],
        ]
        // The first kinds are sound: most texts get past the header.
        let count = seed.isMultiple(of: 4) ? kinds.count : 14
        return Array("a,b\n".utf8.prefix(seed.isMultiple(of: 3) ? 0 : 4))
            + (0..<Int.random(in: 1...14, using: &random)).flatMap { _ in
                kinds[Int.random(in: 0..<count, using: &random)]
            }
    }

    /// Reads the text in two pieces, the second as large as is asked for.
    private func reading(_ bytes: [UInt8], cutAt cut: Int, pieceSize: Int) -> Reading {
        Reading { () throws(Diagnostic) in
            try CSVReader(path: "t.csv", pieceSize: pieceSize) { offset, count in
                let limit = offset < cut ? cut : bytes.count
                return Array(bytes[offset..<max(offset, min(offset + count, limit))])
            }
        }
    }

    @Test(arguments: texts)
    func wholeBytesAreReadAsByTheSlowReader(bytes: [UInt8]) {
        let found = Reading { () throws(Diagnostic) in try CSVReader(bytes, path: "t.csv") }
        #expect(found == Reading(wholeText: bytes))
    }

    /// Of two things wrong, the one in the earlier piece is reported: where bytes further on are not UTF-8, a row before
    /// them may be refused first. Everything else is the same at every cut.
    @Test(arguments: texts)
    func everyCutGivesTheSame(bytes: [UInt8]) {
        let expected = Reading(wholeText: bytes)
        for cut in 0...bytes.count {
            for pieceSize in [1, 2, 1000] {
                let found = reading(bytes, cutAt: cut, pieceSize: pieceSize)
                guard found != expected else { continue }
                #expect(
                    expected.fault?.rule == "text must be UTF-8",
                    "cut at \(cut), pieces of \(pieceSize): \(found)")
                let (foundLine, expectedLine) = (found.fault?.line ?? .max, expected.fault?.line ?? 0)
                #expect(foundLine <= expectedLine, "cut at \(cut), pieces of \(pieceSize): \(found)")
            }
        }
    }

    /// A row is a value: what a caller keeps does not change when the reader moves on to other pieces.
    @Test func keptRowsStayAsTheyWere() throws {
        let text = Array(("a,b\n" + (0..<500).map { "\($0),č\($0)\n" }.joined()).utf8)
        var reader = try CSVReader(path: "t.csv", pieceSize: 16) { offset, count in
            Array(text[offset..<min(offset + count, text.count)])
        }
        var kept: [CSVRow] = []
        while let row = try reader.next() { kept.append(row) }
        #expect(kept.map { $0.text(0) } == (0..<500).map(String.init))
        #expect(kept.map { $0.text(1) } == (0..<500).map { "č\($0)" })
        #expect(kept.map(\.line) == Array(2...501))
    }

    /// Two copies of a reader read on by themselves.
    @Test func copiesOfAReaderGoTheirOwnWays() throws {
        let text = Array("a\n1\n2\n3\n4\n".utf8)
        var first = try CSVReader(path: "t.csv", pieceSize: 3) { offset, count in
            Array(text[offset..<min(offset + count, text.count)])
        }
        _ = try first.next()
        var second = first
        #expect(try first.next()?.text(0) == "2")
        #expect(try first.next()?.text(0) == "3")
        #expect(try second.next()?.text(0) == "2")
    }

    /// The reader asks for one piece at a time and for no byte twice: what it holds is bounded by the piece, not the file.
    @Test func asksForNoMoreThanAPieceAhead() throws {
        let row = Array("0123456789,abcdefghij\n".utf8)
        let rows = 2_000
        let asked = Asked()
        var reader = try CSVReader(path: "t.csv", header: ["a", "b"], pieceSize: 100) { offset, count in
            asked.note(offset, count)
            return (offset..<min(offset + count, row.count * rows)).map { row[$0 % row.count] }
        }
        var count = 0
        while try reader.next() != nil { count += 1 }
        #expect(count == rows)
        #expect(asked.largest == 100)
        #expect(asked.offsets == Array(stride(from: 0, through: row.count * rows, by: 100)))
    }
}

/// What a reader has asked for.
private final class Asked: Sendable {
    private let requests = Mutex<[(offset: Int, count: Int)]>([])

    var offsets: [Int] { requests.withLock { $0.map(\.offset) } }
    var largest: Int { requests.withLock { $0.map(\.count).max() ?? 0 } }

    func note(_ offset: Int, _ count: Int) {
        requests.withLock { $0.append((offset, count)) }
    }
}
