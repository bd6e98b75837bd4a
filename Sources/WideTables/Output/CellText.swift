import Tabular

extension Table.Cell {
    /// The cell for people: six significant digits, a dash for what is missing.
    var text: String {
        switch self {
        case .text(let text): text
        case .integer(let value): String(value)
        case .number(let value): formatted(value, significantDigits: 6)
        case .missing: "-"
        }
    }
}
