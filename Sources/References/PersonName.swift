/// A person, or a body, as a bibliography names it.
public struct PersonName: Hashable, Sendable {
    /// The family name with its particles (`van Valkenhoef`), or the whole name of a body.
    public let family: String
    /// Given names; nil for a body, or a person of one name.
    public let given: String?

    public init(family: String, given: String? = nil) {
        (self.family, self.given) = (family, given)
    }

    var familyFirst: String { given.map { "\(family), \($0)" } ?? family }
    var givenFirst: String { given.map { "\($0) \(family)" } ?? family }

    /// Names in BibTeX's form, joined by `and` outside braces: `Family, Given`, `Given Family` (small-letter particles
    /// belong to the family), or a body in braces of its own. `others` becomes "et al.".
    static func list(parsing text: String) -> [PersonName] {
        split(text, at: " and ").map { name in
            if name == "others" { return PersonName(family: "et al.") }
            let parts = split(name, at: ",")
            if parts.count > 1 {
                // Family, Jr., Given
                let given = ([parts[parts.count - 1]] + parts[1..<(parts.count - 1)]).joined(separator: ", ")
                return PersonName(
                    family: plainText(ofLaTeX: parts[0]), given: plainText(ofLaTeX: given))
            }
            let words = split(name, at: " ")
            guard words.count > 1 else { return PersonName(family: plainText(ofLaTeX: name)) }
            let particle = words.dropLast().firstIndex { $0.first?.isLowercase == true }
            let start = particle ?? words.count - 1
            let family = words[start...].joined(separator: " ")
            let given = words[..<start].joined(separator: " ")
            return PersonName(
                family: plainText(ofLaTeX: family), given: given.isEmpty ? nil : plainText(ofLaTeX: given))
        }
    }

    /// The non-empty parts of a text between separators that stand outside braces.
    private static func split(_ text: String, at separator: String) -> [String] {
        var parts: [String] = []
        var part = ""
        var depth = 0
        var rest = text[...]
        while let character = rest.first {
            if depth == 0, rest.hasPrefix(separator) {
                parts.append(part)
                part = ""
                rest = rest.dropFirst(separator.count)
                continue
            }
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            part.append(character)
            rest = rest.dropFirst()
        }
        return (parts + [part]).map { $0[...].trimmingWhitespace }.filter { !$0.isEmpty }
    }
}
