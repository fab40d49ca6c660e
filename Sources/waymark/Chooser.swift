#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Lets a person choose from a list: with the arrow keys where there is a terminal, else by numbers or labels from standard input.
/// All that it says goes to standard error, so that standard output holds the outcome alone.
enum Chooser {
    /// The index of the choice; nil where the input ends without one.
    static func one(_ question: String, of choices: [String]) -> Int? {
        if let screen = Screen(question, choices, allowsSeveral: false) { return screen.run()?.first }
        tell(question, choices, "Number or answer: ")
        let labels = AnswerLabels(choices)
        while let line = readLine() {
            if let index = labels.index(of: line) { return index }
            Terminal.tell(
                "a number from 1 to \(choices.count) or the beginning of one of the answers, please")
        }
        return nil
    }

    /// The indices of all that are chosen, perhaps none; nil where the input ends without an answer.
    ///
    /// - Parameter title: what they are chosen for; it stands above the question.
    static func several(_ question: String, for title: String, of choices: [String]) -> Set<Int>? {
        let question = "\(title)\n\(question)"
        if let screen = Screen(question, choices, allowsSeveral: true) { return screen.run() }
        tell(question, choices, "Numbers or statements, or an empty line for none: ")
        let labels = AnswerLabels(choices)
        while let line = readLine() {
            if let indices = labels.indices(of: line) { return indices }
            Terminal.tell(
                "numbers from 1 to \(choices.count), please, or the beginnings of statements, with commas between"
            )
        }
        return nil
    }

    private static func tell(_ question: String, _ choices: [String], _ prompt: String) {
        Terminal.tell(question)
        for (index, choice) in choices.enumerated() { Terminal.tell("  \(index + 1)  \(choice)") }
        Terminal.prompt(prompt)
    }
}

/// A list on a terminal, redrawn as keys are pressed.
private struct Screen {
    private let question: String
    private let choices: [String]
    private let allowsSeveral: Bool
    /// How the terminal was set before.
    private let saved: termios

    /// Nil where standard input or standard error is no terminal, or one that is too low for the list.
    init?(_ question: String, _ choices: [String], allowsSeveral: Bool) {
        var settings = termios()
        guard choices.count + 4 <= Terminal.size.lines, isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1,
            tcgetattr(STDIN_FILENO, &settings) == 0
        else { return nil }
        self.question = question
        self.choices = choices
        self.allowsSeveral = allowsSeveral
        saved = settings
    }

    private enum Key { case up, down, space, enter, digit(Int), stop, other }

    /// The choices; nil where the person gave up.
    func run() -> Set<Int>? {
        var raw = saved
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
        tcsetattr(STDIN_FILENO, TCSANOW, &raw)
        defer {
            var settings = saved
            tcsetattr(STDIN_FILENO, TCSANOW, &settings)
        }
        Terminal.tell("\u{1B}[1m\(question)\u{1B}[0m")
        Terminal.tell(
            allowsSeveral
                ? "\u{1B}[2m↑ ↓ to move, space or a number to tick, Enter when done\u{1B}[0m"
                : "\u{1B}[2m↑ ↓ to move, Enter or a number to choose\u{1B}[0m")
        var current = 0
        var ticked: Set<Int> = []
        var drawn = draw(current, ticked, over: 0)
        while true {
            switch readKey() {
            case .up: current = (current + choices.count - 1) % choices.count
            case .down: current = (current + 1) % choices.count
            case .space where allowsSeveral: ticked.formSymmetricDifference([current])
            case .digit(let digit) where choices.indices.contains(digit - 1):
                current = digit - 1
                if !allowsSeveral {
                    _ = draw(current, ticked, over: drawn)
                    return [current]
                }
                ticked.formSymmetricDifference([current])
            case .enter: return allowsSeveral ? ticked : [current]
            case .stop: return nil
            case .space, .digit, .other: continue
            }
            drawn = draw(current, ticked, over: drawn)
        }
    }

    /// Draws the list over the lines of the last time; answers how many lines it has now.
    private func draw(_ current: Int, _ ticked: Set<Int>, over lines: Int) -> Int {
        let width = max(20, Terminal.width - 1)
        var output = lines > 0 ? "\u{1B}[\(lines)A" : ""
        for (index, choice) in choices.enumerated() {
            let mark = allowsSeveral ? (ticked.contains(index) ? "[x] " : "[ ] ") : ""
            let text = "\(index == current ? "›" : " ") \(mark)\(index + 1)  \(choice)"
            // One line each, so that their number is known.
            let line = Columns.count(text) > width ? Columns.prefix(text, width - 1) + "…" : text[...]
            output += "\r\u{1B}[2K" + (index == current ? "\u{1B}[36m\(line)\u{1B}[0m" : line) + "\n"
        }
        Terminal.prompt(output)
        return choices.count
    }

    private func readKey() -> Key {
        guard let byte = readByte() else { return .stop }
        switch byte {
        case 3, 4, UInt8(ascii: "q"): return .stop
        case UInt8(ascii: " "): return .space
        case 10, 13: return .enter
        case UInt8(ascii: "k"): return .up
        case UInt8(ascii: "j"): return .down
        case UInt8(ascii: "1")...UInt8(ascii: "9"): return .digit(Int(byte - UInt8(ascii: "0")))
        case 0x1B:
            // The key itself sends nothing more.
            guard hasInput, let bracket = readByte() else { return .stop }
            guard bracket == UInt8(ascii: "[") || bracket == UInt8(ascii: "O") else { return .other }
            switch readByte() {
            case UInt8(ascii: "A"): return .up
            case UInt8(ascii: "B"): return .down
            default: return .other
            }
        default: return .other
        }
    }

    /// Whether more comes within a tenth of a second.
    private var hasInput: Bool {
        var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, 100) > 0
    }

    private func readByte() -> UInt8? {
        var byte: UInt8 = 0
        return read(STDIN_FILENO, &byte, 1) == 1 ? byte : nil
    }
}
