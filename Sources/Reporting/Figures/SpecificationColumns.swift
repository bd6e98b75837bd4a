import ClaimTesting

/// The specifications of a reading in the order of their curve, in columns of equal size, the last perhaps smaller.
struct SpecificationColumns {
    struct Column {
        /// Places in the curve.
        let places: Range<Int>
        /// Best and worst rank of the target.
        let ranks: ClosedRange<Int>
        /// The share of every option in the column; choices x options, each choice's sum to one.
        let shares: [[Double]]
    }

    let columns: [Column]
    /// Specifications in all.
    let count: Int
    /// Specifications in a column.
    let size: Int

    /// More would be thinner than a hairline on paper.
    static let most = 150

    /// One column a specification where these are few.
    init(_ multiverse: Multiverse) {
        let rows = multiverse.curve.map { multiverse.rows[$0] }
        count = rows.count
        let size = max(1, (rows.count + Self.most - 1) / Self.most)
        self.size = size
        columns = stride(from: 0, to: rows.count, by: size).compactMap { start in
            let places = start..<min(start + size, rows.count)
            let own = rows[places]
            guard let best = own.map(\.rank).min(), let worst = own.map(\.rank).max() else { return nil }
            let shares = multiverse.choices.indices.map { choice in
                var counts = [Int](repeating: 0, count: multiverse.choices[choice].options.count)
                for row in own { counts[row.codes[choice]] += 1 }
                return counts.map { Double($0) / Double(own.count) }
            }
            return Column(places: places, ranks: best...worst, shares: shares)
        }
    }

    /// Upper ends of the classes of shares that are drawn alike.
    static let classes = [0.1, 0.25, 0.5, 0.75, 1]

    /// The class of a share; nil for none.
    static func shade(of share: Double) -> Int? {
        share > 0 ? classes.firstIndex { share <= $0 + 1e-12 } ?? classes.count - 1 : nil
    }
}

extension Multiverse {
    /// The place in the curve of the specification that has the first option of every choice, if that is the study's own:
    /// if it gives the target the given rank.
    func placeOfDefault(rank: Int) -> Int? {
        func isFirst(_ codes: [Int]) -> Bool { codes.allSatisfy { $0 == 0 } }
        return curve.firstIndex { place in
            let row = rows[place]
            return row.rank == rank && (isFirst(row.codes) || row.duplicates.contains(where: isFirst))
        }
    }
}
