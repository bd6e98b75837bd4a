extension TreatyImporter {
    /// What the three collections of the manytreaties package have in common.
    private static func collection(
        name: String, title: String, description: String, inputs: [InputDescription],
        source: PackageMetadata.Source,
        citations: [String], obtaining: String
    ) -> TreatyImporter {
        TreatyImporter(
            inputs: inputs,
            metadata: PackageMetadata(
                name: name, title: title, description: description,
                sourceVersion: "globalgov/manytreaties at 4bf79f9",
                sources: [
                    source,
                    .init(
                        title: "globalgov/manytreaties at 4bf79f9 (the copy that was read)",
                        path: "https://github.com/globalgov/manytreaties"),
                ],
                licences: [
                    .init(
                        name: "CC-BY-4.0", title: "Creative Commons Attribution 4.0",
                        path: "https://creativecommons.org/licenses/by/4.0/")
                ],
                citations: citations + ["hollway2024manytreaties"], obtaining: obtaining))
    }

    private static let partiesFile = InputDescription(
        "parties.csv", "one row a state and treaty: stateID, treatyID, Begin")

    static let ieadb = collection(
        name: "ieadb",
        title: "International environmental agreements by dyad (IEADB)",
        description: """
            One row a dyad and treaty to which both states are parties, for treaties recorded since 1991. Coverage \
            reaches 2020 and is thin after 2014. For 14 treaties the source gives some states their date of accession \
            as the beginning; `year` is the treaty's own, `recorded_year` keeps the other.
            """,
        inputs: [partiesFile],
        source: .init(
            title: "International Environmental Agreements Database Project",
            path: "https://www.iea.ulaval.ca/"),
        citations: ["mitchell2020ieadb"],
        obtaining: """
            Load data/parties.rda of the R package manytreaties; in its element for IEADB keep stateID, treatyID, Begin, End, \
            Title, stateSignature, Signature, Rat and Force, and write it with write.csv(..., row.names = FALSE, na = "").
            """)

    static let ggo = collection(
        name: "ggo",
        title: "International agreements by dyad (Geneva Global Governance Observatory)",
        description: """
            One row a dyad and treaty to which both states are parties, for treaties recorded since 1991; coverage \
            reaches 2023. Some identifiers hold several agreements (`agreements_under_id`); their parties cannot be \
            told apart and count together.
            """,
        inputs: [
            partiesFile, InputDescription("agreements.csv", "one row an agreement: treatyID, Title, Begin"),
        ],
        source: .init(
            title: "Geneva Global Governance Observatory",
            path: "https://www.graduateinstitute.ch/globalgovernance"),
        citations: ["ggo2024"],
        obtaining: """
            Load data/parties.rda and data/agreements.rda of the R package manytreaties; in the elements for GGO keep stateID, \
            treatyID, Begin, End, Signature, StateSignature, StateRatification, Force, StateForce and StateEnd, and \
            treatyID, Title, Begin and the rest; write both with write.csv(..., row.names = FALSE, na = "").
            """)

    static let desta = collection(
        name: "desta",
        title: "Trade agreements by dyad (DESTA)",
        description: """
            One row a dyad and preferential trade agreement to which both states are parties, for agreements signed \
            since 1991; coverage reaches 2019. Dates are years; 82 agreements of the source have none and are left out.
            """,
        inputs: [partiesFile],
        source: .init(
            title: "Design of Trade Agreements Database", path: "https://www.designoftradeagreements.org/"),
        citations: ["duer2014desta"],
        obtaining: """
            Load data/parties.rda of the R package manytreaties; in its element for DESTA keep stateID, treatyID, Begin, Title, \
            Signature and Force, reduce the dates to years, and write it with write.csv(..., row.names = FALSE, na = "").
            """)
}
