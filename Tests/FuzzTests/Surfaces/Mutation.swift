/// Changes of an input that keep most of its form: lines, cells, words and numbers are moved, doubled, dropped and
/// replaced by awkward ones.
struct Mutation {
    /// Words of the surface's grammar.
    let words: [[UInt8]]

    init(of surface: Surface) { words = surface.words.map { Array($0.utf8) } + Self.awkward }

    /// What readers of text and numbers stumble over.
    private static let awkward: [[UInt8]] =
        [
            "", "0", "-1", "1", "-0", "1e400", "-1e308", "5e-324", "0x1p3", "nan", "inf", "NaN", "99999",
            "2147483648",
            "9223372036854775807", "-9223372036854775808", "18446744073709551616", "0.1", "1.", ".5", "+1",
            "\"", "\"\"", ",",
            "\r", "\r\n", "\n", "\n\n", "\u{FEFF}", "\u{0}", "e\u{301}", "\u{2028}", "\u{85}", "😀", " ", "\t",
            ":", "-",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

    /// One to four changes.
    func changed(_ bytes: [UInt8], using random: inout some RandomNumberGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) { bytes = changedOnce(bytes, using: &random) }
        return bytes
    }

    private func changedOnce(_ bytes: [UInt8], using random: inout some RandomNumberGenerator) -> [UInt8] {
        func any(_ count: Int) -> Int { count == 0 ? 0 : Int.random(in: 0..<count, using: &random) }
        switch any(10) {
        case 0:
            let place = any(bytes.count + 1)
            return Array(bytes[..<place]) + words[any(words.count)] + Array(bytes[place...])
        case 1, 2:
            return onPieces(of: bytes, at: Self.isBetweenCells) { cells in
                cells[any(cells.count)] = words[any(words.count)][...]
            }
        case 3:
            return onPieces(of: bytes, at: Self.isBetweenCells) { cells in
                cells.swapAt(any(cells.count), any(cells.count))
            }
        case 4:
            return onPieces(of: bytes, at: Self.isBetweenCells) { cells in
                cells[any(cells.count)] = cells[any(cells.count)]
            }
        case 5:
            return onPieces(of: bytes, at: { $0 == 10 }) { lines in
                lines.insert(lines[any(lines.count)], at: any(lines.count + 1))
            }
        case 6: return onPieces(of: bytes, at: { $0 == 10 }) { lines in lines.remove(at: any(lines.count)) }
        case 7:
            return onPieces(of: bytes, at: { $0 == 10 }) { lines in
                lines.swapAt(any(lines.count), any(lines.count))
            }
        case 8: return Array(bytes[..<any(bytes.count + 1)])
        default:
            guard !bytes.isEmpty else { return bytes }
            var bytes = bytes
            bytes[any(bytes.count)] = UInt8.random(in: 0...255, using: &random)
            return bytes
        }
    }

    private static func isBetweenCells(_ byte: UInt8) -> Bool { ",\n:[]{} ".utf8.contains(byte) }

    /// Changes the pieces between separators, which stay where they are.
    private func onPieces(
        of bytes: [UInt8], at isSeparator: (UInt8) -> Bool, _ change: (inout [ArraySlice<UInt8>]) -> Void
    ) -> [UInt8] {
        var pieces = bytes.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
        let separators = bytes.filter(isSeparator)
        change(&pieces)
        var result: [UInt8] = []
        for (place, piece) in pieces.enumerated() {
            if place > 0 { result.append(place <= separators.count ? separators[place - 1] : 10) }
            result += piece
        }
        return result
    }
}
