public import Dyads
import DyadicModels

/// A piece of the record that can be taken away.
public enum RemovableRecord: Hashable, Sendable, CustomStringConvertible {
    /// What all annual sources of a reading record of a dyad in a year; its sums and means then rest on other years.
    case dyadYear(Dyad, Int)
    /// A dyad's value on an indicator that has no years: a snapshot, or a number of dated rows.
    case value(Dyad, indicator: String)

    public var dyad: Dyad {
        switch self {
        case .dyadYear(let dyad, _), .value(let dyad, _): dyad
        }
    }

    public var description: String {
        switch self {
        case .dyadYear(let dyad, let year): "\(dyad) \(year)"
        case .value(let dyad, let indicator): "\(dyad) \(indicator)"
        }
    }
}

/// What removable records are taken from: the annual cells and the values of some indicators in a window.
struct RemovableCells: Sendable {
    private let scoring: WindowScoring
    private let annual: [(id: String, cells: WindowCells)]
    private let placeOf: [Dyad: Int]
    var target: Dyad { scoring.claim.target }
    /// Everything of the class, or of its followed dyads, that can be taken away: by dyad, years before values.
    let records: [RemovableRecord]
    /// Whether these are the records of the whole class.
    let areOfWholeClass: Bool

    /// - Parameters:
    ///   - scoring: holds the indicators that enter.
    ///   - followed: places of the dyads whose records may be taken away; nil for the whole class.
    init(_ scoring: WindowScoring, ids: [String], followed: [Int]? = nil) {
        self.scoring = scoring
        let (panel, referenceClass) = (scoring.panel, scoring.claim.referenceClass)
        let entering = ids.filter { scoring.held[$0]?.values != nil }
        let annual = entering.compactMap { id in
            panel[indicator: id]?.cells(
                in: scoring.window.years, dyads: panel.dyads, referenceClass: referenceClass
            ).map { (id: id, cells: $0) }
        }
        self.annual = annual
        placeOf = Dictionary(uniqueKeysWithValues: panel.dyads.enumerated().map { ($1, $0) })
        let others = entering.filter { id in !annual.contains { $0.id == id } }
        areOfWholeClass = followed == nil
        records = (followed ?? Array(panel.dyads.indices)).flatMap { unit -> [RemovableRecord] in
            let dyad = panel.dyads[unit]
            guard referenceClass.contains(dyad) else { return [] }
            var years: Set<Int> = []
            for (_, cells) in annual {
                for (place, year) in cells.years.enumerated()
                where cells.isObserved(.init(dyad: unit, year: place)) { years.insert(year) }
            }
            return years.sorted().map { .dyadYear(dyad, $0) }
                + others.filter { scoring.held[$0]?.values?[unit] != nil }.map { .value(dyad, indicator: $0) }
        }
    }

    /// The scoring without some records.
    func scoring(without removed: [RemovableRecord]) -> WindowScoring {
        var result = scoring
        var missing: [(unit: Int, year: Int)] = []
        for record in removed {
            switch record {
            case .dyadYear(let dyad, let year):
                if let unit = placeOf[dyad] { missing.append((unit, year)) }
            case .value(let dyad, let id):
                guard case .values(var column, let covered)? = result.held[id], let unit = placeOf[dyad]
                else { continue }
                column[unit] = nil
                result.held[id] = .values(column, years: covered)
            }
        }
        for (id, cells) in annual {
            let places = missing.compactMap { unit, year in
                cells.years.firstIndex(of: year).map { WindowCells.Place(dyad: unit, year: $0) }
            }.filter(cells.isObserved)
            guard !places.isEmpty else { continue }
            result.held[id] = .values(cells.values(without: places), years: cells.years)
        }
        return result
    }
}
