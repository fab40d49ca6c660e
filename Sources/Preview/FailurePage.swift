import Pages
import Writers

/// The page that stands for all others while there is no site yet: it says why, and makes room for the site when there is one.
struct FailurePage: Sendable {
    let bytes: [UInt8]
    let tag: String

    init(_ edition: Edition, _ editor: EditorLink?) {
        let panel = Panel(Remarks(), of: edition, editor: editor).markup
        tag = ContentHash.hexadecimal(of: panel.bytes)
        let page: Markup = """
            <!doctype html>
            <html lang="en" data-page="failure">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'self'">
            <title>No site yet</title>
            <script defer src="\(PreviewAsset.script.url(in: nil))" data-tag="\(tag)"></script>
            </head>
            <body>
            \(panel)</body>
            </html>

            """
        bytes = page.bytes
    }
}
