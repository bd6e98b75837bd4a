import Diagnostics
import Dyads
import Tabular

/// The treaties of a parties file, with what its rows say about each.
struct TreatyRecords {
    struct Party {
        /// The first line on which the party stands.
        var line: Int
        /// The latest year that the party's rows give as the beginning.
        var latestYear: Int
    }

    struct Treaty {
        let id: String
        var parties: [String: Party] = [:]
        /// The earliest dated beginning of any row.
        var begin: (date: UncertainDate, text: String)?
        /// Distinct titles with their beginnings, in the order of the file.
        var titles: [(title: String, begin: String)] = []

        /// The title that goes with the beginning, else the first.
        var title: String {
            titles.first { $0.begin == begin?.text }?.title ?? titles.first?.title ?? id
        }

        mutating func addTitle(_ title: String, begin: String) {
            if !title.isEmpty, !titles.contains(where: { $0.title == title }) {
                titles.append((title, begin))
            }
        }
    }

    private var treaties: [String: Treaty] = [:]

    /// By identifier.
    var inOrder: [Treaty] { treaties.values.sorted { $0.id < $1.id } }

    /// Reads one row a state and treaty; rows of one state and treaty are one party. Parties go by the source's own codes,
    /// states of the system by their ISO codes.
    init(
        reading file: SourceFile, states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) {
        var reader = try file.csv()
        let (state, treatyID, beginColumn) = (
            try reader.column("stateID"), try reader.column("treatyID"), try reader.column("Begin")
        )
        let title = reader.header.firstIndex(of: "Title")
        while let row = try reader.next() {
            let id = try row.requiredText(treatyID)
            guard !row.isEmpty(state) else {
                log.note("no party named", in: file, line: row.line)
                continue
            }
            guard !row.isEmpty(beginColumn) else {
                log.note("no beginning given: the treaty cannot be dated", in: file, line: row.line)
                continue
            }
            let beginText = row.text(beginColumn)
            guard let begin = UncertainDate(beginText) else {
                throw row.wrong(
                    beginColumn, "the beginning must be a date, a month, a year or a range of them")
            }
            if begin.isUncertain {
                log.note("an uncertain beginning: the first year named was taken", in: file, line: row.line)
            }
            var treaty = treaties[id] ?? Treaty(id: id)
            if treaty.begin.map({ beginText < $0.text }) ?? true { treaty.begin = (begin, beginText) }
            let own = row.text(state)
            let name = states.state(coded: own)?.code.text ?? own
            if var party = treaty.parties[name] {
                log.note("a further row of the same state and treaty", in: file, line: row.line)
                party.latestYear = max(party.latestYear, begin.year)
                treaty.parties[name] = party
            } else {
                treaty.parties[name] = Party(line: row.line, latestYear: begin.year)
            }
            if let title { treaty.addTitle(row.text(title), begin: beginText) }
            treaties[id] = treaty
        }
    }

    /// Adds titles from a file of agreements, where the parties file has none.
    mutating func addTitles(from file: SourceFile, log: inout ImportLog) throws(Diagnostic) {
        var reader = try file.csv()
        let (treatyID, title, begin) = (
            try reader.column("treatyID"), try reader.column("Title"), try reader.column("Begin")
        )
        while let row = try reader.next() {
            let id = row.text(treatyID)
            guard treaties[id] != nil else {
                log.note("an agreement without parties in the parties file", in: file, line: row.line)
                continue
            }
            treaties[id]?.addTitle(row.text(title), begin: row.text(begin))
        }
    }
}
