/// The version of the program, which manifests record.
public enum DyadScoreVersion {
    public static let current = "0.1.0"
    /// The year of this version, for citations.
    public static let year = "2026"
}
