import Diagnostics
import Tabular
import Testing

@Suite struct NumberTextTests {
    /// `Double.init` and `Int.init` accept most of these.
    @Test(arguments: [
        "nan", "NaN", "inf", "-inf", "infinity", "0x1p3", "0x10", "+5", "1e400", "-1e400", " 1", "1 ", "",
        "-", ".",
        "1.", "e5", "1e", "1e+", "1_000", "1,5", "١", "--1", "NA",
    ])
    func isNoNumber(text: String) {
        #expect(parseNumber(text) == nil)
        #expect(parseInteger(text) == nil)
    }

    @Test(arguments: [
        ("0", 0.0), ("-0", -0.0), ("5", 5), ("-5.25", -5.25), (".5", 0.5), ("1e3", 1000), ("1E-3", 0.001),
        ("1e+2", 100), ("1e-400", 0), ("0007", 7), ("2006.0999755859375", 2006.0999755859375),
    ])
    func isANumber(text: String, value: Double) {
        #expect(parseNumber(text) == value)
    }

    @Test func wholeNumbersMustBeWrittenWhole() {
        #expect(parseInteger("12") == 12)
        #expect(parseInteger("-12") == -12)
        #expect(parseInteger("12.0") == nil)
        #expect(parseInteger("1e3") == nil)
        #expect(parseInteger("9223372036854775808") == nil)
    }

    @Test(arguments: [
        (186.3913043478261, 6, "186.391"), (0.1 + 0.2, 12, "0.3"), (2_450_000, 12, "2450000"), (0, 6, "0"),
        (-1.5, 3, "-1.5"), (1e-13, 12, "0"), (-1e-13, 12, "0"), (1.5e-11, 3, "1.5e-11"), (1e20, 12, "1e+20"),
        (123456, 3, "1.23e+05"),
    ])
    func significantDigits(value: Double, digits: Int, text: String) {
        #expect(formatted(value, significantDigits: digits) == text)
    }

    @Test(arguments: [(0.994, 2, "0.99"), (-0.001, 2, "0.00"), (-0.01, 2, "-0.01"), (12.5, 0, "12")])
    func decimals(value: Double, decimals: Int, text: String) {
        #expect(formatted(value, decimals: decimals) == text)
    }

    /// It was printed as 0 once.
    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func aNumberThatIsNotFiniteBecomesAMarkThatNoWriterLetsThrough(value: Double) throws {
        for text in [formatted(value, significantDigits: 8), formatted(value, decimals: 2)] {
            #expect(text == NonFiniteNumber(value)?.mark)
            #expect(throws: Diagnostic.self) { try requireFinite(Array(text.utf8), in: "a") }
        }
        #expect(!rounded(value, significantDigits: 6).isFinite)
    }

    @Test func roundingForJSONIsTheRoundingOfCSV() {
        #expect(rounded(186.3913043478261, significantDigits: 6) == 186.391)
    }
}
