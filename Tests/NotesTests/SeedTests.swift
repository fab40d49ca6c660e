import Diagnostics
import Foundation
import Markdown
import Notes
import Testing

/// The note that Waymark was made for.
private func seed() throws -> Note {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "Sites/seed/content/irsa-vs-pod-identity.md")
    let bytes = try [UInt8](Data(contentsOf: file))
    return Note(compiling: Source(path: SourcePath("irsa-vs-pod-identity.md"), bytes: bytes))
}

@Suite("The seed note")
struct SeedTests {
    @Test("has its title and its tags")
    func titleAndTags() throws {
        let note = try seed()
        #expect(note.title == "What is the difference between IRSA and EKS Pod Identity?")
        #expect(note.tags.map(\.spelling) == ["eks", "k8s", "irsa", "identity", "chatgpt"])
        #expect(
            note.headings.map(\.text) == [
                "1. IRSA (IAM Roles for Service Accounts)",
                "2. EKS Pod Identity (Newer alternative, GA in 2024)",
                "Key Differences", "Which One to Use?", "Final Thoughts",
            ])
        #expect(note.diagnostics.isEmpty)
    }

    @Test("compares two options by five criteria")
    func comparison() throws {
        let note = try seed()
        let comparison = try #require(note.comparisons.first)
        #expect(note.comparisons.count == 1)
        #expect(comparison.title == "Key Differences")
        #expect(comparison.line == 37)
        #expect(comparison.orientation == .optionsAsColumns)
        #expect(comparison.options.map(\.name) == ["IRSA", "EKS Pod Identity"])
        #expect(comparison.options.map(\.otherNames) == [["IAM Roles for Service Accounts"], []])
        #expect(
            comparison.criteria.map(\.name) == [
                "Authentication", "Role Association", "Setup Complexity", "Credential Rotation", "Best for",
            ])
        #expect(
            comparison.criteria.map { $0.cells.map(\.text) } == [
                ["Uses OIDC with IAM roles", "Uses STS tokens"],
                ["Tied to Service Accounts", "Dynamically assigned to pods"],
                ["Requires OIDC provider setup", "Easier, no OIDC needed"],
                ["No automatic rotation (unless pod restarted)", "Automatic rotation"],
                ["Traditional IAM role assignment", "Dynamic IAM role management"],
            ])
        #expect(
            comparison.criteria.flatMap { $0.cells.map(\.verdict) } == [
                .value, .value, .value, .value, .value, .value, .no, .value, .value, .value,
            ])
    }

    @Test("knows where its cells stand in the HTML")
    func places() throws {
        let note = try seed()
        let comparison = try #require(note.comparisons.first)
        func text(_ range: Range<Int>) -> String {
            String(decoding: Array(html(note).utf8)[range], as: UTF8.self)
        }
        #expect(text(comparison.place).hasPrefix("<div class=\"table-scroll"))
        #expect(text(comparison.place).hasSuffix("</table>\n</div>\n"))
        let cells = try #require(comparison.criteria.first?.cells)
        #expect(
            cells.map { text($0.place) } == [
                "Uses <strong>OIDC</strong> with IAM roles", "Uses <strong>STS tokens</strong>",
            ])
    }

    @Test("decides between them by three conditions each, with a default")
    func decision() throws {
        let note = try seed()
        let decision = try #require(note.decisions.first)
        #expect(note.decisions.count == 1)
        #expect(decision.question == "Which One to Use?")
        #expect(decision.line == 47)
        #expect(decision.rules.map(\.option.name) == ["IRSA", "EKS Pod Identity"])
        #expect(decision.rules.map(\.match) == [.any, .any])
        #expect(decision.rules.allSatisfy { $0.exceptions.isEmpty })
        #expect(
            decision.rules.map(\.conditions) == [
                [
                    "Your workloads are already using IAM roles via OIDC-based service accounts.",
                    "You prefer the AWS IAM policy-based approach for access control.",
                    "You are running workloads that do not require frequent role changes.",
                ],
                [
                    "You want simplified IAM integration without managing an OIDC provider.",
                    "You need automatic credential rotation and dynamic role assignment.",
                    "Your applications require frequent changes in IAM roles without pod restarts.",
                ],
            ])
        #expect(decision.fallback?.option.name == "EKS Pod Identity")
        #expect(decision.fallback?.sentence.hasPrefix("If you are starting fresh, EKS Pod Identity") == true)
        #expect(Array(html(note).utf8)[..<decision.place.upperBound].suffix(6).elementsEqual("</ul>\n".utf8))
    }
}
