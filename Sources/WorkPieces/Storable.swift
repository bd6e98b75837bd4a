/// What a piece of work can give and a file can keep: the same bytes for the same value, and the same value for the bytes,
/// to the last bit of its numbers.
///
/// Written out by hand for every type: nothing of it rests on names, on the order of a dictionary, or on text that stands
/// for a number.
public protocol Storable: Sendable {
    func write(to bytes: inout PieceWriter)

    /// - Throws: `PieceDamage` for bytes that no value of this type writes.
    init(from bytes: inout PieceReader) throws(PieceDamage)
}

/// Bytes that are no value of the type that was asked for.
public struct PieceDamage: Error, Hashable, Sendable {
    public init() {}
}

extension Storable {
    var stored: [UInt8] {
        var bytes = PieceWriter()
        write(to: &bytes)
        return bytes.bytes
    }

    /// The value of which these are all bytes.
    init(stored: ArraySlice<UInt8>) throws(PieceDamage) {
        var bytes = PieceReader(stored)
        try self.init(from: &bytes)
        guard bytes.isAtEnd else { throw PieceDamage() }
    }
}

extension Int: Storable {
    public func write(to bytes: inout PieceWriter) { bytes.write(integer: self) }
    public init(from bytes: inout PieceReader) throws(PieceDamage) { self = try bytes.readInteger() }
}

extension UInt64: Storable {
    public func write(to bytes: inout PieceWriter) { bytes.write(word: self) }
    public init(from bytes: inout PieceReader) throws(PieceDamage) { self = try bytes.readWord() }
}

extension Double: Storable {
    public func write(to bytes: inout PieceWriter) { bytes.write(word: bitPattern) }
    public init(from bytes: inout PieceReader) throws(PieceDamage) {
        self.init(bitPattern: try bytes.readWord())
    }
}

extension Bool: Storable {
    public func write(to bytes: inout PieceWriter) { bytes.write(byte: self ? 1 : 0) }
    public init(from bytes: inout PieceReader) throws(PieceDamage) {
        switch try bytes.readByte() {
        case 0: self = false
        case 1: self = true
        default: throw PieceDamage()
        }
    }
}

extension String: Storable {
    public func write(to bytes: inout PieceWriter) {
        bytes.write(integer: utf8.count)
        bytes.write(bytes: utf8)
    }
    public init(from bytes: inout PieceReader) throws(PieceDamage) {
        let count = try bytes.readCount()
        guard let text = String(validating: try bytes.read(count), as: UTF8.self) else { throw PieceDamage() }
        self = text
    }
}

extension Optional: Storable where Wrapped: Storable {
    public func write(to bytes: inout PieceWriter) {
        (self != nil).write(to: &bytes)
        self?.write(to: &bytes)
    }
    public init(from bytes: inout PieceReader) throws(PieceDamage) {
        self = try Bool(from: &bytes) ? .some(try Wrapped(from: &bytes)) : .none
    }
}

extension Array: Storable where Element: Storable {
    public func write(to bytes: inout PieceWriter) {
        bytes.write(integer: count)
        for element in self { element.write(to: &bytes) }
    }
    public init(from bytes: inout PieceReader) throws(PieceDamage) {
        self = []
        // Every element takes a byte or more, which bounds what is set aside.
        let count = try bytes.readCount()
        reserveCapacity(count)
        for _ in 0..<count { append(try Element(from: &bytes)) }
    }
}

extension Result: Storable where Success: Storable, Failure: Storable {
    public func write(to bytes: inout PieceWriter) {
        switch self {
        case .success(let value):
            true.write(to: &bytes)
            value.write(to: &bytes)
        case .failure(let failure):
            false.write(to: &bytes)
            failure.write(to: &bytes)
        }
    }
    public init(from bytes: inout PieceReader) throws(PieceDamage) {
        self =
            try Bool(from: &bytes)
            ? .success(try Success(from: &bytes)) : .failure(try Failure(from: &bytes))
    }
}

extension ClosedRange: Storable where Bound: Storable {
    public func write(to bytes: inout PieceWriter) {
        lowerBound.write(to: &bytes)
        upperBound.write(to: &bytes)
    }
    public init(from bytes: inout PieceReader) throws(PieceDamage) {
        let (lower, upper) = (try Bound(from: &bytes), try Bound(from: &bytes))
        guard lower <= upper else { throw PieceDamage() }
        self = lower...upper
    }
}
