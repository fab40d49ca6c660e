/// The titles of callouts that have none of their own, by their type.
package struct CalloutTitles: Sendable, Hashable {
    package let note: String
    package let abstract: String
    package let summary: String
    package let tldr: String
    package let info: String
    package let todo: String
    package let tip: String
    package let hint: String
    package let important: String
    package let success: String
    package let check: String
    package let done: String
    package let question: String
    package let help: String
    package let faq: String
    package let warning: String
    package let attention: String
    package let caution: String
    package let failure: String
    package let fail: String
    package let missing: String
    package let danger: String
    package let error: String
    package let bug: String
    package let example: String
    package let quote: String
    package let cite: String

    /// The title of a type in lower case; nil for one that nobody knows.
    package subscript(type: String) -> String? {
        switch type {
        case "note": note
        case "abstract": abstract
        case "summary": summary
        case "tldr": tldr
        case "info": info
        case "todo": todo
        case "tip": tip
        case "hint": hint
        case "important": important
        case "success": success
        case "check": check
        case "done": done
        case "question": question
        case "help": help
        case "faq": faq
        case "warning": warning
        case "attention": attention
        case "caution": caution
        case "failure": failure
        case "fail": fail
        case "missing": missing
        case "danger": danger
        case "error": error
        case "bug": bug
        case "example": example
        case "quote": quote
        case "cite": cite
        default: nil
        }
    }
}
