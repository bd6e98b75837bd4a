/// The value nearest to the current one at which something changes, if there is one within reach.
///
/// Upward the search doubles its step until the condition holds and gives up at the ceiling, or without one beyond
/// 10,000 times the largest value of the class; downward it ends at zero. Inside the bracket it halves, to a
/// relative 1e-7 (or 1e-9 of the largest value of the class, near zero), or to the whole number.
struct ThresholdSearch {
    let current: Double
    /// The largest value of the class.
    let highest: Double
    let goesUp: Bool
    /// The largest value that there can be, if there is one.
    let ceiling: Double?
    let isWhole: Bool
    let isReached: (Double) -> Bool

    /// Nil when no value within reach is enough. Assumes that the condition, once it holds, holds further out.
    var value: Double? {
        guard let (near, far) = bracket else { return nil }
        var (without, with) = (near, far)
        while isWhole ? abs(with - without) > 1 : abs(with - without) > precision(with, without) {
            var middle = (without + with) / 2
            if isWhole { middle.round(.down) }
            // Neighbours have no number between them: those above 2^53, and the smallest.
            guard middle != without, middle != with else { break }
            if isReached(middle) { with = middle } else { without = middle }
        }
        return with
    }

    private func precision(_ a: Double, _ b: Double) -> Double {
        max(1e-7 * max(abs(a), abs(b)), 1e-9 * max(highest, abs(current)))
    }

    /// A value at which it does not hold, and one further out at which it does.
    private var bracket: (near: Double, far: Double)? {
        if !goesUp { return current > 0 && isReached(0) ? (current, 0) : nil }
        let size = max(highest, abs(current), isWhole ? 1 : 0)
        let limit = min(ceiling ?? 10_000 * size, .greatestFiniteMagnitude / 4)
        var near = current
        var step = isWhole ? 1 : size / 64
        while near < limit, step > 0 {
            let next = min(near + step, limit)
            if isReached(next) { return (near, next) }
            near = next
            step *= 2
        }
        return nil
    }
}
