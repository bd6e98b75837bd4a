import Diagnostics

/// The reference class as `COLUMN=VALUE`.
struct ReferenceFilter {
    let column: String
    let value: String

    /// - Throws: `Diagnostic` (wrong argument) for a text of another form.
    init(_ text: String) throws(Diagnostic) {
        guard let mark = text.firstIndex(of: "="), mark != text.startIndex else {
            throw Diagnostic(
                .wrongArgument, rule: "--class must be written COLUMN=VALUE", found: text.quotedForMessage)
        }
        column = String(text[..<mark])
        value = String(text[text.index(after: mark)...])
    }

    /// Marks of the units in the class; all of them without a filter.
    ///
    /// - Throws: `Diagnostic` (wrong argument) for a column that is not there or a class without units.
    static func marks(_ text: String?, in table: WideTable) throws(Diagnostic) -> [Bool] {
        guard let text else { return table.units.map { _ in true } }
        let filter = try ReferenceFilter(text)
        let marks = try table.texts(filter.column, option: "--class").map { $0 == filter.value }
        guard marks.contains(true) else {
            throw Diagnostic(
                .wrongArgument, rule: "--class must leave at least one unit in the class",
                found: "no unit whose \(filter.column) is \(filter.value.quotedForMessage)")
        }
        return marks
    }
}
