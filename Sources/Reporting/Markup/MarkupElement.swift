/// An element of SVG or HTML: attributes keep the order in which they were written, so the same input gives the same
/// bytes.
struct MarkupElement: Sendable {
    enum Content: Sendable {
        case element(MarkupElement)
        case text(String)
        /// Text of the program itself in which no character is markup: a style sheet or a script. Nothing from data.
        case verbatim(StaticString)
    }

    let name: String
    let attributes: [(name: String, value: String)]
    let content: [Content]

    init(_ name: String, _ attributes: [(String, String)], content: [Content]) {
        self.name = name
        self.attributes = attributes.map { (name: $0.0, value: $0.1) }
        self.content = content
    }

    init(_ name: String, _ attributes: [(String, String)], _ children: [MarkupElement] = []) {
        self.init(name, attributes, content: children.map { .element($0) })
    }

    init(_ name: String, _ attributes: [(String, String)], text: String) {
        self.init(name, attributes, content: [.text(text)])
    }

    /// The element as XML, one line an element; text content stays on the line of its element.
    func written(indentation: String = "") -> String {
        var text = ""
        write(to: &text, indentation: indentation)
        return text
    }

    private func write(to text: inout String, indentation: String) {
        text += indentation
        writeStart(to: &text)
        guard !content.isEmpty else {
            text += "/>\n"
            return
        }
        text += ">"
        var isBlock = false
        for item in content {
            switch item {
            case .text(let value): text += xmlEscaped(value)
            case .verbatim(let value): text += value.description
            case .element(let child):
                if !isBlock { text += "\n" }
                isBlock = true
                child.write(to: &text, indentation: indentation + "  ")
            }
        }
        text += (isBlock ? indentation : "") + "</\(name)>\n"
    }

    /// `<name a="b"`, still open.
    func writeStart(to text: inout String) {
        text += "<\(name)"
        for attribute in attributes { text += " \(attribute.name)=\"\(xmlEscaped(attribute.value))\"" }
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
