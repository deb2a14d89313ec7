/// Words that a document could take for something else.
enum Hostile {
  static let texts: [String] = [
    "# heading", "## heading ##", "1. list", "12) list", "a. list", "(a) list", "- bullet",
    "+ bullet", "* bullet", "| pipe | cell |", "a | b\n--|--\nc | d", "a\n:-", "head\n===",
    "head\n---", "---", "***", "- - -", "<script>alert(1)</script>", "<!-- comment -->",
    "<b>bold</b> & <i>", "![x](http://evil.example/x.png)", "[link](javascript:alert(1))",
    "[link][ref]\n\n[ref]: http://evil.example", "`code`", "``` \nfence\n```", "~~~\nfence\n~~~",
    "    indented code", "\ttab code", "  two spaces", "text\n    more\n\n    code?",
    "&amp; &lt; &#35; &copy;", "http://evil.example/a_b_c?x=1&y=2", "see www.evil.example now",
    "https://evil.example", "ftp://evil.example", "<http://evil.example>",
    "someone@evil.example", "mailto:someone@evil.example", "@mention and @team/sub",
    "*emphasis* **strong** _under_ __under__", "~~struck~~ ~one~", "footnote[^1]\n\n[^1]: note",
    "trailing backslash\\", "\\", "\\*not emphasis\\*", "a\\|b", "- [ ] task", "[x] task",
    "> quotation", ">quotation", "$x^2$ and $$y$$", "{{ liquid }} {% tag %}", "==mark== %%hidden%%",
    ":smile: :+1:", "term\n: definition", "line one\nline two\r\nline three\rline four",
    "para one\n\n\npara two", "ends with spaces  \nnext", "separators\u{2028}here\u{2029}there",
    "nul\0 bell\u{7} escape\u{1B}[31mred", "csi \u{9B}31m osc \u{9D}0;title\u{9C}", "nel\u{85}next",
    "bidi \u{202E}evil\u{202C} \u{2066}isolate\u{2069}", "=1+1", "+1", "-1", "@SUM(A1)",
    " =1+1", "\"=1+1", "\u{FF1D}1+1", "\t=1+1", "\r=1+1", "'=1+1", "\u{FEFF}=1+1",
    "=HYPERLINK(\"http://evil.example\",\"x\")", "quote \" comma , semicolon ; end",
    "e\u{301} decomposed, é composed", "👩🏽‍🔬 family 👨‍👩‍👧 flag 🇬🇧", "*\u{301} mark on a star",
    "#17 is a number", "1.5 litres at 10:42, i.e. soon", "mix. then stir", "**", "_", "`", "<", "]",
    "#", "\u{A0}*x*\u{A0}", "日本語*強調*です", "שלום *עולם*", "- **#99** forged entry", "★",
    "\n\n# after empty lines", "end \u{1F}", "x\u{200B}y", "</li></ul><h1>x", "javascript:alert(1)",
  ]

  /// Texts of characters that mean something, in an order that nobody thought of.
  static func random(_ count: Int) -> [String] {
    let alphabet = Array("\\`*_~[]()<>#&|!$^{}@-+=%:.'\"/ \n\taé1wx;")
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    return (0..<count).map { _ in
      let body = (0...next(24)).map { _ in alphabet[next(alphabet.count)] }
      return "x" + String(body) + "x"
    }
  }
}
