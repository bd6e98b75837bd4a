import Foundation

/// The plain text of a piece of LaTeX as bibliographies hold it: accents and special letters become characters, dashes
/// and quotation marks typographic ones, and braces go. Of a command that is not known its argument stays.
///
/// Mathematics is not set: what stands between dollar signs stays as it is.
func plainText(ofLaTeX source: String) -> String { plainText(ofLaTeX: source, depth: 0) }

private func plainText(ofLaTeX source: String, depth: Int) -> String {
    var reader = LaTeXReader(rest: source[...], depth: depth)
    return reader.text().precomposedStringWithCanonicalMapping
}

private struct LaTeXReader {
    var rest: Substring
    /// How many accents the text is an argument of. Beyond a few, what else stands there is kept as it is: no name has
    /// more, and the stack has an end.
    var depth: Int

    private static let deepest = 8

    /// Unicode's combining characters, by the command that puts the accent over the letter after it.
    private static let accents: [Character: Unicode.Scalar] = [
        "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}", "u": "\u{306}",
        ".": "\u{307}", "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}", "v": "\u{30C}", "d": "\u{323}",
        "c": "\u{327}", "k": "\u{328}", "b": "\u{331}",
    ]

    private static let letters: [String: String] = [
        "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø",
        "l": "ł", "L": "Ł", "i": "i", "j": "j", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ",
        "DJ": "Đ",
        "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…", "textquoteright": "’",
        "textbackslash": "\\", "S": "§", "pounds": "£", "euro": "€",
    ]

    private static let marks = [
        ("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’"), ("~", " "),
    ]

    /// The text up to the end.
    mutating func text() -> String {
        var result = ""
        while let character = rest.first {
            switch character {
            case "{", "}": rest = rest.dropFirst()
            case "\\":
                rest = rest.dropFirst()
                result += command()
            default:
                if let (mark, sign) = Self.marks.first(where: { rest.hasPrefix($0.0) }) {
                    rest = rest.dropFirst(mark.count)
                    result += sign
                } else {
                    result.append(character)
                    rest = rest.dropFirst()
                }
            }
        }
        return result.split(whereSeparator: { $0 == " " || $0.isNewline }).joined(separator: " ")
    }

    /// What a command behind a backslash stands for.
    private mutating func command() -> String {
        guard let first = rest.first else { return "" }
        let isWord = first.isASCII && first.isLetter
        let name = isWord ? String(rest.prefix { $0.isASCII && $0.isLetter }) : String(first)
        rest = rest.dropFirst(name.count)
        if name.count == 1, let accent = Self.accents[first] {
            guard let letter = accented() else { return "" }
            var scalars = String.UnicodeScalarView()
            scalars.append(contentsOf: letter.unicodeScalars.prefix(1))
            scalars.append(accent)
            scalars.append(contentsOf: letter.unicodeScalars.dropFirst())
            return String(scalars)
        }
        if isWord { rest = rest.drop(while: \.isWhitespace) }
        if let letter = Self.letters[name] {
            if rest.hasPrefix("{}") { rest = rest.dropFirst(2) }
            return letter
        }
        if name == "," || name == " " || name == "\n" { return " " }
        // The escaped signs; of a command that sets its argument in a style the argument is read next.
        return isWord ? "" : name
    }

    /// The letter, or group of letters, that an accent belongs to.
    private mutating func accented() -> String? {
        rest = rest.drop(while: \.isWhitespace)
        guard let next = rest.first, next != "}", depth < Self.deepest else { return nil }
        depth += 1
        defer { depth -= 1 }
        rest = rest.dropFirst()
        if next == "{" {
            let group = rest.prefix { $0 != "}" }
            rest = rest.dropFirst(group.count + 1)
            return plainText(ofLaTeX: String(group), depth: depth)
        }
        return next == "\\" ? command() : String(next)
    }
}
