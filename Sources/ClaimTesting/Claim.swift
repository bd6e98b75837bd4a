public import Dyads
public import DyadicModels

/// A superlative claim about a pair of states, as data.
public struct Claim: Sendable {
    public let target: Dyad
    /// What the pair is said to be, e.g. "the most productive".
    public let superlative: String
    /// The claim in a sentence, in our own words.
    public let statement: String
    /// What the class is called in prose, e.g. "the post-Soviet pairs without Russia".
    public let className: String
    public let referenceClass: ReferenceClass
    /// Key of the publication that makes the claim.
    public let citation: String

    public init(
        target: Dyad, superlative: String, statement: String, className: String,
        referenceClass: ReferenceClass,
        citation: String
    ) {
        self.target = target
        self.superlative = superlative
        self.statement = statement
        self.className = className
        self.referenceClass = referenceClass
        self.citation = citation
    }

    /// The same claim about another dyad, or in another class.
    func about(_ dyad: Dyad? = nil, in otherClass: ReferenceClass? = nil) -> Claim {
        Claim(
            target: dyad ?? target, superlative: superlative, statement: statement, className: className,
            referenceClass: otherClass ?? referenceClass, citation: citation)
    }

    /// The same claim among other dyads.
    func among(_ referenceClass: ReferenceClass) -> Claim {
        Claim(
            target: target, superlative: superlative, statement: statement, className: className,
            referenceClass: referenceClass, citation: citation)
    }
}
