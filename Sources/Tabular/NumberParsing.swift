/// A whole number in plain decimal form: an optional minus sign and digits, nothing else; nil beyond 64 bits.
public func parseInteger(_ text: String) -> Int? {
    var text = text
    return text.withUTF8(parseInteger)
}

/// A finite decimal number: optional minus, digits, optional fraction, optional exponent. Before a fraction the digits may
/// be left out (`.5`); a point needs digits behind it, and a plus sign may stand only in an exponent.
///
/// Swift's own `Double("nan")`, `Double("inf")` and `Double("0x1p3")` succeed; here they are nil, and so is a
/// number beyond the range of a double. The value is the double nearest to the number as written.
public func parseNumber(_ text: String) -> Double? {
    var text = text
    return text.withUTF8(parseNumber)
}

/// As `parseInteger(_:)` of the text.
func parseInteger(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var place = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { place = 1 }
    guard place < bytes.count else { return nil }
    // The least number has no positive counterpart: digits are taken off.
    var value = 0
    while place < bytes.count {
        guard let digit = digit(bytes[place]) else { return nil }
        let (tens, overflowsTens) = value.multipliedReportingOverflow(by: 10)
        let (next, overflows) = tens.subtractingReportingOverflow(digit)
        guard !overflowsTens, !overflows else { return nil }
        value = next
        place += 1
    }
    guard !isNegative else { return value }
    return value == Int.min ? nil : -value
}

/// As `parseNumber(_:)` of the text.
func parseNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let number = DecimalNumber(bytes) else { return nil }
    if let exact = number.exactValue { return exact }
    // The bytes have the form that Swift's correctly rounded conversion reads too.
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return nil }
    return value
}

/// A decimal number as written: digits times a power of ten.
private struct DecimalNumber {
    private let isNegative: Bool
    /// Without the decimal point; nil when they are more than 18 and so may not fit.
    private let digits: Int?
    /// Nil when it is beyond four digits.
    private let exponent: Int?

    /// Nil when the bytes do not have the form of a number.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var place = 0
        isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { place = 1 }
        var whole = DigitRun(bytes, from: &place)
        let wholeCount = whole.count
        if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
            place += 1
            whole.extend(bytes, from: &place)
            guard whole.count > wholeCount else { return nil }
        }
        guard whole.count > 0 else { return nil }
        var written: Int? = 0
        if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
            place += 1
            let isBelow = place < bytes.count && bytes[place] == UInt8(ascii: "-")
            if isBelow || (place < bytes.count && bytes[place] == UInt8(ascii: "+")) { place += 1 }
            let run = DigitRun(bytes, from: &place)
            guard run.count > 0 else { return nil }
            written = run.count <= 4 ? run.value.map { isBelow ? -$0 : $0 } : nil
        }
        guard place == bytes.count else { return nil }
        digits = whole.value
        exponent = written.map { $0 - (whole.count - wholeCount) }
    }

    /// The powers of ten that a double holds exactly.
    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
        1e18,
        1e19, 1e20, 1e21, 1e22,
    ]

    /// The value where one operation on two exact doubles gives it, and so rounds it once (Clinger 1990, "How to read
    /// floating point numbers accurately"); nil elsewhere.
    var exactValue: Double? {
        guard let digits, digits <= 1 << 53, let exponent, abs(exponent) < Self.powers.count else {
            return nil
        }
        let size = Double(digits)
        let value = exponent < 0 ? size / Self.powers[-exponent] : size * Self.powers[exponent]
        return isNegative ? -value : value
    }
}

/// Digits that follow each other.
private struct DigitRun {
    private(set) var count = 0
    /// Nil beyond 18 digits.
    private(set) var value: Int? = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, from place: inout Int) {
        extend(bytes, from: &place)
    }

    mutating func extend(_ bytes: UnsafeBufferPointer<UInt8>, from place: inout Int) {
        var sum = value ?? 0
        while place < bytes.count, let digit = digit(bytes[place]) {
            count += 1
            place += 1
            if count <= 18 { sum = sum * 10 + digit }
        }
        value = count <= 18 ? sum : nil
    }
}

private func digit(_ byte: UInt8) -> Int? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte - UInt8(ascii: "0")) : nil
}
