/// The states that a file or a study knows, found by any of their codes.
public struct StateSystem: Sendable {
    /// In order of their ISO codes.
    public let states: [State]
    private let byCode: [StateCode: State]
    private let byCOW: [Int: State]
    private let byGleditschWard: [Int: State]
    private let byName: [String: State]
    /// What one source calls states, where it is neither the ISO code nor the name.
    private let bySourceCode: [String: State]
    private let locations: [StateCode: Location]

    /// Nil when two states share a code, a number or a name.
    public init?(_ states: [State]) {
        self.init(uniqueStates: states)
        guard
            [byCode.count, byCOW.count, byGleditschWard.count, byName.count].allSatisfy({ $0 == states.count }
            )
        else { return nil }
    }

    /// The system without states.
    public static var empty: StateSystem { StateSystem(uniqueStates: []) }

    private init(
        uniqueStates states: [State], sourceCodes: [String: StateCode] = [:],
        locations: [StateCode: Location] = [:]
    ) {
        self.states = states.sorted { $0.code < $1.code }
        byCode = Dictionary(states.map { ($0.code, $0) }) { first, _ in first }
        byCOW = Dictionary(states.map { ($0.cowNumber, $0) }) { first, _ in first }
        byGleditschWard = Dictionary(states.map { ($0.gleditschWardNumber, $0) }) { first, _ in first }
        byName = Dictionary(states.map { ($0.name, $0) }) { first, _ in first }
        bySourceCode = sourceCodes.compactMapValues { [byCode] in byCode[$0] }
        self.locations = locations
    }

    /// The same states, of which some lie at known places. Where they lie decides nothing but how maps look.
    public func located(at locations: [StateCode: Location]) -> StateSystem {
        StateSystem(
            uniqueStates: states, sourceCodes: bySourceCode.mapValues(\.code), locations: locations)
    }

    /// Where a state lies; nil when that is not known.
    public func location(of code: StateCode) -> Location? { locations[code] }

    /// The same states, found by a source's own codes or names too; those of other states are left out.
    public func recognising(_ sourceCodes: [String: StateCode]) -> StateSystem {
        StateSystem(uniqueStates: states, sourceCodes: sourceCodes, locations: locations)
    }

    public subscript(code: StateCode) -> State? { byCode[code] }

    /// The state with this Correlates of War number.
    public func state(cowNumber: Int) -> State? { byCOW[cowNumber] }

    /// The state with this Gleditsch-Ward number.
    public func state(gleditschWardNumber: Int) -> State? { byGleditschWard[gleditschWardNumber] }

    /// The state with exactly this English name, or that the source calls so.
    public func state(named name: String) -> State? { byName[name] ?? bySourceCode[name] }

    /// The state with this ISO code, or that the source codes so.
    public func state(coded code: String) -> State? {
        StateCode(code).flatMap { byCode[$0] } ?? bySourceCode[code]
    }

    /// The part of the system with these codes; nil when one of them is not a member.
    public func restricted(to codes: [StateCode]) -> StateSystem? {
        let chosen = codes.compactMap { byCode[$0] }
        return chosen.count == codes.count ? StateSystem(chosen)?.located(at: locations) : nil
    }

    /// Every pair of the states, in ISO order: n (n - 1) / 2 of them.
    public var dyads: [Dyad] {
        states.indices.flatMap { i in
            states[(i + 1)...].compactMap { Dyad(states[i].code, $0.code) }
        }
    }

    /// Whether both states were members on a common day of the year.
    public func exists(_ dyad: Dyad, in year: Int) -> Bool {
        guard let a = byCode[dyad.first], let b = byCode[dyad.second] else { return false }
        return a.membership.sharesDay(with: b.membership, in: year)
    }

    /// The Correlates of War numbers of a dyad, smaller first, as undirected COW data order them.
    public func cowNumbers(of dyad: Dyad) -> (smaller: Int, larger: Int)? {
        guard let a = byCode[dyad.first]?.cowNumber, let b = byCode[dyad.second]?.cowNumber else {
            return nil
        }
        return (min(a, b), max(a, b))
    }

    /// `Azerbaijan-Kazakhstan` for `AZE-KAZ`.
    public func name(of dyad: Dyad) -> String {
        "\(byCode[dyad.first]?.name ?? dyad.first.text)-\(byCode[dyad.second]?.name ?? dyad.second.text)"
    }
}
