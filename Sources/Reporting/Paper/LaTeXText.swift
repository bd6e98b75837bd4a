import Foundation

/// Text with LaTeX's special characters escaped, safe at the start of a row and in captions.
///
/// What pdfLaTeX with T1 fonts has no glyph for is printed as its code point there, and as itself by XeLaTeX and
/// LuaLaTeX.
func latexEscaped(_ text: String) -> String {
    var result = ""
    var unknown: [Unicode.Scalar] = []
    func flush() {
        guard !unknown.isEmpty else { return }
        let codes = unknown.map { "U+" + String(format: "%04X", $0.value) }.joined(separator: " ")
        let characters = unknown.reduce(into: "") { $0.unicodeScalars.append($1) }
        result += "{\\ifdefined\\Umathcode \(characters)\\else \(codes)\\fi}"
        unknown = []
    }
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
        guard let known = latex(scalar) else {
            unknown.append(scalar)
            continue
        }
        flush()
        result += known
    }
    flush()
    return result
}

/// Nil for a character that pdfLaTeX does not know.
private func latex(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&", "%", "$", "#", "_", "{", "}": "\\\(scalar)"
    case "~": "\\textasciitilde{}"
    case "^": "\\textasciicircum{}"
    case "\\": "\\textbackslash{}"
    case "<": "\\textless{}"
    case ">": "\\textgreater{}"
    case "|": "\\textbar{}"
    case "\"": "\\textquotedbl{}"
    // An optional argument or a star would belong to the end of the row before.
    case "[", "]", "*": "{\(scalar)}"
    case "\u{A0}": "~"
    case "\u{2010}", "\u{2011}": "-"
    case "–": "--"
    case "—": "---"
    case "−": "$-$"
    case "×": "$\\times$"
    case "·": "$\\cdot$"
    case "≤": "$\\leq$"
    case "≥": "$\\geq$"
    case "…": "\\dots{}"
    case "‘": "`"
    case "’": "'"
    case "“": "``"
    case "”": "''"
    // Latin-1 letters, and those of Latin Extended-A that T1 has: not the dotless and long forms.
    case "\u{C0}"..."\u{D6}", "\u{D8}"..."\u{F6}", "\u{F8}"..."\u{FF}": "\(scalar)"
    case "\u{100}"..."\u{17E}"
    where !(0x126...0x127).contains(scalar.value)
        && ![0x138, 0x149, 0x166, 0x167].contains(scalar.value):
        "\(scalar)"
    case "\u{20}"..."\u{7E}": "\(scalar)"
    default: scalar.value < 0x20 || scalar.value == 0x7F ? " " : nil
    }
}
