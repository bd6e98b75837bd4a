import Diagnostics
import Foundation

/// `value` with `digits` significant digits, without trailing zeros, independent of the locale.
///
/// Magnitudes below 1e-12 print as 0: such numbers are rounding noise of sums that cancel, and the noise
/// differs between processors. A number that is not finite becomes a mark that no writer lets through
/// (`NonFiniteNumber`).
public func formatted(_ value: Double, significantDigits digits: Int) -> String {
    if let number = NonFiniteNumber(value) { return number.mark }
    guard abs(value) >= 1e-12 else { return "0" }
    // Whole numbers of fewer digits than are asked for: what %g prints, without asking the C library.
    if digits > 6, abs(value) < 1e6, let whole = Int(exactly: value) { return String(whole) }
    return String(format: "%.\(digits)g", value)
}

/// `value` with a fixed number of decimals, independent of the locale; never "-0.00".
///
/// A number that is not finite becomes a mark that no writer lets through (`NonFiniteNumber`).
public func formatted(_ value: Double, decimals: Int) -> String {
    if let number = NonFiniteNumber(value) { return number.mark }
    let text = String(format: "%.\(decimals)f", value)
    return text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) } ? String(text.dropFirst()) : text
}

/// `value` as short as it can be written without loss: it is read back as the same number.
///
/// A number that is not finite becomes a mark that no writer lets through (`NonFiniteNumber`).
public func exactlyFormatted(_ value: Double) -> String {
    if let number = NonFiniteNumber(value) { return number.mark }
    if abs(value) < 1e15, let whole = Int(exactly: value) { return String(whole) }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
