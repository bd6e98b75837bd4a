extension AssessmentPlan {
    /// What is done in a class that is too large for every dyad to be followed one by one.
    ///
    /// Scores, ranks and first places are of all dyads whatever the size. What costs the square of the class, in time or in
    /// memory, is computed for some: `Assessment.followed`.
    public struct LargeClassPlan: Hashable, Sendable {
        /// A class of more dyads than this is large; in a smaller one every dyad is followed.
        public var above: Int
        /// How many rivals are followed: those whose scores are nearest to the target's.
        public var nearest: Int

        public init(above: Int = 1_000, nearest: Int = 20) {
            self.above = above
            self.nearest = nearest
        }
    }
}
