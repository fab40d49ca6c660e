import Linking
import Search
import Testing

/// Questions as people type them: what only frames them is not in the way of what they ask.
struct QuestionTests {
    @Test(arguments: [
        ("how do i escalate", "on-call/#escalate-or-not"),
        ("how do I escalate an incident?", "on-call/#escalate-or-not"),
        ("When should we escalate? ", "on-call/#escalate-or-not"),
        ("what is the default kafka offset", "kafka/#offsets"),
        ("what's the default offset of kafka", "kafka/#offsets"),
        ("where do we keep the zzyzx offset", "kafka/#offsets"),
    ])
    func theAnswerComesFirst(query: String, url: String) {
        #expect(urls(query, in: team).first == url)
    }

    @Test(arguments: [
        "difference between redis and memcached", "What is the difference between Redis and Memcached?",
        "should I use redis or memcached", "which is better, redis or memcached", "redis or memcached?",
        "is redis or memcached faster", "redis versus memcached", "compare memcached with redis",
        "scaling redis or memcached for sessions", "how do I choose between the redis and the memcached",
        "redis instead of memcached",
    ])
    func aQuestionBetweenOptionsIsAnswered(query: String) {
        let found = find(query, in: team)
        #expect(found.answers.first?.url == "compare/redis-vs-memcached/")
        #expect(found.hits.first?.url.hasPrefix("caches/") == true)
    }

    @Test(arguments: [
        ("de", "Was ist der Unterschied zwischen Redis und Memcached?"),
        ("de", "Sollte ich Redis oder Memcached verwenden?"), ("de", "was ist besser, redis oder memcached"),
        ("fr", "Quelle est la différence entre Redis et Memcached ?"),
        ("fr", "est-ce que je dois utiliser redis ou memcached"),
        ("es", "¿Cuál es la diferencia entre Redis y Memcached?"), ("es", "¿debería usar redis o memcached?"),
        ("ja", "RedisとMemcachedの違いは何ですか"), ("zh", "Redis 和 Memcached 的区别是什么"),
    ])
    func otherLanguagesFrameThemTheirWay(language: String, query: String) {
        let site = site(["caches.md": caches], language: language)
        #expect(find(query, in: site).answers.first?.kind == .comparison)
    }

    @Test(arguments: [
        ("de", "wie kann ich eine Rotation machen", "Eine Rotation der Schlüssel."),
        ("fr", "comment est-ce que je fais l’escalade", "Une escalade est rare."),
        ("es", "¿cómo hago la rotación?", "La rotación de claves."),
    ])
    func otherLanguagesHaveFunctionWords(language: String, query: String, text: String) {
        let words = "wie kann ich eine comment que je fais la cómo hago"
        let site = site(
            ["a.md": "# A\n\n\(text)", "b.md": "# B\n\n\(words)", "c.md": "# C\n\n\(words)"],
            language: language)
        #expect(urls(query, in: site) == ["a/"])
    }

    @Test func functionWordsAloneAreLookedFor() {
        #expect(find("what is the", in: team).total > 0)
        #expect(urls("\"what is the\"", in: team).count == 10)
        // In quotes they are held to the text, with other words too.
        #expect(urls("\"the default offset\" kafka", in: team) == ["kafka/#offsets"])
        #expect(urls("\"a default offset\" kafka", in: team).isEmpty)
    }

    @Test func theyAreNeitherMarkedNorMissed() {
        let found = find("whose default offset is the latest ", in: team)
        #expect(found.corrections.isEmpty)
        #expect(found.total == 1)
        let marked = found.hits.first?.sentence.filter(\.isMarked).map(\.text)
        #expect(marked == ["default", "offset", "latest"])
    }

    @Test func proseComesBeforeCode() {
        let site = site([
            "a.md": "# Drawing\n\n```mermaid\nflowchart TD\n  C{Can it?} --> D\n  C --> E\n```",
            "b.md": "# Languages\n\nThere is C, and C with classes, in C.",
        ])
        #expect(urls("c++ ", in: site) == ["b/", "a/"])
    }

    @Test func theyBreakTies() {
        let site = site(["a.md": "# Vitamin D and more", "b.md": "# Vitamin A and more"])
        #expect(urls("vitamin a more ", in: site) == ["b/", "a/"])
    }

    @Test func aWordOfNoNoteIsNotRequired() {
        let found = find("zzyzx xyzzy escalate ", in: team)
        #expect(found.hits.map(\.url) == ["on-call/#escalate-or-not"])
        // Yet no note has all words, and it is said which one is missing.
        #expect(found.total == 0)
        #expect(found.corrections.map(\.word) == ["zzyzx", "xyzzy"])
        #expect(find("how do I zzyzx", in: team).hits.isEmpty)
    }

    @Test(arguments: ["exactly once", "once x", "⚠️ exactly"])
    func phrasesAreFoundBesideAnEmoji(phrase: String) {
        let site = site(["a.md": "# A\n\nThey do ⚠️ exactly once ⚠️ x, once x."])
        #expect(urls("\"\(phrase)\"", in: site) == ["a/"])
    }

    @Test func whatIsTypedMayEndWithinACharacter() {
        let site = site(["hindi.md": "# हिन्दी\n\nकमिटी", "thai.md": "# ไทย\n\nที่นี่"])
        for query in ["कम", "ที"] {
            let marked = find(query, in: site).hits.first?.sentence.contains(where: \.isMarked)
            #expect(marked == true, "\(query)")
        }
    }
}

private let caches = """
    # Caches

    ## Redis vs Memcached

    | Aspect | Redis | Memcached |
    | --- | --- | --- |
    | Copies | Yes | No |
    | Threads | One | Many |

    ## Which one to use?

    - Use **Redis** if:
      - you need copies
    - Use **Memcached** if:
      - you need threads
    """

/// A few notes that say something, and twenty that are full of what questions begin with.
private let team: Site = {
    var notes = [
        note(caches, path: "caches.md"),
        note(
            "# On call\n\nWho is called.\n\n## Escalate or not?\n\nCall the second line if it lasts.",
            path: "on-call.md"),
        note(
            "# Kafka\n\nA log.\n\n## Offsets\n\nFor new groups the default offset is the latest one.",
            path: "kafka.md"),
        note(
            "# Kafka runbook\n\nHow do I restart a broker? An incident begins with an alert, and how do we end it?",
            path: "runbook.md"),
    ]
    for number in 0..<20 {
        notes.append(
            note(
                "# What is the service \(number)?\n\nHow do I use it? What is the default of it, and who should be asked?",
                path: "services/s\(number).md"))
    }
    return Site(linking: notes)
}()
