import Diagnostics
import Dyads
import Tabular

extension CSVRow {
    /// The state whose ISO code a cell holds; nil for states outside the system.
    func stateByCode(_ index: Int, in states: StateSystem) -> State? {
        states.state(coded: text(index))
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
        guard let year = wholeNumber(index), (1...9999).contains(year) else {
            throw wrong(index, "the cell must be a year from 1 to 9999")
        }
        return year
    }

    /// A number that can be added to others: a sum of what is near the largest double would be infinite.
    ///
    /// - Throws: `Diagnostic` when the cell is not a number, or is larger than 1e300 in size.
    func summand(_ index: Int) throws(Diagnostic) -> Double {
        let value = try number(index)
        guard abs(value) <= 1e300 else {
            throw wrong(index, "the cell must be a number from -1e300 to 1e300")
        }
        return value
    }

    /// A flag.
    ///
    /// - Throws: `Diagnostic` when the cell is not 0 or 1.
    func flag(_ index: Int) throws(Diagnostic) -> Bool {
        guard let value = decimalNumber(index), value == 0 || value == 1 else {
            throw wrong(index, "a flag is 0 or 1")
        }
        return value == 1
    }

    /// A day in the form that `parse` reads.
    ///
    /// - Throws: `Diagnostic` naming the form when the cell is not such a day.
    func day(
        _ index: Int, written form: String, _ parse: (String) -> CalendarDay?
    ) throws(Diagnostic) -> CalendarDay {
        guard let day = parse(text(index)) else { throw wrong(index, "the cell must be a date \(form)") }
        return day
    }
}

extension CSVReader {
    /// The positions of several columns.
    ///
    /// - Throws: `Diagnostic` as `column(_:)` does.
    func columns(_ names: [String]) throws(Diagnostic) -> [Int] {
        var columns: [Int] = []
        for name in names { columns.append(try column(name)) }
        return columns
    }
}
