import Writers

extension Report {
    /// A report of GitLab's code quality, shown in merge requests
    /// (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).
    var gitlab: String {
        var json = JSONWriter(isPretty: true)
        json.array { json in
            for (diagnostic, fingerprint) in zip(diagnostics, fingerprints) {
                json.object { json in
                    json.field("description", diagnostic.message + (diagnostic.hint.map { " (\($0))" } ?? ""))
                    json.field("check_name", diagnostic.rule.id)
                    json.field("fingerprint", fingerprint)
                    json.field("severity", diagnostic.severity == .error ? "major" : "minor")
                    json.object("location") { json in
                        json.field("path", shownPath(diagnostic.path))
                        json.object("lines") { $0.field("begin", diagnostic.range.start.line) }
                    }
                }
            }
        }
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }

    /// For each diagnostic what it is known by from one run to the next: like a baseline's line it knows of no place, so
    /// that lines above may come and go; of equal ones each has its number.
    var fingerprints: [String] {
        var counts: [String: Int] = [:]
        return diagnostics.map { diagnostic in
            let key = "\(shownPath(diagnostic.path))\n\(diagnostic.rule.id)\n\(diagnostic.message)"
            let number = counts[key, default: 0]
            counts[key] = number + 1
            return ContentHash.hexadecimal(of: "\(key)\n\(number)".utf8)
        }
    }
}
