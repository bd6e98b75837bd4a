/// An ISO 3166-1 alpha-3 code: three capital ASCII letters. It is the key of a state in every file.
public struct StateCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    /// Nil unless `text` is three capital letters.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 3,
            text.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
        else { return nil }
        self.text = String(text)
    }

    public var description: String { text }

    public static func < (a: StateCode, b: StateCode) -> Bool { a.text < b.text }
}
