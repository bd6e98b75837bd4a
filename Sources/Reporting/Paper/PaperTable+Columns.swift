public import Diagnostics

extension PaperTable {
    /// The table with some of its columns, in this order; each of them is printed and written.
    ///
    /// - Throws: `Diagnostic` (wrong argument) for a column that it does not have, one that is named twice, or none.
    public func choosing(_ ids: [String]) throws(Diagnostic) -> PaperTable {
        var chosen: [Int] = []
        for id in ids {
            guard let column = columns.firstIndex(where: { $0.id == id }) else {
                let known = columns.map(\.id)
                throw Diagnostic(
                    .wrongArgument,
                    rule: "a column of the table '\(name)' must be one of \(known.joined(separator: ", "))",
                    found: id.quotedForMessage,
                    remedy: nearestWord(to: id, among: known).map { "did you mean \($0.quotedForMessage)?" })
            }
            guard !chosen.contains(column) else {
                throw Diagnostic(
                    .wrongArgument, rule: "every column can be named once", found: id.quotedForMessage)
            }
            chosen.append(column)
        }
        guard !chosen.isEmpty else {
            throw Diagnostic(.wrongArgument, rule: "a table needs a column")
        }
        return PaperTable(
            name: name, caption: caption, label: label,
            columns: chosen.map { place in
                let column = columns[place]
                return Column(
                    column.id, column.heading, column.kind, column.description, unit: column.unit,
                    isName: column.isName)
            },
            sections: sections.map { section in
                Section(
                    id: section.id, title: section.title,
                    rows: section.rows.map { row in
                        Row(
                            chosen.map { row.cells[$0] }, isEmphasised: row.isEmphasised,
                            followsGap: row.followsGap,
                            decimals: row.decimals)
                    })
            }, notes: notes, sources: sources, key: key)
    }
}
