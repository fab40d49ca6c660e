import Writers

extension Report {
    /// SARIF 2.1.0, for code scanning on GitHub and for editors
    /// (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
    var sarif: String {
        let rules = Set(diagnostics.map(\.rule)).sorted { $0.id < $1.id }
        var json = JSONWriter(isPretty: true)
        json.object { json in
            json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            json.field("version", "2.1.0")
            json.array("runs") { json in
                json.object { json in
                    json.object("tool") { json in
                        json.object("driver") { json in
                            json.field("name", "Waymark")
                            json.array("rules") { json in for rule in rules { Self.write(rule, &json) } }
                        }
                    }
                    // Columns count scalars, as everywhere in reports (section 3.14.17).
                    json.field("columnKind", "unicodeCodePoints")
                    json.array("results") { json in
                        for (diagnostic, fingerprint) in zip(diagnostics, fingerprints) {
                            write(
                                diagnostic, fingerprint, ruleIndex: rules.firstIndex(of: diagnostic.rule),
                                &json)
                        }
                    }
                }
            }
        }
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }

    private static func write(_ rule: Rule, _ json: inout JSONWriter) {
        json.object { json in
            json.field("id", rule.id)
            json.object("shortDescription") { $0.field("text", rule.summary) }
            json.object("help") { json in
                json.field("text", rule.explanation)
                json.field("markdown", rule.explanation)
            }
            json.object("defaultConfiguration") { $0.field("level", rule.severity.rawValue) }
        }
    }

    private func write(
        _ diagnostic: Diagnostic, _ fingerprint: String, ruleIndex: Int?, _ json: inout JSONWriter
    ) {
        let text = diagnostic.message + (diagnostic.hint.map { "\nhelp: \($0)" } ?? "")
        json.object { json in
            json.field("ruleId", diagnostic.rule.id)
            if let ruleIndex { json.field("ruleIndex", ruleIndex) }
            json.field("level", diagnostic.severity.rawValue)
            json.object("message") { $0.field("text", text) }
            json.array("locations") { json in
                json.object { json in
                    location(diagnostic.path, diagnostic.range.start, diagnostic.range.length, &json)
                }
            }
            if !diagnostic.related.isEmpty {
                json.array("relatedLocations") { json in
                    for related in diagnostic.related {
                        json.object { json in
                            location(related.path, related.position, nil, &json)
                            json.object("message") { $0.field("text", related.note) }
                        }
                    }
                }
            }
            json.object("partialFingerprints") { $0.field("waymark/v1", fingerprint) }
        }
    }

    private func location(
        _ path: SourcePath, _ start: SourcePosition, _ length: Int?, _ json: inout JSONWriter
    ) {
        json.object("physicalLocation") { json in
            json.object("artifactLocation") { json in
                json.field("uri", Escaping.percentEncodedPath(shownPath(path)))
            }
            json.object("region") { json in
                json.field("startLine", start.line)
                json.field("startColumn", start.column)
                if let length { json.field("endColumn", start.column + length) }
            }
        }
    }
}
