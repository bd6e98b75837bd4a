extension Assessment {
    /// What was found on a reading in the main window, for the decision rule.
    ///
    /// Joint draws and rank confidence sets are not computed yet, so that neither `supported` nor `contradicted` is
    /// given.
    public func evidence(on item: Scored) -> ReadingEvidence {
        let ranking = item.ranking
        let target = ranking?.dyads.firstIndex(of: claim.target)
        return ReadingEvidence(
            finding: item.finding,
            specifications: tests.explored.first { $0.reading == item.subject.id }?.shareFirst,
            weights: target.flatMap { tests.acceptability(of: item.subject.id)?.firstPlace(of: $0)?.value })
    }
}
