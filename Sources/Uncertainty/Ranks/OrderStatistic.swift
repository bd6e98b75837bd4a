extension Array where Element == Double {
    /// The smallest element that at least `share` of all elements do not exceed; `share` in (0, 1], no NaN, not
    /// empty.
    ///
    /// The lower inverse of the empirical distribution, without interpolation, by selection (Hoare 1961, algorithm
    /// 65).
    func lowerQuantile(_ share: Double) -> Double {
        // 0.95 x 1000 must not become 951 by rounding.
        let place = Swift.min(count - 1, Swift.max(0, Int((share * Double(count) - 1e-9).rounded(.up)) - 1))
        var values = self
        var (low, high) = (0, count - 1)
        while low < high {
            let pivot = values[low + (high - low) / 2]
            var (i, j) = (low, high)
            while i <= j {
                while values[i] < pivot { i += 1 }
                while values[j] > pivot { j -= 1 }
                if i <= j {
                    values.swapAt(i, j)
                    i += 1
                    j -= 1
                }
            }
            if place <= j { high = j } else if place >= i { low = i } else { break }
        }
        return values[place]
    }
}
