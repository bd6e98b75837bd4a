public import Dyads
public import DyadicModels

/// One thing that is left out, to see what hangs on it.
public enum Omission: Hashable, Sendable {
    /// Everything that sources record in a year; of dated rows, those with this year as date or as bound.
    case year(Int)
    case indicator(String)
    /// Everything that rests on a source.
    case source(String)
    /// One other dyad of the class.
    case rival(Dyad)
    /// One or two states that are not of the target, with all their dyads.
    case states([StateCode])

    /// `year`, `indicator`, `source`, `rival`, `state` or `states`, for tables.
    public var kind: String {
        switch self {
        case .year: "year"
        case .indicator: "indicator"
        case .source: "source"
        case .rival: "rival"
        case .states(let codes): codes.count == 1 ? "state" : "states"
        }
    }

    /// What is left out: `2004`, `AZE-TKM`, `EST+LVA`.
    public var name: String {
        switch self {
        case .year(let year): String(year)
        case .indicator(let id), .source(let id): id
        case .rival(let dyad): dyad.description
        case .states(let codes): codes.map(\.description).joined(separator: "+")
        }
    }
}

/// A source and what is left without it.
public struct InfluenceSource: Sendable {
    public let id: String
    /// The indicators that rest on it.
    public let indicators: [String]
    /// Those of them that can be made from other sources, so made; the others are left out.
    public let replacements: [Panel.Column]

    public init(id: String, indicators: [String], replacements: [Panel.Column] = []) {
        self.id = id
        self.indicators = indicators
        self.replacements = replacements
    }
}

/// Where the target stands when one thing is left out.
public struct Influence: Sendable {
    public let omission: Omission
    /// The target's standing, or why there is none.
    public let standing: Result<Standing, Absence>
}
