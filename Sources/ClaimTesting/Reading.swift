public import DyadicModels

extension AssessmentPlan {
    /// One formal meaning of the claim's word: an operationalisation.
    public struct Reading: Hashable, Sendable {
        /// How a reading makes scores.
        public enum Kind: Hashable, Sendable {
            /// A composite of some dimensions, with choices other than the default's where it names them.
            case composite(dimensions: [String], changes: Specification.Changes)
            /// Output per contact: counts of some indicators over the contacts of a dimension, shrunk.
            case conversion(contacts: String, outputs: [String])
            /// Data envelopment analysis: the contacts of a dimension in, counts of some indicators out.
            case efficiency(contacts: String, outputs: [String], EnvelopmentPlan)
        }

        public let id: String
        public let title: String
        public let kind: Kind
        /// Whether the overall verdict rests on it.
        public let isPrimary: Bool

        public init(id: String, title: String, kind: Kind, isPrimary: Bool) {
            self.id = id
            self.title = title
            self.kind = kind
            self.isPrimary = isPrimary
        }

        /// A composite with the default's choices.
        public init(id: String, title: String, dimensions: [String], isPrimary: Bool) {
            self.init(
                id: id, title: title, kind: .composite(dimensions: dimensions, changes: .init()),
                isPrimary: isPrimary)
        }

        /// The dimensions that it is made of.
        public var dimensions: [String] {
            switch kind {
            case .composite(let dimensions, _): dimensions
            case .conversion(let contacts, _), .efficiency(let contacts, _, _): [contacts]
            }
        }

        /// The indicators that it counts as outputs, beside its dimensions.
        public var outputs: [String] {
            switch kind {
            case .composite: []
            case .conversion(_, let outputs), .efficiency(_, let outputs, _): outputs
            }
        }
    }
}
