/// Rows of a choice table put together by the options of some choices.
struct Partition {
    /// The group of each row, numbered in the order of their first rows.
    private(set) var groupOf: [Int]
    private(set) var groups: Int

    /// All rows in one group.
    init(rows: Int) {
        groupOf = Array(repeating: 0, count: rows)
        groups = rows > 0 ? 1 : 0
    }

    /// The groups taken apart by one more choice.
    ///
    /// - Parameters:
    ///   - codes: one a row, in 0 ..< `options`.
    func refined(by codes: [Int], options: Int) -> Partition {
        var result = self
        var labels = [Int](repeating: -1, count: groups * options)
        var next = 0
        labels.withUnsafeMutableBufferPointer { labels in
            codes.withUnsafeBufferPointer { codes in
                result.groupOf.withUnsafeMutableBufferPointer { groupOf in
                    for row in groupOf.indices {
                        let cell = groupOf[row] * options + codes[row]
                        if labels[cell] < 0 {
                            labels[cell] = next
                            next += 1
                        }
                        groupOf[row] = labels[cell]
                    }
                }
            }
        }
        result.groups = next
        return result
    }

    /// The sum over groups of (sum of the group's values)^2 / its size: N times the variance of the group means
    /// for values with mean zero.
    func squaredGroupSums(of values: [Double]) -> Double {
        var sums = [Double](repeating: 0, count: groups)
        var sizes = [Double](repeating: 0, count: groups)
        sums.withUnsafeMutableBufferPointer { sums in
            sizes.withUnsafeMutableBufferPointer { sizes in
                groupOf.withUnsafeBufferPointer { groupOf in
                    values.withUnsafeBufferPointer { values in
                        for row in groupOf.indices {
                            sums[groupOf[row]] += values[row]
                            sizes[groupOf[row]] += 1
                        }
                    }
                }
            }
        }
        var total = 0.0
        for group in 0..<groups { total += sums[group] * sums[group] / sizes[group] }
        return total
    }
}
