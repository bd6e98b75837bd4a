import Diagnostics
import Foundation

/// A value as JSON text: keys sorted, two-space indentation, a final line feed; the same bytes every time.
///
/// - Parameters:
///   - value: what is encoded.
///   - file: what messages call the file.
/// - Throws: `Diagnostic` (internal failure) with the keys above it for a number that is not finite.
public func jsonBytes(of value: some Encodable, file: String = "JSON") throws(Diagnostic) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
        return [UInt8](try encoder.encode(value)) + [.lineFeed]
    } catch EncodingError.invalidValue(let value as Double, let context) {
        let number = NonFiniteNumber(value)?.word ?? "\(value)"
        let keys = context.codingPath.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }
        throw .notFinite(
            at: SourceLocation(path: file), found: "\(number) at \(keys.joined(separator: "/"))")
    } catch {
        throw Diagnostic(
            .internalFailure, at: SourceLocation(path: file), rule: "a value could not be written as JSON",
            found: "\(error)")
    }
}

/// `value` rounded to a number of significant digits, for JSON, where numbers are not texts.
public func rounded(_ value: Double, significantDigits: Int) -> Double {
    Double(formatted(value, significantDigits: significantDigits)) ?? value
}
