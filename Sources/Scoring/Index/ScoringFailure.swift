/// Why units could not be scored.
public enum ScoringFailure: Error, Equatable, Sendable {
    /// The indicator has the same value for every unit of the class (or fewer than two values): nothing to compare.
    case constantIndicator(index: Int)
    /// A value is outside what the transform or aggregation can take.
    case valueOutsideDomain(indicator: Int, unit: Int, need: String)
    /// The methods do not go together; the reason says why.
    case inadmissible(reason: String)
    /// An indicator lacks what the method needs, such as goalposts.
    case undefined(indicator: Int, reason: String)
    /// The method has no answer for these data, such as a correlation matrix of too few units.
    case noAnswer(reason: String)
}

extension ScoringFailure {
    /// The failure in words, with the names of what it is about.
    public func words(indicators: [String], units: [String]) -> String {
        func name(_ names: [String], _ place: Int, _ kind: String) -> String {
            names.indices.contains(place) ? names[place] : "\(kind) \(place + 1)"
        }
        return switch self {
        case .constantIndicator(let index):
            "\(name(indicators, index, "indicator")) has the same value throughout the class"
        case .valueOutsideDomain(let index, let unit, let need):
            "\(name(indicators, index, "indicator")) of \(name(units, unit, "unit")) is outside the domain: \(need) needed"
        case .undefined(let index, let reason): "\(name(indicators, index, "indicator")): \(reason)"
        case .inadmissible(let reason), .noAnswer(let reason): reason
        }
    }
}
