/// An ISO 3166-1 alpha-3 code: three capital ASCII letters. It is the key of a state in every file.
public struct StateCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The three letters, the first in the highest byte, so that numbers are in the order of the texts: pairs of states
    /// are looked up too often to hash and compare texts.
    private let letters: UInt32

    /// Nil unless `text` is three capital letters.
    public init?(_ text: some StringProtocol) {
        var letters: UInt32 = 0
        guard text.utf8.count == 3 else { return nil }
        for letter in text.utf8 {
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) else { return nil }
            letters = letters << 8 | UInt32(letter)
        }
        self.letters = letters
    }

    public var text: String {
        String(decoding: [16, 8, 0].map { UInt8(truncatingIfNeeded: letters >> $0) }, as: UTF8.self)
    }

    public var description: String { text }

    public static func < (a: StateCode, b: StateCode) -> Bool { a.letters < b.letters }
}
