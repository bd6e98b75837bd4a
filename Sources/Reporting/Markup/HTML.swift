/// What stands in an HTML page: an element or text.
typealias Node = MarkupElement.Content

extension Node: ExpressibleByStringInterpolation {
    init(stringLiteral value: String) { self = .text(value) }

    /// An element with content.
    static func tag(_ name: String, _ attributes: [(String, String)] = [], _ content: [Node] = []) -> Node {
        .element(MarkupElement(name, attributes, content: content))
    }

    /// An element with a class.
    static func tag(_ name: String, class kind: String, _ content: [Node]) -> Node {
        .tag(name, [("class", kind)], content)
    }

    /// A link inside the page.
    static func link(to id: String, _ content: [Node]) -> Node { .tag("a", [("href", "#\(id)")], content) }
}

extension MarkupElement {
    /// The element as HTML: nothing is put between words that were not apart, lines end after blocks only, and what is
    /// inside `svg` is written as XML, which HTML allows there. Without scripts and style sheets it is XML as well.
    func html() -> String {
        var text = ""
        writeHTML(to: &text)
        return text
    }

    private func writeHTML(to text: inout String) {
        guard name != "svg" else {
            text += written()
            return
        }
        writeStart(to: &text)
        guard !Self.void.contains(name) else {
            text += "/>"
            return
        }
        text += ">"
        for item in content {
            switch item {
            case .text(let value): text += xmlEscaped(value)
            case .verbatim(let value): text += value.description
            case .element(let child): child.writeHTML(to: &text)
            }
        }
        text += "</\(name)>"
        if Self.blocks.contains(name) { text += "\n" }
    }

    /// Elements without an end tag.
    private static let void: Set = ["br", "hr", "input", "link", "meta"]

    /// Elements around which white space says nothing.
    private static let blocks: Set = [
        "head", "title", "style", "script", "body", "header", "nav", "main", "footer", "section", "article",
        "div",
        "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "blockquote",
        "details", "summary", "table", "caption", "thead", "tbody", "tfoot", "tr", "pre",
    ]
}

/// An id that is also a plain fragment of an address: letters, digits, hyphens and full stops are kept; every other
/// scalar becomes its number in underscores, so that different texts stay different.
func identifier(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".": result.unicodeScalars.append(scalar)
        default: result += "_\(scalar.value)_"
        }
    }
}
