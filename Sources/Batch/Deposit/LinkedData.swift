/// A thing of a JSON-LD graph: an identifier, types, and properties.
struct LinkedThing: Encodable {
    let id: String
    let types: [String]
    private(set) var properties: [String: LinkedValue] = [:]

    init(_ id: String, _ types: String..., properties: [String: LinkedValue] = [:]) {
        (self.id, self.types, self.properties) = (id, types, properties)
    }

    /// Adds a property; nil and empty lists add none.
    mutating func set(_ name: String, _ value: LinkedValue?) {
        if let value, !value.isEmpty { properties[name] = value }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: LinkedKey.self)
        try container.encode(id, forKey: LinkedKey("@id"))
        if types.count == 1 {
            try container.encode(types[0], forKey: LinkedKey("@type"))
        } else {
            try container.encode(types, forKey: LinkedKey("@type"))
        }
        for (name, value) in properties { try container.encode(value, forKey: LinkedKey(name)) }
    }
}

/// The value of a property: a text, another thing by its identifier, or several.
indirect enum LinkedValue: Encodable {
    case text(String)
    case thing(String)
    case list([LinkedValue])

    fileprivate var isEmpty: Bool {
        if case .list(let items) = self { items.isEmpty } else { false }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .text(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        case .thing(let id):
            var container = encoder.container(keyedBy: LinkedKey.self)
            try container.encode(id, forKey: LinkedKey("@id"))
        case .list(let items):
            var container = encoder.unkeyedContainer()
            for item in items { try container.encode(item) }
        }
    }
}

private struct LinkedKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}
