import Foundation
import Testing

@testable import Reports

@Suite("Any words stand in Markdown as themselves")
struct MarkdownTextTests {
  @Test(
    "what could be markup is escaped",
    arguments: [
      ("# heading", "\\# heading"), ("1. list", "1\\. list"), ("12) list", "12\\) list"),
      ("a | b", "a \\| b"), ("<script>", "\\<script\\>"), ("---", "\\---"), ("a - b", "a - b"),
      ("![x](http://y)", "!\\[x\\](http\\://y)"), ("`x`", "\\`x\\`"), ("&amp;", "\\&amp;"),
      ("[l](javascript:x)", "\\[l\\](javascript\\:x)"), ("www.x.org", "www\\.x\\.org"),
      ("@you", "\\@you"), ("_a_ *b* ~c~", "\\_a\\_ \\*b\\* \\~c\\~"), ("x\\", "x\\\\"),
      ("[^1]", "\\[\\^1\\]"), ("    code", "code"), ("10:42, 3.5 km", "10:42, 3.5 km"),
      ("It's \"fine\", isn't it?", "It's \"fine\", isn't it?"), ("===", "\\=\\=\\="),
    ])
  func escapes(text: String, expected: String) {
    #expect(MarkdownText.line(text) == expected)
    #expect(MarkdownText.block(text) == expected)
  }

  @Test("controls and turned text are replaced, so that no terminal obeys them")
  func controls() {
    #expect(MarkdownText.line("a\0b\u{1B}[31m\u{9B}c\u{202E}d") == "a�b�\\[31m�c�d")
  }

  @Test("lines and paragraphs stay inside the list item or quotation that holds them")
  func lines() {
    #expect(MarkdownText.block("a\r\n# b\n\n\n- c", indent: "  ") == "a  \n  \\# b\n\n  \\- c")
    #expect(MarkdownText.block("a\n\nb\n", indent: "> ") == "a\n>\n> b")
    #expect(MarkdownText.line("a\r\n\r\nb\u{2028}c") == "a b c")
    #expect(MarkdownText.block(" \n\t\n ").isEmpty)
  }

  @Test(
    "two renderers show the very text, without markup", .enabled(if: Python.has("markdown_it")))
  func rendered() throws {
    let texts = Hostile.texts + Hostile.random(3000)
    let cases = texts.map { text in
      [
        text, "- **#1** " + MarkdownText.block(text, indent: "  "),
        "> " + MarkdownText.block(text, indent: "> "), "### " + MarkdownText.line(text),
        "| a | b |\n|---|---|\n| " + MarkdownText.line(text) + " | c |",
        "- **#1** *" + MarkdownText.line("x " + text + " x") + "*",
        "Above\n\n" + MarkdownText.block(text),
      ]
    }
    let result = try #require(
      Python.run(Self.judge, input: Array(try JSONEncoder().encode(cases))))
    #expect(result.status == 0, "\(result.output.prefix(4000))")
  }

  private static let judge = #"""
    import json, re, sys
    from html.parser import HTMLParser
    from markdown_it import MarkdownIt

    class Reader(HTMLParser):
        def __init__(self):
            super().__init__(convert_charrefs=True)
            self.text, self.tags, self.attrs = [], [], []
        def handle_starttag(self, tag, attrs):
            self.tags.append(tag)
            self.attrs += attrs
            if tag in ('br', 'p', 'td', 'li', 'th', 'h3'): self.text.append(' ')
        def handle_data(self, data): self.text.append(data)
        def handle_comment(self, data): self.tags.append('comment')

    unsafe = re.compile('[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]')
    def plain(text): return ' '.join(unsafe.sub('\ufffd', text).split())

    renderers = {'commonmark': MarkdownIt('commonmark').render,
                 'default': MarkdownIt('js-default').enable('table').render}
    try:
        import linkify_it
        renderers['linkify'] = MarkdownIt('gfm-like').render
    except ImportError: pass
    try:
        import cmarkgfm
        renderers['cmark'] = cmarkgfm.markdown_to_html
        renderers['gfm'] = cmarkgfm.github_flavored_markdown_to_html
    except ImportError: pass

    frames = [('list', {'ul': 1, 'li': 1, 'strong': 1}, '#1 %s'), ('quote', {'blockquote': 1}, '%s'),
              ('heading', {'h3': 1}, '%s'), ('cell', None, None),
              ('note', {'ul': 1, 'li': 1, 'strong': 1, 'em': 1}, '#1 x %s x'), ('bare', {}, 'Above %s')]
    wrong = []
    for original, *documents in json.load(sys.stdin):
        want = plain(original)
        for (name, tags, form), document in zip(frames, documents):
            for renderer, render in renderers.items():
                reader = Reader()
                reader.feed(render(document))
                reader.close()
                got = plain(''.join(reader.text))
                used = [t for t in reader.tags if t not in ('p', 'br')]
                if renderer == 'gfm' and '@' in original: used = [t for t in used if t != 'a']
                if name == 'cell':
                    if 'table' in used: 
                        fine = plain('a b %s c' % want) == got and not set(used) - {'table', 'thead', 'tbody', 'tr', 'th', 'td'}
                    else: fine = '| %s |' % want in got or not want
                elif name == 'quote' and not want: fine = True
                else:
                    fine = got == plain(form % want) and sorted(used) == sorted(sum(([t] * n for t, n in tags.items()), []))
                links = [v for k, v in reader.attrs if k in ('href', 'src')]
                if any(not v.startswith(('mailto:', 'xmpp:')) for v in links): fine = False
                if not fine: wrong.append((renderer, name, original, document, got, used))
    for case in wrong[:12]: print(case)
    print(len(wrong), 'wrong;', 'renderers:', *renderers)
    sys.exit(1 if wrong else 0)
    """#
}
