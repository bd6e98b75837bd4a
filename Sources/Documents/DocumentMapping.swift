import Diagnostics

/// A mapping whose keys have been checked against the allowed ones.
public struct DocumentMapping: Sendable {
    public let location: SourceLocation
    private let values: [String: DocumentNode]
    /// The keys in the order in which they are written.
    public let keys: [DocumentNode]

    /// The value of a key that must be there.
    ///
    /// - Throws: `Diagnostic` when it is not.
    public func required(_ key: String) throws(Diagnostic) -> DocumentNode {
        guard let value = values[key] else {
            throw Diagnostic(at: location, rule: "the key \(key.quotedForMessage) is required here")
        }
        return value
    }

    /// The value of a key that may be absent.
    public func optional(_ key: String) -> DocumentNode? { values[key] }

    fileprivate init(location: SourceLocation, pairs: [(key: DocumentNode, value: DocumentNode)])
        throws(Diagnostic)
    {
        self.location = location
        var values: [String: DocumentNode] = [:]
        for (key, value) in pairs {
            let name = try key.text()
            guard values.updateValue(value, forKey: name) == nil else {
                throw Diagnostic(
                    at: key.location, rule: "a key may be given once", found: name.quotedForMessage)
            }
        }
        self.values = values
        keys = pairs.map(\.key)
    }
}

extension DocumentNode {
    /// The value as a mapping with no other keys than `allowed`.
    ///
    /// - Throws: `Diagnostic` for an unknown key, naming the nearest allowed one.
    public func mapping(allowing allowed: [String]) throws(Diagnostic) -> DocumentMapping {
        let mapping = try self.mapping()
        for key in mapping.keys {
            let name = try key.text()
            guard allowed.contains(name) else {
                throw key.unknownWord(name, allowed: allowed, what: "the key")
            }
        }
        return mapping
    }

    /// The value as a mapping with keys of the user's choice.
    public func mapping() throws(Diagnostic) -> DocumentMapping {
        guard case .mapping(let pairs) = content else { throw expected("a mapping (key: value)") }
        return try DocumentMapping(location: location, pairs: pairs)
    }
}
