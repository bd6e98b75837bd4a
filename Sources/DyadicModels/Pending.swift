public struct ConversionScores: Sendable {
    public let ranking: DyadRanking
    public init(_ production: Production, tieTolerance: Double) throws(Absence) {
        throw Absence(reason: "pending")
    }
}
