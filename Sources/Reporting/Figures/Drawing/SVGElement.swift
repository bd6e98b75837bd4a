import Tabular

/// An SVG element: attributes keep the order in which they were written, so the same input gives the same bytes.
struct SVGElement: Sendable {
    enum Content: Sendable {
        case element(SVGElement)
        case text(String)
    }

    let name: String
    let attributes: [(name: String, value: String)]
    let content: [Content]

    init(_ name: String, _ attributes: [(String, String)], _ children: [SVGElement] = []) {
        self.name = name
        self.attributes = attributes.map { (name: $0.0, value: $0.1) }
        content = children.map { .element($0) }
    }

    init(_ name: String, _ attributes: [(String, String)], text: String) {
        self.name = name
        self.attributes = attributes.map { (name: $0.0, value: $0.1) }
        content = [.text(text)]
    }

    /// The element as text, one line an element; text content stays on the line of its element.
    func written(indentation: String = "") -> String {
        var text = "\(indentation)<\(name)"
        for attribute in attributes { text += " \(attribute.name)=\"\(xmlEscaped(attribute.value))\"" }
        guard !content.isEmpty else { return text + "/>\n" }
        text += ">"
        var isBlock = false
        for item in content {
            switch item {
            case .text(let value): text += xmlEscaped(value)
            case .element(let child):
                if !isBlock { text += "\n" }
                isBlock = true
                text += child.written(indentation: indentation + "  ")
            }
        }
        return text + (isBlock ? indentation : "") + "</\(name)>\n"
    }
}

/// Text that may stand in XML content and in quoted attributes; what XML does not allow becomes U+FFFD.
func xmlEscaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        case "\t", "\n", "\r": result += " "
        default:
            let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
            result.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
        }
    }
    return result
}

/// A coordinate with at most two decimals: a hundredth of a point is finer than any printer.
func coordinate(_ value: Double) -> String {
    var text = formatted(value, decimals: 2)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
}
