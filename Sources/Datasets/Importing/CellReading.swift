import Diagnostics
import Dyads
import Tabular

extension CSVRow {
    /// The state whose ISO code a cell holds; nil for states outside the system.
    func stateByCode(_ index: Int, in states: StateSystem) -> State? {
        StateCode(text(index)).flatMap { states[$0] }
    }

    /// The state whose COW number a cell holds; nil for states outside the system.
    ///
    /// - Throws: `Diagnostic` when the cell is not a whole number.
    func stateByCOWNumber(_ index: Int, in states: StateSystem) throws(Diagnostic) -> State? {
        states.state(cowNumber: try integer(index))
    }

    /// A calendar year.
    ///
    /// - Throws: `Diagnostic` when the cell is not a year from 1 to 9999.
    func year(_ index: Int) throws(Diagnostic) -> Int {
        guard let year = parseInteger(text(index)), (1...9999).contains(year) else {
            throw wrong(index, "the cell must be a year from 1 to 9999")
        }
        return year
    }
}
