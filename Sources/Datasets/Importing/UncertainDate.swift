import Dyads

/// A date as treaty collections write it (a small part of the Extended Date/Time Format, ISO 8601-2): a day, a
/// month or a year alone, `?` or `~` for doubt, `a..b` for a range, of which the first end counts.
struct UncertainDate: Equatable {
    enum Precision: String { case day, month, year }

    let year: Int
    /// The day, when the source gives one.
    let day: CalendarDay?
    let precision: Precision
    /// Whether the source marks the date as doubtful or gives a range.
    let isUncertain: Bool

    /// Nil when the text is not such a date; an empty text is not a date.
    init?(_ text: String) {
        var first = text
        var isUncertain = false
        if let range = text.range(of: "..") {
            first = String(text[..<range.lowerBound])
            guard UncertainDate(String(text[range.upperBound...])) != nil else { return nil }
            isUncertain = true
        }
        while let mark = first.last, mark == "?" || mark == "~" {
            first.removeLast()
            isUncertain = true
        }
        let parts = first.split(separator: "-", omittingEmptySubsequences: false)
        guard [[4], [4, 2], [4, 2, 2]].contains(parts.map(\.utf8.count)),
            parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
            let year = Int(parts[0]), year > 0
        else { return nil }
        switch parts.count {
        case 1:
            precision = .year
            day = nil
        case 2:
            guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
            precision = .month
            day = nil
        default:
            guard let exact = CalendarDay(iso8601: first) else { return nil }
            precision = .day
            day = exact
        }
        self.year = year
        self.isUncertain = isUncertain
    }
}
