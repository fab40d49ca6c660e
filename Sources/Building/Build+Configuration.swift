import Diagnostics
package import Linking
import Pages

// What a site is made of besides its notes. Nothing is built of a configuration with a fault.

extension Build {
    /// The configuration of the file and of the options; a file with mistakes throws a `ConfigurationError`.
    package func readConfiguration() throws -> Configuration {
        try readConfiguration(of: try readConfigurationFile())
    }

    /// The configuration of a file that has been read, with what it names.
    package func readConfiguration(of file: ConfigurationFile) throws -> Configuration {
        var configuration = file.configuration
        try read(file.logos, into: &configuration)
        if let baseURL = options.baseURL { configuration.baseURL = baseURL }
        configuration.today = options.today
        if configuration.asksHistory, let history = options.history { configuration.history = history }
        if Files.exists(options.stylesheetPath) {
            configuration.appearance.stylesheet = try Files.read(options.stylesheetPath)
        }
        configuration.appearance.partials = try readPartials()
        return configuration
    }

    /// What the file says, without the options; a file with mistakes throws a `ConfigurationError`.
    package func readConfigurationFile() throws -> ConfigurationFile {
        let path = options.configurationPath
        guard options.configuration != nil || Files.exists(path) else {
            return ConfigurationFile([], name: path)
        }
        let bytes = try Files.read(path)
        let file = ConfigurationFile(bytes, name: path)
        guard file.diagnostics.isEmpty else {
            throw ConfigurationError(report: Self.report(file.diagnostics, of: bytes))
        }
        return file
    }

    /// The templates of the site's own; a broken one throws a `ConfigurationError`.
    private func readPartials() throws -> [Partial: [UInt8]] {
        let folder = options.partialsPath
        var sources: [Partial: [UInt8]] = [:]
        for partial in Partial.allCases where Files.exists("\(folder)/\(partial.fileName)") {
            sources[partial] = try Files.read("\(folder)/\(partial.fileName)")
        }
        guard !sources.isEmpty else { return [:] }
        let problems = PartialChecks(sources, in: folder).diagnostics
        guard problems.isEmpty else {
            let lines = Dictionary(
                uniqueKeysWithValues: sources.map {
                    (SourcePath("\(folder)/\($0.fileName)"), Self.lines(of: $1))
                })
            throw ConfigurationError(
                report: Report(problems) { path, line in
                    lines[path].flatMap { line <= $0.count ? $0[line - 1] : nil }
                })
        }
        return sources
    }

    /// Reads the pictures that a configuration names into it; one that is none throws a `ConfigurationError`.
    private func read(_ logos: [LogoSetting], into configuration: inout Configuration) throws {
        func fail(_ message: String, _ setting: LogoSetting, _ hint: String) throws -> ConfigurationError {
            let path = options.configurationPath
            let diagnostic = Diagnostic(
                .badConfiguration, message, at: SourcePath(path), setting.range, hint: hint)
            return ConfigurationError(report: Self.report([diagnostic], of: try Files.read(path)))
        }
        for setting in logos {
            let path = options.path(of: setting)
            guard Files.exists(path) else {
                throw try fail(
                    "there is no file \(setting.path)", setting, "the path begins where the configuration is")
            }
            guard let logo = Logo(try Files.read(path)) else {
                throw try fail(
                    "\(setting.path) is no SVG, PNG or WebP", setting, "save the logo in one of these")
            }
            if setting.isForDark {
                configuration.appearance.darkLogo = logo
            } else {
                configuration.appearance.logo = logo
            }
        }
        if configuration.appearance.logo == nil, let dark = logos.first {
            throw try fail("there is a logo for dark ground alone", dark, "name the other one too, as `logo`")
        }
    }

    /// A redirect to a page that is not there is a fault of the configuration, which is found out last.
    package func refuseBrokenRedirects(of site: Site) throws {
        let broken = site.brokenRedirects
        guard !broken.isEmpty else { return }
        let path = options.configurationPath
        throw ConfigurationError(
            report: Self.report(
                broken.map { entry in
                    Diagnostic(
                        .badConfiguration, entry.reason, at: SourcePath(path), entry.setting.range,
                        hint: "a redirect leads from an address that is gone to a page that is there")
                }, of: try Files.read(path)))
    }

    /// A report on the configuration.
    private static func report(_ diagnostics: [Diagnostic], of bytes: [UInt8]) -> Report {
        let lines = lines(of: bytes)
        return Report(diagnostics) { _, line in line <= lines.count ? lines[line - 1] : nil }
    }

    private static func lines(of bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }
}
