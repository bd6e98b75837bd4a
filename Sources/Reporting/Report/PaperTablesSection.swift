import ClaimTesting

extension Report {
    /// The tables for papers, but those that the page shows in another form: the verdict among what the answer rests on,
    /// and the ranking with all pairs.
    var tablesSection: Section? {
        let elsewhere: [PaperTableKind] = [.ranking, .verdict]
        let content = papers.filter { !elsewhere.map(\.rawValue).contains($0.name) }.flatMap {
            table -> [Node] in
            [.tag("h3", [("id", "table-\(identifier(table.name))")], [.text(shortCaption(of: table))])]
                + nodes(table)
        }
        guard !content.isEmpty else { return nil }
        return Section(id: "tables", title: "Tables", content: content)
    }

    /// The table and its notes; what to cite for it is among the references.
    func nodes(_ table: PaperTable) -> [Node] {
        let printed = table.printed
        let groups = table.sections.map { section in
            ReportTable.Group(
                title: section.title,
                rows: section.rows.map { row in
                    .init(
                        printed.map { .init(withMinusSign(table.text(row, $0), in: table.columns[$0])) },
                        isTarget: row.isEmphasised)
                })
        }
        let grid = ReportTable(
            label: shortCaption(of: table),
            columns: printed.map {
                .init(heading: table.columns[$0].heading, isNumber: table.columns[$0].kind != .text)
            },
            groups: groups,
            headingColumn: printed.firstIndex { table.columns[$0].isName } ?? 0)
        let notes =
            table.notes.isEmpty
            ? [] : [Node.tag("p", class: "note", [.text(table.notes.joined(separator: " "))])]
        return [grid.node] + notes
    }

    /// The caption without the study's title, which heads the page.
    private func shortCaption(of table: PaperTable) -> String {
        let start = "\(style.studyTitle): "
        return table.caption.hasPrefix(start)
            ? capitalised(String(table.caption.dropFirst(start.count))) : table.caption
    }

    private func withMinusSign(_ text: String, in column: PaperTable.Column) -> String {
        column.kind == .text || column.kind == .range ? text : Reporting.withMinusSign(text)
    }
}
