/// The candidate nearest to `word` by edit distance, if one is near enough to be a likely slip of the pen.
///
/// Near enough is at most a third of the word's length, and at least one edit. Ties go to the candidate that
/// sorts first, so that messages do not depend on the order of a dictionary.
public func nearestWord(to word: String, among candidates: some Sequence<String>) -> String? {
    let allowed = max(1, word.count / 3)
    return candidates.sorted()
        .map { (word: $0, distance: editDistance(Array(word.lowercased()), Array($0.lowercased()))) }
        .filter { $0.distance <= allowed }
        .min { $0.distance < $1.distance }?
        .word
}

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours cost 1.
func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    // A name that long is no slip of the pen, and the table would be quadratic in hostile input.
    guard a.count <= 128, b.count <= 128 else { return .max }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        row.reserveCapacity(b.count + 1)
        for j in b.indices {
            var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                best = min(best, beforeLast[j - 1] + 1)
            }
            row.append(best)
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}

extension String {
    /// The text itself, or its beginning and an ellipsis when it is longer than `limit` Unicode scalars.
    ///
    /// Scalars and not characters, of which one may be as long as a file: a letter and a million accents.
    public func shortened(to limit: Int) -> String {
        let scalars = unicodeScalars
        guard scalars.index(startIndex, offsetBy: limit + 1, limitedBy: endIndex) != nil else { return self }
        return String(scalars.prefix(limit - 1)) + "…"
    }

    /// The text in quotes, with control characters made visible, for use in messages.
    public var quotedForMessage: String { "'\(written(keeping: []))'" }

    /// The text with everything made visible that does something to a terminal other than showing a letter: control
    /// characters, of which a line feed and a tab may stay, and those that turn the direction of writing.
    public var printable: String { written(keeping: ["\n", "\t"]) }

    private func written(keeping kept: [Unicode.Scalar]) -> String {
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if kept.contains(scalar) || !scalar.steersTerminals {
                text.append(scalar)
            } else {
                text.append(contentsOf: scalar.escaped.unicodeScalars)
            }
        }
        return String(text)
    }
}

extension Unicode.Scalar {
    /// Whether it is a control character (C0, DEL, C1), a separator of lines, or an embedding, override or isolate of the
    /// direction of writing (Unicode Standard Annex 9), with which a name can pass for another.
    fileprivate var steersTerminals: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    fileprivate var escaped: String {
        switch self {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{\(String(value, radix: 16))}"
        }
    }
}
