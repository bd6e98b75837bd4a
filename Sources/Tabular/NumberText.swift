import Foundation

/// A whole number in plain decimal form: an optional minus sign and digits, nothing else.
public func parseInteger(_ text: String) -> Int? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard !digits.isEmpty, digits.allSatisfy(isDigit) else { return nil }
    return Int(text)
}

/// A finite decimal number: optional minus, digits, optional fraction, optional exponent.
///
/// Swift's own `Double("nan")`, `Double("inf")` and `Double("0x1p3")` succeed; here they are nil, and so is a
/// number beyond the range of a double.
public func parseNumber(_ text: String) -> Double? {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    var fractionCount = 0
    if rest.first == UInt8(ascii: ".") {
        let fraction = rest.dropFirst().prefix(while: isDigit)
        fractionCount = fraction.count
        rest = rest.dropFirst(1 + fractionCount)
        guard fractionCount > 0 else { return nil }
    }
    guard whole.count + fractionCount > 0 else { return nil }
    if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
        rest = rest.dropFirst()
        if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            rest = rest.dropFirst()
        }
        let exponent = rest.prefix(while: isDigit)
        guard !exponent.isEmpty else { return nil }
        rest = rest.dropFirst(exponent.count)
    }
    guard rest.isEmpty, let value = Double(text), value.isFinite else { return nil }
    return value
}

/// `value` with `digits` significant digits, without trailing zeros, independent of the locale.
///
/// Magnitudes below 1e-12 print as 0: such numbers are rounding noise of sums that cancel, and the noise
/// differs between processors.
public func formatted(_ value: Double, significantDigits digits: Int) -> String {
    guard abs(value) >= 1e-12 else { return "0" }
    return String(format: "%.\(digits)g", value)
}

/// `value` with a fixed number of decimals, independent of the locale; never "-0.00".
public func formatted(_ value: Double, decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", value)
    return text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) } ? String(text.dropFirst()) : text
}

private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}
