/// The low-discrepancy sequence of Sobol' (1967) in base 2, with the direction numbers of Joe & Kuo (2008), SIAM
/// J. Sci. Comput. 30, whose two-dimensional projections are even early on.
///
/// Points are taken in Gray-code order by their index alone, so that any worker can compute any point. Every run of
/// 2^k points that starts at a multiple of 2^k has one point in each of the 2^k equal intervals of every coordinate.
/// Checked bit for bit against `scipy.stats.qmc.Sobol(scramble=False)`.
struct SobolSequence {
    /// The number of coordinates for which direction numbers are held.
    static let largestDimension = 21

    /// D x 32 direction numbers.
    private let directions: [UInt32]

    /// - Parameter dimension: 1 ... `largestDimension`.
    init(dimension: Int) {
        precondition((1...Self.largestDimension).contains(dimension), "no direction numbers")
        directions = (0..<dimension).flatMap(Self.directions)
    }

    /// A coordinate of a point as a fraction of 2^32; point 0 is the origin.
    func coordinate(_ dimension: Int, ofPoint index: UInt32) -> UInt32 {
        var gray = index ^ (index >> 1)
        var result: UInt32 = 0
        while gray != 0 {
            result ^= directions[dimension * 32 + gray.trailingZeroBitCount]
            gray &= gray - 1
        }
        return result
    }

    /// 32 direction numbers by the recurrence of a primitive polynomial over the field of two elements.
    private static func directions(of dimension: Int) -> [UInt32] {
        guard dimension > 0 else { return (0..<32).map { 1 << (31 - $0) } }
        let (polynomial, initial) = table[dimension - 1]
        let degree = initial.count
        var result = initial.enumerated().map { place, odd in odd << UInt32(31 - place) }
        for place in degree..<32 {
            var next = result[place - degree] ^ (result[place - degree] >> UInt32(degree))
            for term in 1..<max(1, degree) where polynomial >> UInt32(degree - 1 - term) & 1 == 1 {
                next ^= result[place - term]
            }
            result.append(next)
        }
        return result
    }

    /// The inner coefficients of the polynomial as bits, and the first odd numbers, for coordinates 2, 3, ... (Joe
    /// & Kuo's file new-joe-kuo-6).
    private static let table: [(polynomial: UInt32, initial: [UInt32])] = [
        (0, [1]), (1, [1, 3]), (1, [1, 3, 1]), (2, [1, 1, 1]), (1, [1, 1, 3, 3]), (4, [1, 3, 5, 13]),
        (2, [1, 1, 5, 5, 17]), (4, [1, 1, 5, 5, 5]), (7, [1, 1, 7, 11, 19]), (11, [1, 1, 5, 1, 1]),
        (13, [1, 1, 1, 3, 11]), (14, [1, 3, 5, 5, 31]), (1, [1, 3, 3, 9, 7, 49]),
        (13, [1, 1, 1, 15, 21, 21]), (16, [1, 3, 1, 13, 27, 49]), (19, [1, 1, 1, 15, 7, 5]),
        (22, [1, 3, 1, 15, 13, 25]), (25, [1, 1, 5, 5, 19, 61]), (1, [1, 3, 7, 11, 23, 15, 103]),
        (4, [1, 3, 7, 13, 13, 15, 69]),
    ]
}
