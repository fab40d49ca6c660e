import Linking
import Search
import Testing

struct FindingTests {
    @Test(arguments: [
        ("irsa", "cloud/irsa/"),
        ("iam roles for service accounts", "cloud/irsa/"),
        ("trust policy", "cloud/irsa/#trust-policy"),
        ("AssumeRoleWithWebIdentity", "cloud/irsa/#trust-policy"),
        ("assumerolewith", "cloud/irsa/#trust-policy"),
        ("kube-system", "cloud/pod-identity/"),
        ("kube-sys", "cloud/pod-identity/"),
        ("169.254.170.23", "cloud/pod-identity/"),
        ("cache credential", "cloud/pod-identity/#caching"),
        ("cachi", "cloud/pod-identity/#caching"),
        ("cafe", "words/cafe/"),
        ("CAFÉ grosse", "words/cafe/"),
        ("日本", "words/japanese/"),
        ("負", "words/japanese/"),
        ("daemon", "cloud/pod-identity/"),
    ])
    func theRightSectionComesFirst(query: String, url: String) {
        #expect(urls(query, in: sample).first == url)
    }

    @Test func allWordsComeBeforeSome() {
        let findings = find("fargate credentials agent", in: sample)
        #expect(findings.total == 0)
        #expect(urls("session fargate", in: sample).first == "cloud/irsa/#trust-policy")
        #expect(find("session fargate", in: sample).total == 1)
    }

    @Test func phrasesHoldWordsTogether() {
        #expect(urls("session name", in: sample).count == 2)
        #expect(urls("\"session name\"", in: sample) == ["cloud/irsa/#trust-policy"])
        #expect(find("\"session name\"", in: sample).total == 1)
        #expect(urls("\"name session\"", in: sample).isEmpty)
        // A quotation that is still being typed.
        #expect(urls("\"session na", in: sample).isEmpty)
    }

    @Test func aPhraseIsLookedForFurther() {
        // All have both words; the one that has them side by side is the longest, and so the last.
        let notes = (0..<150).map { number in
            note("# Note \(number)\n\nA lantern, and far from it a keeper.", path: "n\(number).md")
        }
        let last = note(
            "# Last\n\nThe lantern keeper. \(String(repeating: "More of it. ", count: 300))", path: "z.md")
        let site = Site(linking: notes + [last])
        let first = find("\"lantern keeper\"", in: site)
        #expect(first.hits.isEmpty && first.total == 0)
        #expect(first.unread == 151 - 60)
        let further = find("\"lantern keeper\"", in: site, limit: 30)
        #expect(further.hits.map(\.url) == ["z/"])
        #expect(further.total == 1 && further.unread == 0)
    }

    @Test func typingErrorsAreForgiven() {
        let findings = find("fragate ", in: sample)
        #expect(findings.hits.count == 2)
        #expect(findings.corrections == [Findings.Correction(word: "fragate", instead: "fargate")])
        #expect(find("credetnails ", in: sample).corrections.first?.instead == "credentials")
        // Four letters are too few to guess at.
        #expect(urls("irsb ", in: sample).isEmpty)
        #expect(find("fargate ", in: sample).corrections.isEmpty)
    }

    @Test func filtersNarrow() {
        #expect(urls("tag:eks", in: sample) == ["cloud/irsa/", "cloud/pod-identity/"])
        #expect(urls("tag:agent", in: sample) == ["cloud/pod-identity/"])
        #expect(urls("tag:EKS tag:#iam", in: sample) == ["cloud/irsa/"])
        #expect(urls("is:decision", in: sample) == ["cloud/choice/#irsa-vs-eks-pod-identity"])
        #expect(urls("is:comparison fargate", in: sample).map { $0.hasPrefix("cloud/choice/") } == [true])
        #expect(urls("in:words", in: sample) == ["words/cafe/", "words/japanese/"])
        #expect(urls("since:2026", in: sample) == ["cloud/irsa/"])
        #expect(urls("since:2025-06-01 tag:eks", in: sample).count == 2)
        #expect(urls("tag:none identity", in: sample).isEmpty)
        #expect(!urls("identity -irsa", in: sample).contains { $0.hasPrefix("cloud/irsa") })
    }

    @Test(arguments: ["patronictl failover --force", "--max-old-space-size=4096 ", "— –force"])
    func aPastedCommandIsText(query: String) {
        let site = site([
            "a.md": "# Runbook\n\n`patronictl failover --force`\n\n`--max-old-space-size=4096`",
            "b.md": "# Other\n\nA failover.",
        ])
        #expect(urls(query, in: site).first == "a/")
        #expect(urls("failover -force", in: site) == ["b/"])
    }

    @Test(arguments: [
        ("c", "c/"), ("C ", "c/"), ("c++", "c-plus/"), ("C++ ", "c-plus/"), ("c#", "c-sharp/"),
        ("c# ", "c-sharp/"), ("what is c#?", "c-sharp/"),
    ])
    func signsTellNamesApart(query: String, url: String) {
        let site = site([
            "c.md": "# C\n\nOlder than C++ and C#, and C is small.", "c-plus.md": "# C++\n\nC with classes.",
            "c-sharp.md": "# C#\n\nNo C.", "d.md": "# Languages\n\nC, C++ and C#",
        ])
        #expect(urls(query, in: site).first == url)
        #expect(urls("\"c#\"", in: site).contains("c-plus/") == false)
    }

    @Test func optionsWithSignsAreSetAgainstEachOther() {
        let table = "| | C++ | C# | C |\n|---|---|---|---|\n| Heap | Yes | No | Yes |\n"
        let site = site(["a.md": "# C++ vs C# vs C\n\n\(table)"])
        #expect(find("c++ vs c#", in: site).answers.map(\.title) == ["C++ vs C#"])
        #expect(find("c or c++?", in: site).answers.map(\.title) == ["C++ vs C"])
    }

    @Test(arguments: ["irsa vs pod identity", "irsa or pod identity", "EKS Pod Identity versus IRSA"])
    func aQuestionBetweenOptionsIsAnswered(query: String) {
        let answers = find(query, in: sample).answers
        #expect(answers.map(\.kind) == [.comparison, .decision])
        #expect(answers.first?.url == "compare/irsa-vs-eks-pod-identity/")
    }

    @Test(arguments: [
        ("en", "difference between NATS and Kafka", "Kafka vs NATS"),
        ("de", "Unterschied zwischen NATS und Kafka", "Kafka vs. NATS"),
        ("de", "kafka oder nats", "Kafka vs. NATS"), ("de", "Kafka im Vergleich zu NATS", "Kafka vs. NATS"),
        ("fr", "Différence entre Kafka et NATS", "Kafka ou NATS"), ("fr", "kafka ou nats", "Kafka ou NATS"),
        ("es", "kafka frente a nats", "Kafka frente a NATS"), ("es", "Kafka o NATS", "Kafka frente a NATS"),
        ("ja", "KafkaとNATSの違い", "Kafka と NATS の比較"), ("ja", "Kafka か NATS", "Kafka と NATS の比較"),
        ("ja", "Kafka と NATS の比較", "Kafka と NATS の比較"), ("zh", "Kafka还是NATS", "Kafka 与 NATS 对比"),
        ("zh", "Kafka 和 NATS 的区别", "Kafka 与 NATS 对比"), ("ar", "kafka or nats", "Kafka vs NATS"),
    ])
    func everyLanguageSetsOptionsAgainstEachOther(language: String, query: String, title: String) {
        let site = site(
            ["a.md": "# Kafka vs NATS\n\n| | Kafka | NATS |\n|---|---|---|\n| Speed | high | higher |\n"],
            language: language)
        let found = find(query, in: site)
        #expect(found.answers.map(\.title) == [title])
        // The words between name neither: the note is found without them, and none of them is missed.
        #expect(found.total == 1)
        #expect(found.corrections.isEmpty)
    }

    @Test func otherLanguagesWordsSetNothingAgainstEachOther() {
        let french = site(
            ["a.md": "# Kafka vs NATS\n\n| | Kafka | NATS |\n|---|---|---|\n| Speed | high | higher |\n"],
            language: "fr")
        #expect(find("kafka or nats", in: french).answers.isEmpty)
        #expect(find("kafka oder nats", in: french).answers.isEmpty)
    }

    @Test func otherQuestionsAreNotAnswered() {
        for query in ["irsa", "irsa or", "or irsa", "irsa or irsa", "irsa or fargate", "irsa or a or b"] {
            #expect(find(query, in: sample).answers.isEmpty, "\(query)")
        }
    }

    @Test func theSentenceIsMarked() throws {
        let hit = try #require(find("session name ", in: sample).hits.first)
        #expect(hit.heading == "Trust policy")
        #expect(hit.sentence.filter(\.isMarked).map(\.text) == ["session", "name"])
        #expect(hit.sentence.map(\.text).joined().contains("The session name can be fixed."))
    }

    @Test func longSentencesAreCut() throws {
        let text =
            String(repeating: "padding ", count: 5000) + "needle " + String(repeating: "more ", count: 5000)
        let hit = try #require(find("needle", in: site(["a.md": "# Long\n\n\(text)"])).hits.first)
        let shown = hit.sentence.map(\.text).joined()
        #expect(shown.contains("needle") && shown.count < 240, "\(shown)")
    }

    @Test func oddQueriesFindNothing() {
        for query in ["", " ", "\"", "-", "tag:", ":::", "\u{301}", "----", "((("] {
            #expect(find(query, in: sample).hits.isEmpty, "\(query)")
        }
        #expect(find(String(repeating: "pod ", count: 5000), in: sample).hits.count > 0)
    }
}
