import Diagnostics
import Foundation

/// A value as JSON text: keys sorted, two-space indentation, a final line feed; the same bytes every time.
///
/// - Throws: `Diagnostic` (internal failure) for a number that is not finite: such a value never reaches a file.
public func jsonBytes(of value: some Encodable) throws(Diagnostic) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
        return [UInt8](try encoder.encode(value)) + [.lineFeed]
    } catch {
        throw Diagnostic(.internalFailure, rule: "a value could not be written as JSON", found: "\(error)")
    }
}

/// `value` rounded to a number of significant digits, for JSON, where numbers are not texts.
public func rounded(_ value: Double, significantDigits: Int) -> Double {
    Double(formatted(value, significantDigits: significantDigits)) ?? value
}
