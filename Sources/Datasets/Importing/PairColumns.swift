import Diagnostics
import Dyads
import Tabular

/// The schemes in which sources number or name states.
public enum StateCodeScheme: String, Sendable, CaseIterable {
    case iso3
    case cow
    case gleditschWard = "gw"
}

/// The two columns of a source that name the states of a row.
struct PairColumns {
    /// What the two cells of a row say.
    private enum Content {
        case pair(OrderedPair)
        case outside
        case oneState
    }

    let first: Int
    let second: Int
    private let scheme: StateCodeScheme
    private let states: StateSystem
    private let file: SourceFile
    /// The cells of the row before and what they say: in most sources the years of a pair follow each other.
    private var last: (first: UInt64, second: UInt64, content: Content)?

    /// - Throws: `Diagnostic` when the reader has no such column.
    init(
        _ first: String, _ second: String, as scheme: StateCodeScheme, in reader: CSVReader,
        states: StateSystem, file: SourceFile
    ) throws(Diagnostic) {
        self.first = try reader.column(first)
        self.second = try reader.column(second)
        self.scheme = scheme
        self.states = states
        self.file = file
    }

    /// The dyad of a row; nil, and noted in the log, when a state is not one of ours or is paired with itself.
    ///
    /// - Throws: `Diagnostic` when a cell does not have the form of a code.
    mutating func pair(of row: CSVRow, log: inout ImportLog) throws(Diagnostic) -> OrderedPair? {
        switch try content(of: row) {
        case .pair(let pair): return pair
        case .outside: log.note("a state outside the list of states", in: file, line: row.line)
        case .oneState: log.note("a state with itself", in: file, line: row.line)
        }
        return nil
    }

    private mutating func content(of row: CSVRow) throws(Diagnostic) -> Content {
        let words = (row.word(first), row.word(second))
        if let last, last.first == words.0, last.second == words.1 { return last.content }
        let content = try states(of: row).map { a, b in
            Dyad(a, b).map { .pair(OrderedPair(dyad: $0, isReversed: a != $0.first)) } ?? Content.oneState
        }
        if let a = words.0, let b = words.1 { last = (a, b, content ?? .outside) }
        return content ?? .outside
    }

    private func states(of row: CSVRow) throws(Diagnostic) -> (StateCode, StateCode)? {
        guard let a = try row.state(first, as: scheme, in: states),
            let b = try row.state(second, as: scheme, in: states)
        else { return nil }
        return (a.code, b.code)
    }
}

/// A dyad as a row of directed data names it.
struct OrderedPair: Hashable {
    let dyad: Dyad
    /// Whether the row names the dyad's second state first.
    let isReversed: Bool
}

extension CSVRow {
    /// The state that a cell names; nil for states outside the system.
    ///
    /// - Throws: `Diagnostic` when a number is expected and the cell is not one.
    func state(
        _ index: Int, as scheme: StateCodeScheme, in states: StateSystem
    ) throws(Diagnostic) -> State? {
        switch scheme {
        case .iso3: stateByCode(index, in: states)
        case .cow: try stateByCOWNumber(index, in: states)
        case .gleditschWard: states.state(gleditschWardNumber: try integer(index))
        }
    }
}
