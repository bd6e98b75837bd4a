import Dyads

/// Which source speaks for a dyad-year of trade.
enum TradeSplice {
    /// The first year of BACI; COW speaks before.
    private static let firstBACIYear = 2000
    /// The last year of COW.
    private static let lastCOWYear = 2014
    /// Dyads of which BACI has zeros to 2015, because neither side reported to its source; two of them have a
    /// value in 2000, which stays with COW so that the series has one break.
    private static let unreportedInBACI: Set<String> = ["TKM-UZB", "TJK-UZB", "TJK-TKM"]
    private static let lastUnreportedYear = 2015

    /// The spliced value with its source; nil where trade is not known.
    static func value(of key: DyadYear, cow: Double?, baci: Double?) -> (value: Double, source: String)? {
        if unreportedInBACI.contains("\(key.dyad)"), key.year <= lastUnreportedYear {
            guard key.year <= lastCOWYear else { return nil }
            return fromCOW(key, cow)
        }
        return key.year < firstBACIYear ? fromCOW(key, cow) : baci.map { ($0, "BACI") }
    }

    /// Values that the source has and that cannot be: the border of Armenia and Azerbaijan was closed, and a
    /// zero of Turkmenistan-Uzbekistan stands between hundreds of millions.
    static func isImplausible(_ key: DyadYear) -> Bool {
        switch "\(key.dyad)" {
        case "ARM-AZE": (2015...2020).contains(key.year)
        case "TKM-UZB": key.year == 2016
        default: false
        }
    }

    private static func fromCOW(_ key: DyadYear, _ total: Double?) -> (value: Double, source: String)? {
        COWTrade.reported(total, in: key.year).map { ($0, "COW") }
    }
}
