/// Why the sampling error of scores has no answer of the kind asked for.
public enum SamplingFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is nothing to compare.
    case noUnits
    /// Two inputs that go together have different sizes.
    case sizesDiffer(what: String, expected: Int, found: Int)
    /// A value is infinite or not a number.
    case notFinite(what: String)
    /// A variance is below zero, or a matrix is not a covariance matrix.
    case notACovariance(reason: String)
    /// A setting is outside what the method can take.
    case settingOutsideDomain(name: String, value: Double, need: String)
    /// Fewer years than the method needs.
    case tooFewYears(found: Int, needed: Int)
    /// Years are not in ascending order, or one appears twice.
    case yearsNotAscending(year: Int)

    public var description: String {
        switch self {
        case .noUnits: "there are no units"
        case .sizesDiffer(let what, let expected, let found): "\(what): \(expected) needed, \(found) found"
        case .notFinite(let what): "\(what) holds a value that is not finite"
        case .notACovariance(let reason): "not a covariance matrix: \(reason)"
        case .settingOutsideDomain(let name, let value, let need): "\(name) is \(value): \(need) needed"
        case .tooFewYears(let found, let needed): "\(found) years: at least \(needed) needed"
        case .yearsNotAscending(let year): "years must ascend, and \(year) does not follow the year before it"
        }
    }
}
