package import Diagnostics

/// A picture that the configuration names.
package struct LogoSetting: Sendable, Hashable {
    /// Beside the configuration.
    package let path: String
    package let isForDark: Bool
    /// Where the configuration says so.
    package let range: SourceRange
}
