import Studies
import Tabular

/// The content of a results folder's `datapackage.json`: a schema for every CSV.
struct ResultsPackage: Encodable {
    struct Licence: Encodable {
        let name = "CC-BY-4.0"
        let title =
            "Creative Commons Attribution 4.0; the sources' own terms apply to what is derived from them"
        let path = "https://creativecommons.org/licenses/by/4.0/"
    }

    let profile = "https://datapackage.org/profiles/2.0/datapackage.json"
    let name: String
    let title: String
    let description: String
    let licenses = [Licence()]
    let resources: [TableResource]

    init(study: Study, resources: [TableResource]) {
        name = study.id
        title = study.title
        description = "Results of the study '\(study.id)': \(study.claim.statement)"
        self.resources = resources
    }

    private enum CodingKeys: String, CodingKey {
        case profile = "$schema"
        case name, title, description, licenses, resources
    }
}
