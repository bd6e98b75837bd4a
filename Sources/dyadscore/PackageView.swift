import Datasets
import Tabular

/// A data package as `datasets show --format json` prints it.
struct PackageView: Encodable {
    struct Table: Encodable {
        struct Field: Encodable {
            let name, type, description: String
            let unit: String?
            let isRequired: Bool
        }

        let path, title: String
        let primaryKey: [String]
        let fields: [Field]
    }

    let name, title, description, version, importer, obtaining: String
    let sources: [PackageMetadata.Source]
    let licences: [PackageMetadata.Licence]
    let citations: [String]
    let tables: [Table]
    /// One line a reason why rows were left out.
    let importLog: [String]

    init(_ package: PackageDescription, importLog: [String]) {
        let metadata = package.metadata
        (name, title, description) = (metadata.name, metadata.title, metadata.description)
        (version, importer, obtaining) = (metadata.sourceVersion, package.importer, metadata.obtaining)
        (sources, licences, citations) = (metadata.sources, metadata.licences, metadata.citations)
        self.importLog = importLog
        tables = package.resources.map { resource in
            Table(
                path: resource.path, title: resource.schema.title, primaryKey: resource.schema.primaryKey,
                fields: resource.schema.fields.map {
                    .init(
                        name: $0.name, type: $0.type.rawValue, description: $0.description, unit: $0.unit,
                        isRequired: $0.isRequired)
                })
        }
    }
}
