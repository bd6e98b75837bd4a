extension Report {
    /// The commands that make these results again, and the hashes by which they are known.
    var reproductionSection: Section {
        let file = provenance.studyFile
        return Section(
            id: "reproduction", title: "How to reproduce it", shortTitle: "Reproduction",
            content: [
                .tag(
                    "p", [],
                    [
                        "With DyadScore \(provenance.programVersion), the study file \(file) that lies beside this page, and the data packages of these hashes, the same numbers come out on any number of threads:"
                    ]),
                .tag(
                    "pre", [],
                    [.tag("code", [], ["dyadscore run \(file) --datasets datasets --output results"])]),
                .tag("pre", [], [.tag("code", [], ["dyadscore explain \(file) \(assessment.claim.target)"])]),
                .tag(
                    "dl", class: "facts",
                    facts([
                        ("Program", ["dyadscore \(provenance.programVersion)"]),
                        ("Study", [.text(style.studyID)]), ("Seed", ["\(provenance.seed)"]),
                        ("SHA-256 of the study file", hash(provenance.studySHA256)),
                        ("Of its claim", hash(provenance.claimSHA256)),
                        ("Of its decision rule", hash(provenance.ruleSHA256)),
                        ("Of all data", hash(provenance.dataSHA256)),
                    ])),
                .tag(
                    "details", [],
                    [
                        .tag(
                            "summary", [],
                            ["The \(provenance.inputs.count) data files that were read, with their hashes"]),
                        .tag(
                            "ul", class: "hashes",
                            provenance.inputs.map { .tag("li", [], ["\($0.path) "] + hash($0.sha256)) }),
                    ]),
                .tag(
                    "p", class: "note",
                    [
                        "The file manifest.json beside this one holds the hashes of every file of the results and names the numerical library that was used."
                    ]),
            ])
    }

    private func hash(_ text: String) -> [Node] { [.tag("code", class: "hash", [.text(text)])] }
}
