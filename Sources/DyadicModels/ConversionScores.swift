/// Output per contact of dyads: counts over contacts, each count shrunk by an empirical-Bayes gamma-Poisson model fitted
/// on the class, the rates joined by a geometric mean.
public struct ConversionScores: Sendable {
    public let ranking: DyadRanking
    public let production: Production
    /// The joined rates with their intervals, one a dyad; a rate of 1 is one output for each average dyad's contact.
    public let conversion: Conversion

    /// - Throws: `Absence` when counts are not whole, or an output is zero throughout the class.
    public init(_ production: Production, tieTolerance: Double) throws(Absence) {
        self.production = production
        do throws(ConversionFailure) {
            conversion = try Conversion(
                outputs: production.outputs.map(\.values), exposures: production.input,
                isReference: production.isInClass)
        } catch {
            throw Absence(Self.words(error, production))
        }
        ranking = DyadRanking(
            dyads: production.dyads, isInClass: production.isInClass,
            scores: conversion.outcomes.map { $0.rate?.estimate }, tieTolerance: tieTolerance)
    }

    private static func words(_ failure: ConversionFailure, _ production: Production) -> String {
        switch failure {
        case .notWhole(let output, let unit, let value):
            "\(production.outputs[output].indicator) of \(production.dyads[unit]) is \(value), and shrinkage needs whole counts"
        case .exposureOutOfRange(let unit):
            "the contacts of \(production.dyads[unit]) are negative or not finite"
        case .nothingObserved(let output):
            "\(production.outputs[output].indicator) is observed for no dyad of the class with contacts"
        case .allZero(let output):
            "\(production.outputs[output].indicator) is zero for every dyad of the class"
        }
    }
}
