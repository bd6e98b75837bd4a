import Diagnostics

/// Some bytes of a file under the name that messages give it.
final class CSVText: Sendable {
    let path: String
    let bytes: [UInt8]

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The place of a byte in its line, counted in characters (Unicode scalars) from 1.
    ///
    /// The bytes begin with a line, so that every line that the position is on begins in them.
    func characterColumn(of position: Int) -> Int {
        let before = bytes[..<min(position, bytes.count)]
        let lineStart = before.lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
        return before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    }
}

/// The part of a file that is in memory: from the line of the next row on.
struct CSVWindow: Sendable {
    private(set) var text: CSVText
    /// Where the next row begins.
    private(set) var position = 0
    /// How many bytes have been checked as UTF-8; no row reaches beyond them.
    private(set) var checkedCount = 0
    /// Whether the bytes reach to the end of the file.
    private(set) var isComplete: Bool
    /// Where the line of the next row begins: before a byte-order mark.
    private var lineStart = 0
    /// How many bytes of the file have been read.
    private var offset = 0
    private let pieceSize: Int
    private let read: CSVReader.ReadBytes?

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Bytes that are all there.
    init(of bytes: [UInt8], path: String) throws(Diagnostic) {
        text = CSVText(path: path, bytes: bytes)
        (isComplete, pieceSize, read) = (true, 0, nil)
        try checkUTF8(upTo: bytes.count, fromLine: 1)
        position = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    }

    /// Bytes that are read in pieces.
    init(
        path: String, pieceSize: Int, reading read: @escaping CSVReader.ReadBytes
    ) throws(Diagnostic) {
        text = CSVText(path: path, bytes: [])
        (isComplete, self.pieceSize, self.read) = (false, pieceSize, read)
        while text.bytes.count < Self.byteOrderMark.count, try extend(atLine: 1) {}
        position = text.bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    }

    /// Goes to the next row, which begins a line.
    mutating func moveOn(to position: Int) {
        (self.position, lineStart) = (position, position)
    }

    /// Reads a piece more, which doubles what there is when a row does not fit; false at the end of the file.
    ///
    /// - Throws: `Diagnostic` when the bytes are not UTF-8; and what the source throws.
    mutating func extend(atLine line: Int) throws(Diagnostic) -> Bool {
        guard !isComplete, let read else { return false }
        let kept = text.bytes[lineStart...]
        let piece = try read(offset, max(pieceSize, kept.count))
        offset += piece.count
        isComplete = piece.isEmpty
        text = CSVText(path: text.path, bytes: kept + piece)
        position -= lineStart
        checkedCount -= lineStart
        lineStart = 0
        let end = text.bytes.count
        try checkUTF8(upTo: isComplete ? end : end - unfinishedCharacter, fromLine: line)
        return !isComplete
    }

    /// How many bytes at the end begin a character that the next piece must finish.
    private var unfinishedCharacter: Int {
        for (count, byte) in text.bytes[checkedCount...].suffix(3).reversed().enumerated()
        where byte & 0xC0 != 0x80 {
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return length > count + 1 ? count + 1 : 0
        }
        return 0
    }

    private mutating func checkUTF8(upTo end: Int, fromLine line: Int) throws(Diagnostic) {
        let unchecked = text.bytes[checkedCount..<end]
        let isASCII = unchecked.withUnsafeBufferPointer { bytes in bytes.reduce(0, |) < 0x80 }
        guard isASCII || String(validating: unchecked, as: UTF8.self) != nil else {
            // Only now, for the message: the first line that is not valid by itself.
            let lines = text.bytes[lineStart..<end].split(
                separator: .lineFeed, omittingEmptySubsequences: false)
            let index = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
            throw Diagnostic(
                at: SourceLocation(path: text.path, line: line + index), rule: "text must be UTF-8",
                remedy: "convert the file, for example with iconv -t UTF-8")
        }
        checkedCount = end
    }
}
