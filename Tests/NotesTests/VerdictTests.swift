import Notes
import Testing

@Suite("Verdicts")
struct VerdictTests {
    @Test(
        "say yes",
        arguments: [
            "✅", "✔", "✔️", "✓", "☑", "☑️", "○", "◎", "🟢", "Yes", "yes", "YES", "Yes, since 1.2",
            "✅ Yes (WHERE, JOIN)",
            ":white_check_mark:", ":heavy_check_mark: since 2.0",
            "Supported", "ja", "oui", "sí", "是", "はい", "예", "x", " yes ",
        ])
    func yes(text: String) {
        #expect(Verdict(text) == .yes)
    }

    @Test(
        "say no",
        arguments: [
            ":x:", ":no_entry: never", "❌", "✗", "✘", "×", "🔴", "⛔", "No", "no.", "No (unless restarted)",
            "❌ needs another tool",
            "not supported", "unsupported", "nein", "否", "いいえ", "아니오",
        ])
    func no(text: String) {
        #expect(Verdict(text) == .no)
    }

    @Test(
        "say partly",
        arguments: ["⚠️", "⚠", "△", "🟡", "🟠", "Partial", "partially", "Limited to 5", "teilweise"])
    func partial(text: String) {
        #expect(Verdict(text) == .partial)
    }

    @Test(
        "are marked by a sign, not by a word",
        arguments: [
            ("✅", true), (" ⚠️ only one", true), ("Yes", false), ("No ❌", false), ("10", false), ("", false),
        ])
    func marked(text: String, expected: Bool) {
        #expect(ShownVerdict(text).isMarked == expected)
    }

    @Test("say nothing", arguments: ["", " ", "-", "–", "—", "--", "N/A", "n/a", "N/A (see below)"])
    func empty(text: String) {
        #expect(Verdict(text) == .empty)
    }

    @Test(
        "say something else",
        arguments: [
            "Yesterday", "None", "Nothing", "no-op", "Yes/No", "Normal", "⭐⭐⭐", "10 ms", "Uses OIDC", "Xen",
            "Easier, no OIDC needed", "-1", "日本", "Notable",
        ])
    func value(text: String) {
        #expect(Verdict(text) == .value)
    }
}
