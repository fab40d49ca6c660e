import Writers

extension Report {
    /// JUnit's XML, which nearly every build server reads: a suite for each file and a failed test for each diagnostic. A
    /// report without diagnostics is one test that passed, because some servers take an empty one for a broken build.
    var junit: String {
        var xml: Markup = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="waymark" tests="\(max(1, diagnostics.count))" failures="\(diagnostics.count)">

            """
        if diagnostics.isEmpty {
            xml.append(
                """
                <testsuite name="notes" tests="1" failures="0">
                <testcase classname="notes" name="check"/>
                </testsuite>

                """)
        }
        var rest = diagnostics[...]
        while let first = rest.first {
            let file = rest.prefix { $0.path == first.path }
            rest = rest.dropFirst(file.count)
            let path = shownPath(first.path)
            xml.append("<testsuite name=\"\(path)\" tests=\"\(file.count)\" failures=\"\(file.count)\">\n")
            for diagnostic in file { xml.append(testCase(diagnostic, path)) }
            xml.append(literal: "</testsuite>\n")
        }
        xml.append(literal: "</testsuites>\n")
        return String(decoding: xml.bytes, as: UTF8.self)
    }

    private func testCase(_ diagnostic: Diagnostic, _ path: String) -> Markup {
        let start = diagnostic.range.start
        let message = Self.printable(diagnostic.message)
        let text = Self.printable(
            "\(path):\(start.line):\(start.column): \(diagnostic.message)"
                + (diagnostic.hint.map { "\nhelp: \($0)" } ?? ""))
        return """
            <testcase classname="\(path)" name="\(diagnostic.rule.id) \(start.line):\(start.column)" file="\(path)" \
            line="\(start.line)">
            <failure type="\(diagnostic.severity.rawValue)" message="\(message)">\(text)</failure>
            </testcase>

            """
    }

    /// XML 1.0 (section 2.2) has no way to write control characters.
    private static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let isAllowed = scalar.value >= 0x20 || scalar == "\n" || scalar == "\t"
                    return isAllowed && scalar != "\u{FFFE}" && scalar != "\u{FFFF}" ? scalar : "\u{FFFD}"
                }))
    }
}
