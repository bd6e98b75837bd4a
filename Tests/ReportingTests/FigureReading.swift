import Foundation
import Tabular

@testable import Reporting

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// An SVG file read back by an XML parser, so that what is checked is what a reader's program sees.
final class FigureReading: NSObject, XMLParserDelegate {
    struct Element {
        let name: String
        let attributes: [String: String]
        var text = ""

        func number(_ name: String) -> Double? { attributes[name].flatMap(Double.init) }
    }

    struct Box {
        let text: String
        let left, right, top, bottom: Double

        func overlaps(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    private(set) var elements: [Element] = []
    private var open: [Int] = []

    /// Nil when the bytes are not well-formed XML.
    init?(_ bytes: [UInt8]) {
        super.init()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append(elements.count)
        elements.append(Element(name: name, attributes: attributes))
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) { open.removeLast() }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if let last = open.last { elements[last].text += text }
    }

    func named(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    func element(_ id: String) -> Element? { elements.first { $0.attributes["id"] == id } }

    /// The middle of a mark or a cell.
    func position(_ id: String) -> (x: Double, y: Double)? {
        guard let element = element(id) else { return nil }
        if let x = element.number("cx"), let y = element.number("cy") { return (x, y) }
        let numbers = (element.attributes["transform"] ?? "").split { "translate() ".contains($0) }
            .compactMap { Double($0) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }

    var canvas: (width: Double, height: Double) {
        let numbers = (named("svg").first?.attributes["viewBox"] ?? "").split(separator: " ").compactMap {
            Double($0)
        }
        return numbers.count == 4 ? (numbers[2], numbers[3]) : (0, 0)
    }

    /// The measured box of every text.
    var boxes: [Box] {
        named("text").compactMap { element in
            guard let x = element.number("x"), let y = element.number("y"),
                let size = element.number("font-size")
            else { return nil }
            let style = TextStyle(size: size, isBold: element.attributes["font-weight"] == "bold")
            let width = style.width(of: element.text)
            let shift: Double =
                switch element.attributes["text-anchor"] {
                case "middle": width / 2
                case "end": width
                default: 0
                }
            let (up, down) = (0.74 * size, 0.22 * size)
            if element.attributes["transform"] != nil {
                return Box(
                    text: element.text, left: x - up, right: x + down, top: y - width + shift,
                    bottom: y + shift)
            }
            return Box(
                text: element.text, left: x - shift, right: x - shift + width, top: y - up, bottom: y + down)
        }
    }

    /// Runs of growing axis labels in the order in which they were drawn: value and position.
    func ticks(anchor: String, along axis: String) -> [[(value: Double, position: Double)]] {
        var groups: [[(value: Double, position: Double)]] = []
        for element in named("text") where element.attributes["text-anchor"] == anchor {
            guard element.attributes["transform"] == nil, element.attributes["font-style"] == nil,
                let value = parseNumber(element.text.replacing("\u{2212}", with: "-")),
                let position = element.number(axis)
            else { continue }
            if let last = groups.last?.last, last.value < value {
                groups[groups.count - 1].append((value, position))
            } else {
                groups.append([(value, position)])
            }
        }
        return groups
    }
}

/// Where a value lies on an axis, by its outermost labels.
func position(of value: Double, on ticks: [(value: Double, position: Double)]) -> Double? {
    guard let first = ticks.first, let last = ticks.last, first.value < last.value else { return nil }
    return first.position
        + (value - first.value) / (last.value - first.value) * (last.position - first.position)
}

extension Table {
    /// Rows as dictionaries from column to cell.
    var records: [[String: Cell]] {
        rows.map { row in
            Dictionary(uniqueKeysWithValues: zip(schema.fields.map(\.name), row))
        }
    }
}

extension Table.Cell {
    var text: String {
        switch self {
        case .text(let value): value
        case .integer(let value): String(value)
        case .number(let value): String(value)
        case .missing: ""
        }
    }

    var value: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }
}
