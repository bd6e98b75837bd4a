import Tabular
import TestSupport
import Testing

/// Numbers are read from bytes; the doubles must be those that Swift's correctly rounded conversion gives, bit for bit.
@Suite struct NumberParsingTests {
    @Test(arguments: [1, 2, 3])
    func everyDecimalIsTheNearestDouble(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        func digits(_ count: ClosedRange<Int>) -> String {
            (0..<Int.random(in: count, using: &random)).map { _ in
                String(Int.random(in: 0...9, using: &random))
            }.joined()
        }
        for _ in 0..<5_000 {
            var text = Bool.random(using: &random) ? "-" : ""
            text += digits(1...22)
            if Bool.random(using: &random) { text += "." + digits(1...22) }
            if Bool.random(using: &random) { text += "e\(Int.random(in: -330...300, using: &random))" }
            let expected = try #require(Double(text))
            let found = parseNumber(text)
            #expect(found?.bitPattern == (expected.isFinite ? expected.bitPattern : nil), "\(text)")
        }
    }

    @Test(arguments: [
        "9007199254740992", "9007199254740993", "9007199254740994", "0.1", "123456789012345678",
        "1234567890123456789",
        "0.000000000000000000000001", "4.9e-324", "2.2250738585072011e-308", "1.7976931348623157e308", "-0",
        "-0.0",
        "00000000000000000000000001.5", "1e22", "1e23", "9007199254740992e22", "8.5e-23", "0e99999",
        "1e00005",
    ])
    func roundingIsRightAtTheEdges(text: String) throws {
        let expected = try #require(Double(text))
        #expect(parseNumber(text)?.bitPattern == expected.bitPattern)
    }

    @Test(arguments: [
        ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
        ("000000000000000000000000012", 12),
        ("-0", 0),
    ])
    func wholeNumbersReachTheLimits(text: String, value: Int) {
        #expect(parseInteger(text) == value)
    }

    @Test(arguments: ["9223372036854775808", "-9223372036854775809", "99999999999999999999", "- 1", "1-"])
    func wholeNumbersBeyondAreRefused(text: String) {
        #expect(parseInteger(text) == nil)
    }
}
