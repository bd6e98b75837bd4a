public import WorkPieces

extension JointRankConfidence: Storable {
    public func write(to bytes: inout PieceWriter) {
        simultaneous.write(to: &bytes)
        [isInBestSet, isInTauBestSet, canBeBest].write(to: &bytes)
        bestDifference.write(to: &bytes)
    }
    public init(from bytes: inout PieceReader) throws(PieceDamage) {
        simultaneous = try ClosedRange<Int>(from: &bytes)
        let marks = try [Bool](from: &bytes)
        guard marks.count == 3 else { throw PieceDamage() }
        (isInBestSet, isInTauBestSet, canBeBest) = (marks[0], marks[1], marks[2])
        bestDifference = try ClosedRange<Double>(from: &bytes)
    }
}
