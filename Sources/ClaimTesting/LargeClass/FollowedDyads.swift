import DyadicModels
import Dyads

extension Assessment {
    /// Whether the class of the claim is too large for every dyad to be followed one by one.
    public var isClassLarge: Bool {
        plan.largeClass.above < panel.dyads.count
            && panel.dyads.count(where: claim.referenceClass.contains) > plan.largeClass.above
    }

    /// The dyads that are followed one by one on a reading in the main window, as places in the panel's dyads, ascending;
    /// nil where all are.
    ///
    /// In a large class these are the target, the first of those that lead by default, and the rivals whose default scores
    /// are nearest to the target's, of equally near ones the first. Without scores none but the target is.
    public func followed(on subject: String) -> [Int]? {
        guard isClassLarge else { return nil }
        return result(subject, in: mainWindow)?.ranking.map {
            $0.nearest(to: claim.target, count: plan.largeClass.nearest)
        } ?? panel.dyads.indices.filter { panel.dyads[$0] == claim.target }
    }

    /// The dyads that are followed on any reading, as places in the panel's dyads, ascending; nil where all are.
    public var followedDyads: [Int]? {
        isClassLarge ? Set(plan.readings.flatMap { followed(on: $0.id) ?? [] }).sorted() : nil
    }
}

extension DyadRanking {
    /// A dyad, the first dyad of rank 1, and the members of the class whose scores are nearest to the dyad's.
    func nearest(to dyad: Dyad, count: Int) -> [Int] {
        guard let target = dyads.firstIndex(of: dyad) else { return [] }
        guard let score = scores[target] else { return [target] }
        let rivals = dyads.indices.compactMap { unit -> (unit: Int, distance: Double)? in
            guard unit != target, isInClass[unit], let other = scores[unit] else { return nil }
            return (unit, abs(other - score))
        }.sorted { ($0.distance, $0.unit) < ($1.distance, $1.unit) }
        let chosen = [target] + classRanking.leaders.prefix(1) + rivals.prefix(count).map(\.unit)
        return Set(chosen).sorted()
    }
}
