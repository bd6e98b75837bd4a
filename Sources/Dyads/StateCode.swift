/// An ISO 3166-1 alpha-3 code: three capital ASCII letters. It is the key of a state in every file.
public struct StateCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The letters as one number, the first one foremost: codes are compared and hashed by the million.
    private let letters: UInt32

    /// Nil unless `bytes` are three capital letters.
    public init?(utf8 bytes: some Collection<UInt8>) {
        guard bytes.count == 3 else { return nil }
        var letters: UInt32 = 0
        for byte in bytes {
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { return nil }
            letters = letters << 8 | UInt32(byte)
        }
        self.letters = letters
    }

    /// Nil unless `text` is three capital letters.
    public init?(_ text: some StringProtocol) {
        self.init(utf8: text.utf8)
    }

    public var text: String {
        String(unsafeUninitializedCapacity: 3) { buffer in
            write(to: buffer, at: 0)
            return 3
        }
    }

    /// Writes the three letters into a buffer that has room for them.
    func write(to buffer: UnsafeMutableBufferPointer<UInt8>, at place: Int) {
        buffer[place] = UInt8(truncatingIfNeeded: letters >> 16)
        buffer[place + 1] = UInt8(truncatingIfNeeded: letters >> 8)
        buffer[place + 2] = UInt8(truncatingIfNeeded: letters)
    }

    public var description: String { text }

    public static func < (a: StateCode, b: StateCode) -> Bool { a.letters < b.letters }
}
