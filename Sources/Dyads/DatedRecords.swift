/// Things that happened to dyads at dates that are known, bounded from above, or unknown.
public struct DatedRecords: Sendable {
    /// What is known about when a thing began.
    public enum Dating: Hashable, Sendable {
        /// The year is recorded.
        case year(Int)
        /// It was there in this year and began then or earlier.
        case noLaterThan(Int)
        case unknown
    }

    /// Where a thing lies relative to a window.
    public enum Position: Hashable, Sendable { case inside, outside, undetermined }

    public struct Record: Hashable, Sendable {
        public let dyad: Dyad
        public let dating: Dating

        public init(dyad: Dyad, dating: Dating) {
            self.dyad = dyad
            self.dating = dating
        }

        /// The dating rule of the study design (section 10).
        ///
        /// A recorded year decides. A bound inside the window counts as inside; before it, outside; after it,
        /// the thing may have begun inside: undetermined, like a thing without any date.
        public func position(in window: ClosedRange<Int>) -> Position {
            switch dating {
            case .year(let year): window.contains(year) ? .inside : .outside
            case .noLaterThan(let year):
                year > window.upperBound ? .undetermined : window.contains(year) ? .inside : .outside
            case .unknown: .undetermined
            }
        }
    }

    public let records: [Record]

    public init(_ records: [Record]) {
        self.records = records
    }

    /// The records that no year of some is given for, neither as the date nor as its bound.
    public func omitting(years: Set<Int>) -> DatedRecords {
        DatedRecords(
            records.filter { record in
                switch record.dating {
                case .year(let year), .noLaterThan(let year): !years.contains(year)
                case .unknown: true
                }
            })
    }

    /// How many records of each dyad are inside a window, and how many may be.
    public func counts(in window: ClosedRange<Int>) -> [Dyad: (inside: Int, undetermined: Int)] {
        var counts: [Dyad: (inside: Int, undetermined: Int)] = [:]
        for record in records {
            switch record.position(in: window) {
            case .inside: counts[record.dyad, default: (0, 0)].inside += 1
            case .undetermined: counts[record.dyad, default: (0, 0)].undetermined += 1
            case .outside: break
            }
        }
        return counts
    }
}
