/// Bytes that values are written to.
public struct PieceWriter: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public mutating func write(byte: UInt8) { bytes.append(byte) }

    public mutating func write(bytes more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    /// Eight bytes, the lowest first.
    public mutating func write(word: UInt64) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// One byte for -64 ... 63 and one more for each further factor of 128: zigzag LEB128, as in Protocol Buffers.
    public mutating func write(integer: Int) {
        var rest = UInt64(bitPattern: Int64(integer << 1 ^ integer >> (Int.bitWidth - 1)))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

/// Bytes that values are read from, one after the other.
public struct PieceReader: Sendable {
    private var rest: ArraySlice<UInt8>

    public init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    public var isAtEnd: Bool { rest.isEmpty }

    public mutating func readByte() throws(PieceDamage) -> UInt8 {
        guard let byte = rest.popFirst() else { throw PieceDamage() }
        return byte
    }

    public mutating func readWord() throws(PieceDamage) -> UInt64 {
        try read(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// An integer in its shortest form.
    public mutating func readInteger() throws(PieceDamage) -> Int {
        var value: UInt64 = 0
        for shift in stride(from: 0, to: 64, by: 7) {
            let byte = try readByte()
            let part = UInt64(byte & 0x7F)
            guard shift < 63 || part <= 1 else { throw PieceDamage() }
            value |= part << UInt64(shift)
            if byte < 0x80 {
                guard byte > 0 || shift == 0 else { throw PieceDamage() }
                return Int(truncatingIfNeeded: value >> 1) ^ -Int(truncatingIfNeeded: value & 1)
            }
        }
        throw PieceDamage()
    }

    /// A number of things that take a byte or more each, all of which are still to be read.
    public mutating func readCount() throws(PieceDamage) -> Int {
        let count = try readInteger()
        guard count >= 0, count <= rest.count else { throw PieceDamage() }
        return count
    }

    public mutating func read(_ count: Int) throws(PieceDamage) -> ArraySlice<UInt8> {
        guard count >= 0, count <= rest.count else { throw PieceDamage() }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }
}
