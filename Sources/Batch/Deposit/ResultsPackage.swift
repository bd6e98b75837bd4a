import Studies
import Tabular

/// The terms of results.
enum ResultsLicence {
    static let name = "CC-BY-4.0"
    static let title = "Creative Commons Attribution 4.0"
    static let scope = "The sources' own terms apply to what is derived from them."
    static let address = "https://creativecommons.org/licenses/by/4.0/"
}

/// The content of a results folder's `datapackage.json`: a schema for every CSV.
struct ResultsPackage: Encodable {
    struct Licence: Encodable {
        let name = ResultsLicence.name
        let title =
            "\(ResultsLicence.title); the sources' own terms apply to what is derived from them"
        let path = ResultsLicence.address
    }

    struct Contributor: Encodable {
        let title: String
        let roles = ["author"]
        let organization: String?
    }

    struct Source: Encodable {
        let title: String
        let path: String?
        let version: String
    }

    let profile = "https://datapackage.org/profiles/2.0/datapackage.json"
    let name: String
    let title: String
    let description: String
    let licenses = [Licence()]
    /// Nil without authors: the standard has no empty list.
    let contributors: [Contributor]?
    let sources: [Source]
    let keywords: [String]?
    let resources: [TableResource]

    init(study: Study, citations: StudyCitations, resources: [TableResource]) {
        name = study.id
        title = study.title
        description = "Results of the study '\(study.id)': \(study.claim.statement)"
        let authors = study.publication.authors.map {
            Contributor(title: $0.name, organization: $0.affiliation)
        }
        contributors = authors.isEmpty ? nil : authors
        keywords = study.publication.keywords.isEmpty ? nil : study.publication.keywords
        sources = citations.data.map {
            Source(title: $0.title, path: $0.sources.first?.path, version: $0.version)
        }
        self.resources = resources
    }

    private enum CodingKeys: String, CodingKey {
        case profile = "$schema"
        case name, title, description, licenses, contributors, sources, keywords, resources
    }
}
