/// An unordered pair of different states, kept and written in ISO order: `AZE-KAZ`.
///
/// `Dyad(a, b) == Dyad(b, a)`. There are no directed dyads here.
public struct Dyad: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The state whose code comes first.
    public let first: StateCode
    /// The state whose code comes second.
    public let second: StateCode

    /// Nil for a state with itself.
    public init?(_ a: StateCode, _ b: StateCode) {
        guard a != b else { return nil }
        first = min(a, b)
        second = max(a, b)
    }

    /// A dyad written `AZE-KAZ`; also accepts `KAZ-AZE`. Nil for anything else.
    public init?(_ text: String) {
        let codes = text.split(separator: "-", omittingEmptySubsequences: false).map { StateCode($0) }
        guard codes.count == 2, let a = codes[0], let b = codes[1] else { return nil }
        self.init(a, b)
    }

    /// A dyad written `AZE-KAZ`, in ISO order only, as files have it. Nil for anything else.
    public init?(utf8 bytes: ArraySlice<UInt8>) {
        guard bytes.count == 7, bytes[bytes.startIndex + 3] == UInt8(ascii: "-"),
            let a = StateCode(utf8: bytes.prefix(3)), let b = StateCode(utf8: bytes.suffix(3)), a < b
        else { return nil }
        (first, second) = (a, b)
    }

    /// Whether the state is one of the two.
    public func includes(_ state: StateCode) -> Bool { state == first || state == second }

    public var description: String {
        String(unsafeUninitializedCapacity: 7) { buffer in
            first.write(to: buffer, at: 0)
            buffer[3] = UInt8(ascii: "-")
            second.write(to: buffer, at: 4)
            return 7
        }
    }

    public static func < (a: Dyad, b: Dyad) -> Bool { (a.first, a.second) < (b.first, b.second) }
}
