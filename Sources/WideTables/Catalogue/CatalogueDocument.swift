import Diagnostics
import Scoring
import Tabular

/// The table of methods as JSON.
private struct CatalogueDocument: Encodable {
    struct Method: Encodable {
        let id: String
        let title: String
        let formula: String
        let domain: String
        let sources: [String]
        let properties: [String]
        let denied: [String]
        let compensation: String?
        let test: String
        let parameters: [Parameter]
    }

    struct Parameter: Encodable {
        let name: String
        let form: String
        /// Absent for a parameter that must be given or is optional.
        let standard: ArgumentRecord?
        let isOptional: Bool
        let meaning: String
    }

    struct Entry: Encodable {
        let step: String
        let methods: [Method]
    }

    struct Matrix: Encodable {
        struct Pair: Encodable {
            let method: String
            let with: String
            let admissible: Bool
            let reason: String?
        }

        /// The step of `method`, and that of `with`.
        let step: String
        let withStep: String
        let pairs: [Pair]
    }

    let schema = "dyadscore-methods/1"
    let steps: [Entry]
    /// Computed apart from the scores.
    let beside: [Method]
    let admissibility: [Matrix]
}

extension MethodCatalogue {
    /// Every method with its parameters, and every pair with the reason if it is refused.
    ///
    /// - Throws: `Diagnostic` (internal failure) for a number that is not finite.
    public func json() throws(Diagnostic) -> [UInt8] {
        try jsonBytes(
            of: CatalogueDocument(
                steps: steps.map { step in
                    .init(
                        step: step.rawValue,
                        methods: MethodTable.descriptions(of: step).map(CatalogueDocument.Method.init))
                },
                beside: beside.map(CatalogueDocument.Method.init),
                admissibility: matrices.map { matrix in
                    .init(
                        step: matrix.rowStep.rawValue, withStep: matrix.columnStep.rawValue,
                        pairs: matrix.rows.flatMap { row in
                            zip(matrix.columns, row.reasons).map {
                                .init(
                                    method: row.method, with: $0, admissible: $1 == nil,
                                    reason: $1)
                            }
                        })
                }))
    }
}

extension CatalogueDocument.Method {
    fileprivate init(_ method: MethodDescription) {
        self.init(
            id: method.id, title: method.title, formula: method.formula, domain: method.domain,
            sources: method.sources, properties: method.properties, denied: method.denied,
            compensation: method.compensation, test: method.test,
            parameters: method.parameters.map {
                .init(
                    name: $0.name, form: $0.form.words, standard: $0.standard.map(ArgumentRecord.init),
                    isOptional: $0.isOptional, meaning: $0.meaning)
            })
    }
}
