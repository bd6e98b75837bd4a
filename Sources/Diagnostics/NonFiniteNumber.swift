/// A number that is not finite, in a text on its way to a file or a terminal.
///
/// Text is made of numbers in many places that have no way to fail: sentences, coordinates, cells. Such a number becomes one
/// of three noncharacters there, which Unicode sets apart for use inside a program (U+FDD0 to U+FDEF; The Unicode
/// Standard, section 23.7) and which no escaping, wrapping or changing of case alters. Every writer looks for them in the
/// end and refuses the text (`requireFinite(_:in:)`), so that a new table, figure or sentence needs no check of its own.
public enum NonFiniteNumber: String, CaseIterable, Sendable {
    case notANumber = "nan"
    case infinity = "inf"
    case negativeInfinity = "-inf"

    /// Nil for a finite number.
    public init?(_ value: Double) {
        if value.isFinite { return nil }
        self = value.isNaN ? .notANumber : value > 0 ? .infinity : .negativeInfinity
    }

    /// What messages call it.
    public var word: String { rawValue }

    /// What stands in the text.
    public var mark: String { String(decoding: bytes, as: UTF8.self) }

    private var bytes: [UInt8] { Self.lead + [0x90 + (self == .notANumber ? 0 : self == .infinity ? 1 : 2)] }

    /// The first bytes of all three.
    private static let lead: [UInt8] = [0xEF, 0xB7]

    /// The marks in a text as words, for messages.
    static func inWords(_ text: String) -> String {
        allCases.reduce(text) { $0.replacing($1.mark, with: $1.word) }
    }

    /// The first mark in UTF-8 text, and where it begins.
    static func first(in text: [UInt8]) -> (number: NonFiniteNumber, offset: Int)? {
        var start = 0
        while let place = text[start...].firstIndex(of: lead[0]) {
            let found = text[place...].prefix(3)
            if let number = allCases.first(where: { found.elementsEqual($0.bytes) }) {
                return (number, place)
            }
            start = place + 1
        }
        return nil
    }
}

/// The gate before everything that is written: text that holds a number which is not finite is refused.
///
/// - Parameters:
///   - text: UTF-8.
///   - path: the file that it is for.
/// - Throws: `Diagnostic` (internal failure) with the file, line and column, the number and what is around it.
public func requireFinite(_ text: [UInt8], in path: String) throws(Diagnostic) {
    guard let (number, offset) = NonFiniteNumber.first(in: text) else { return }
    let before = text[..<offset]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = text[offset...].firstIndex(of: 0x0A) ?? text.count
    // The last 60 characters before the number, and some after it.
    let left = String(decoding: text[start..<offset], as: UTF8.self).suffix(60)
    let right = String(decoding: text[offset..<end], as: UTF8.self).prefix(30)
    throw .notFinite(
        at: SourceLocation(
            path: path, line: before.count { $0 == 0x0A } + 1,
            column: String(decoding: text[start..<offset], as: UTF8.self).unicodeScalars.count + 1),
        found: "\(number.word) in \((left + right).quotedForMessage)")
}

extension String.SubSequence {
    fileprivate var quotedForMessage: String { String(self).quotedForMessage }
}

extension Diagnostic {
    /// The refusal to write a number that is not finite.
    ///
    /// - Parameters:
    ///   - location: the file, and the place in it if it is known.
    ///   - found: the number, and whose it is.
    public static func notFinite(at location: SourceLocation?, found: String) -> Diagnostic {
        Diagnostic(
            .internalFailure, at: location, rule: "only finite numbers may be written", found: found,
            remedy: "nothing was written; please report this defect with the study file or the table")
    }
}
