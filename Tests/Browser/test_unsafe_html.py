"""Notes that attack their readers: in a real browser none of them runs or frames anything.

The classes are those of OWASP's list of ways around filters (XSS Filter Evasion Cheat Sheet), and
what Markdown and our dialect add to them. Pages are served without the policy that every page
sets, which would stop scripts too: here the list of what is allowed has to do that alone.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, Route

from harness.binary import build_site, run_waymark
from harness.pages import Site
from harness.server import serving

SCHEMES = """http https mailto tel sms ftp sftp ssh git irc ircs xmpp matrix geo news slack msteams
zoommtg vscode obsidian callto""".split()
"""What links may lead to, as Sources/Markdown/LinkScheme.swift has it."""

ATTACKS = {
    "case": """
<ScRiPt>alert(1)</sCrIpT>
<SCRIPT SRC=http://x.example/x.js></SCRIPT>
<IMG SRC=JaVaScRiPt:alert(1)>
[a](JaVaScRiPt:alert(1))
<A HREF="JAVASCRIPT:alert(1)">a</A>
<iMg sRc=x OnErRoR=alert(1)>
""",
    "script": """
<script>alert(1)</script>
a <script>alert(1)</script> b
<script src=//x.example/x.js>
<script/x>alert(1)</script>
<script␊>alert(1)</script>
<<script>alert(1)//<</script>
<script><!-- alert(1)</script>
<script>a=/x/␊alert(1)</script>
<scr<script>ipt>alert(1)</scr</script>ipt>
<script a=">">alert(1)</script>
<script type=module>alert(1)</script>
<script>alert(1)
</script><script>alert(1)</script>
""",
    "entities": """
<a href="javascript&#58;alert(1)">a</a>
<a href="&#106&#97&#118&#97&#115&#99&#114&#105&#112&#116&#58&#97&#108&#101&#114&#116(1)">a</a>
<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A&#x61&#x6C&#x65&#x72&#x74(1)">a</a>
<a href="&#0000106avascript:alert(1)">a</a>
<a href="&#x000000000000000000000000000000000000000000006A;avascript:alert(1)">a</a>
<a href="java&Tab;script:alert(1)">a</a>
<a href="java&NewLine;script&colon;alert&lpar;1&rpar;">a</a>
<a href="javascript&colonalert(1)">a</a>
<a href="&#1;javascript:alert(1)">a</a>
<a href=" &#14;  javascript:alert(1)">a</a>
[a](javascript&#58;alert(1))
[a](&#106;avascript&colon;alert(1))
[a](&#x6A;avascript:alert(1))
[a](java&Tab;script:alert(1))
[a](&NewLine;javascript:alert(1))
<img src=x one&#114;ror=alert(1)>
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;script&#62;alert(1)&#60;/script&#62;
""",
    "white-space": """
<a href="java␉script:alert(1)">a</a>
<a href="java␊script:alert(1)">a</a>
<a href="java␍script:alert(1)">a</a>
<a href="␁javascript:alert(1)">a</a>
<a href="javascript␉:alert(1)">a</a>
<a href="   javascript:alert(1)">a</a>
<a␌href="javascript:alert(1)">a</a>
<img␌src=x␌onerror=alert(1)>
<img/src="x"/onerror=alert(1)>
<img src=x␋onerror=alert(1)>
[a](<java␉script:alert(1)>)
[a](<␁javascript:alert(1)>)
[a](javascript:alert(1)␉"b")
[a](%0Ajavascript:alert(1))
[a](<  javascript:alert(1)>)
""",
    "schemes": """
<a href="data:text/html,<script>alert(1)</script>">a</a>
<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">a</a>
<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>">
<a href="vbscript:msgbox(1)">a</a>
<a href="livescript:alert(1)">a</a>
<a href="mocha:alert(1)">a</a>
<a href="blob:http://x.example/1">a</a>
<a href="filesystem:http://x.example/1">a</a>
<a href="file:///etc/passwd">a</a>
<a href="view-source:javascript:alert(1)">a</a>
<a href="feed:javascript:alert(1)">a</a>
<a href="jar:javascript:alert(1)!/">a</a>
<a href="about:blank">a</a>
<a href="intent:x#Intent;end">a</a>
<a href="ms-msdt:/id">a</a>
<a href="chrome://settings">a</a>
[a](data:text/html,alert)
[a](vbscript:msgbox)
[a](FILE:///etc/passwd)
![a](data:image/png;base64,AAAA)
![a](javascript:alert(1))
<video src="javascript:alert(1)"></video>
<img src="vbscript:alert">
""",
    "handlers": """
<body onload=alert(1)>
<b onmouseover=alert(1)>a</b>
<b onclick="alert(1)" onfocus='alert(1)'>a</b>
<img src=x onerror="alert(1)">
<img src=x onerror=&#97;lert(1)>
<img src=x:x onerror=alert`1`>
<details open ontoggle=alert(1)><summary>a</summary>b</details>
<video src=x onerror=alert(1)></video>
<video><source onerror=alert(1)></video>
<audio src=x onerror=alert(1)></audio>
<table onload=alert(1)><tr><td onclick=alert(1)>a</td></tr></table>
<div onpointerover=alert(1)>a</div>
<p onanimationstart=alert(1) style="animation:x">a</p>
<marquee onstart=alert(1)>a</marquee>
<select autofocus onfocus=alert(1)>
<textarea autofocus onfocus=alert(1)>
<b tabindex=1 autofocus onfocus=alert(1)>a</b>
<kbd contenteditable autofocus onfocus=alert(1)>a</kbd>
<sub onbeforematch=alert(1) hidden=until-found>a</sub>
<q oncopy=alert(1) cite=javascript:alert(1)>a</q>
<ol onscroll=alert(1)><li onwheel=alert(1)>a</ol>
<b on=alert(1) on-x=alert(1) ON=1>a</b>
<h2 onclick=alert(1)>a</h2>
<br onclick=alert(1)>
<hr onclick=alert(1)>
<ruby onclick=alert(1)>a<rt onclick=alert(1)>b</ruby>
""",
    "namespaces": """
<svg onload=alert(1)>
<svg/onload=alert(1)>
<svg><script>alert(1)</script></svg>
<svg><script href="data:,alert(1)"/></svg>
<svg><script>&#97;lert(1)</script></svg>
<svg><a xlink:href="javascript:alert(1)"><text y=9>a</text></a></svg>
<svg><animate onbegin=alert(1) attributeName=x dur=1s>
<svg><set attributeName=href to=javascript:alert(1)>
<svg><use href="data:image/svg+xml,<svg id='x' onload='alert(1)'/>#x"/></svg>
<svg><foreignObject><iframe src=javascript:alert(1)></foreignObject></svg>
<svg><style><img src=x onerror=alert(1)></style></svg>
<svg><desc><img src=x onerror=alert(1)></desc></svg>
<svg><title><img src=x onerror=alert(1)></title></svg>
<svg></p><style><a id="</style><img src=x onerror=alert(1)>">
<math href="javascript:alert(1)">a</math>
<math><maction actiontype="statusline#x" xlink:href="javascript:alert(1)">a</maction></math>
<math><mtext><img src=x onerror=alert(1)></mtext></math>
<math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>
<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>
<math><mi//xlink:href="data:x,<script>alert(1)</script>">
<mathml><script>alert(1)</script></mathml>
<svg:script>alert(1)</svg:script>
<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>
<a xlink:href="javascript:alert(1)">a</a>
""",
    "malformed": """
<img \"""><script>alert(1)</script>">
<img src=x onerror=alert(1)
<img src=x onerror=alert(1)//
<img src="x" title="`` onerror=alert(1) ``">
<img src=`x` onerror=`alert(1)`>
<img src='x' onerror='alert(1)
<a href="x" title="a>b" onclick=alert(1)>a</a>
<a href='x"onclick="alert(1)'>a</a>
<a href=x"onclick=alert(1)>a</a>
<a href="x"onclick="alert(1)">a</a>
<a href="x" "onclick=alert(1)">a</a>
<a title="&quot; onclick=alert(1) x=&quot;">a</a>
<a title='" onclick=alert(1) x="'>a</a>
<img alt='"><script>alert(1)</script>' src=x>
<a><img src=x onerror=alert(1)></a>
<a href=x><a href=javascript:alert(1)>a</a></a>
<b <script>alert(1)</script>
</b onclick=alert(1)>
</ script><script>alert(1)</script>
<b/onclick=alert(1)>a
<b class=x onclick=alert(1) class=y onclick=2>a</b>
<a href=x href=javascript:alert(1)>a</a>
<a href=javascript:alert(1) href=x>a</a>
<a HREF=x hRef=javascript:alert(1)>a</a>
<%00script>alert(1)</script>
<!DOCTYPE x [<!ENTITY y "<script>alert(1)</script>">]>&y;
<?xml version="1.0"?><script>alert(1)</script>
<? foo="><script>alert(1)</script>">
<! foo="><script>alert(1)</script>">
</ foo="><script>alert(1)</script>">
<abc foo="><script>alert(1)</script>">
<xss id=x tabindex=1 onfocus=alert(1) autofocus>a</xss>
<a href="javascript:alert(1)" <b>a</b>
<img src=x onerror=alert(1) x
""",
    "elements": """
<style>@import "javascript:alert(1)"; * { display: none }</style>
<style>*{background:url(javascript:alert(1))}</style>
<link rel=stylesheet href=http://x.example/x.css>
<link rel=prefetch href=http://x.example/x>
<meta http-equiv=refresh content="0;url=javascript:alert(1)">
<meta http-equiv=refresh content="0;url=http://x.example/">
<meta http-equiv=Set-Cookie content=x>
<base href=http://x.example/>
<iframe src=javascript:alert(1)></iframe>
<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>
<iframe/onload=alert(1)>
<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>
<object data=javascript:alert(1)></object>
<object data="data:text/html,<script>alert(1)</script>"></object>
<embed src=javascript:alert(1)>
<embed src="data:image/svg+xml,<svg/>">
<applet code=x></applet>
<form action=javascript:alert(1)><input type=submit></form>
<form><button formaction=javascript:alert(1)>a</button></form>
<button form=x formaction=javascript:alert(1)>a</button>
<input type=image src=x onerror=alert(1)>
<input autofocus onfocus=alert(1)>
<input type=text name=password>
<isindex type=image src=x onerror=alert(1)>
<keygen autofocus onfocus=alert(1)>
<layer src=http://x.example/x.js></layer>
<bgsound src=javascript:alert(1)>
<image src=x onerror=alert(1)>
<table background=javascript:alert(1)><td background=javascript:alert(1)>a</table>
<video poster=javascript:alert(1) src=x></video>
<video><track src=javascript:alert(1) default></video>
<img srcset="javascript:alert(1) 1x, http://x.example/x 2x" src=x>
<picture><source srcset="http://x.example/x"><img src=x></picture>
<img dynsrc=javascript:alert(1) lowsrc=javascript:alert(1) longdesc=javascript:alert(1)>
<img src=http://x.example/x.png>
<video src=http://x.example/x.mp4></video>
<audio src=//x.example/x.mp3></audio>
<a ping=http://x.example/ href=x>a</a>
<a href=x target=_blank rel=opener download=x>a</a>
<area href=javascript:alert(1)><map><area href=javascript:alert(1)></map>
<b style="position:fixed;inset:0;background:url(http://x.example/x)">a</b>
<b style="width:expression(alert(1));behavior:url(x.htc);-moz-binding:url(x)">a</b>
<slot><template><script>alert(1)</script></template></slot>
<dialog open>a</dialog>
<b popover id=x>a</b><button popovertarget=x>b</button>
<portal src=http://x.example/></portal>
<fencedframe src=http://x.example/></fencedframe>
""",
    "comments": """
<!--><img src=x onerror=alert(1)>-->
<!---><img src=x onerror=alert(1)>-->
<!-- --!><img src=x onerror=alert(1)> -->
<!-- a -- > <img src=x onerror=alert(1)> -->
<!--<img src="--><img src=x onerror=alert(1)//">
<!--[if gte IE 4]><script>alert(1)</script><![endif]-->
<!-- a
a <!--> <img src=x onerror=alert(1)> -->
a <!-- b --!> <script>alert(1)</script>
<![CDATA[<script>alert(1)</script>]]>
a <![CDATA[<img src=x onerror=alert(1)>]]>
<![CDATA[><img src=x onerror=alert(1)>]]>
<?><img src=x onerror=alert(1)>?>
a <?php ><img src=x onerror=alert(1)> ?>
<!X><img src=x onerror=alert(1)>
%%<script>alert(1)</script>%%
%%␊<img src=x onerror=alert(1)>
""",
    "mutation": """
<table><a><style><!--</style><img src=x onerror=alert(1)>--></style>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<noscript><style></noscript><img src=x onerror=alert(1)></style></noscript>
<template><p title="</template><img src=x onerror=alert(1)>">
<title><p title="</title><img src=x onerror=alert(1)>">
<textarea><p title="</textarea><img src=x onerror=alert(1)>">
<xmp><p title="</xmp><img src=x onerror=alert(1)>">
<noembed><p title="</noembed><img src=x onerror=alert(1)>">
<noframes><p title="</noframes><img src=x onerror=alert(1)>">
<iframe><p title="</iframe><img src=x onerror=alert(1)>">
<plaintext><img src=x onerror=alert(1)>
<listing>&lt;img src=x onerror=alert(1)&gt;</listing>
<pre>␊&lt;script&gt;alert(1)&lt;/script&gt;</pre>
<style><style/><img src=x onerror=alert(1)>
<b><style></b><img src=x onerror=alert(1)></style>
<p title="</p><img src=x onerror=alert(1)>">a
<div title="</div>␊␊<img src=x onerror=alert(1)>">a
<a title="a␊␊<img src=x onerror=alert(1)>">b
<table><tr><td><a href="</td><img src=x onerror=alert(1)>">a
<ul><li title="␊- <img src=x onerror=alert(1)>">a
<form><math><mtext></form><form><mglyph><svg><style><b id="</style><img src onerror=alert(1)>">
</div></div></article></main><script>alert(1)</script>
</p></div></section></body></html><img src=x onerror=alert(1)>
<table><caption><table><td><img src=x onerror=alert(1)>
<select><option><style></option></select><img src=x onerror=alert(1)></style>
<dl><dt><b></dl><img src=x onerror=alert(1)></b>
`<img src=x onerror=alert(1)>
<kbd>`</kbd><img src=x onerror=alert(1)>`
""",
    "bytes": """
<scr␀ipt>alert(1)</scr␀ipt>
<img src=x on␀error=alert(1)>
<a href="java␀script:alert(1)">a</a>
[a](java␀script:alert(1))
␀<script>alert(1)</script>
<␀script>alert(1)</script>
+ADw-script+AD4-alert(1)+ADw-/script+AD4-
\\u003cscript\\u003ealert(1)\\u003c/script\\u003e
\\x3cscript\\x3ealert(1)\\x3c/script\\x3e
＜script＞alert(1)＜/script＞
<ſcript>alert(1)</ſcript>
<a href="ｊavascript:alert(1)">a</a>
[a](javaſcript:alert(1))
<a href="java\u00adscript:alert(1)">a</a>
<a href="\ufeffjavascript:alert(1)">a</a>
<a href="\u00a0javascript:alert(1)">a</a>
<a href="\u2028javascript:alert(1)">a</a>
␎<script>alert(1)</script>␏
␐<img src=x onerror=alert(1)>␎0␏
\u202e<script>alert(1)</script>
""",
    "links": """
[a](javascript:alert(1))
[a](javascript://x.example/%0Aalert(1))
[a](<javascript:alert(1)>)
[a](\\javascript:alert(1))
[a](javascript\\:alert(1))
[a](java\\script:alert(1))
[a](javascript%3Aalert(1))
[a](javascript:alert(1) 'b')
[a]( javascript:alert(1) )
[a](x "\\" onclick=alert(1) x=\\"")
[a](x '"><script>alert(1)</script>')
[a](x"onclick=alert(1))
[a](<x" onclick="alert(1)>)
[a](x%22onclick=alert(1))
[a](/x.example/../javascript:alert(1))
[a](./javascript:alert(1))
[a](javascript:alert(1).md)
[a](javascript:alert(1)#b)
[a](?javascript:alert(1))
[a](:javascript:alert(1))
[a](//x.example/x)
[<script>alert(1)</script>](x)
[a][b]␊␊[b]: javascript:alert(1)
[b]␊␊[b]: <javascript:alert(1)> "c"
[b][]␊␊[b]: data:text/html,x '" onclick="alert(1)'
![b]␊␊[b]: javascript:alert(1)
<javascript:alert(1)>
<JAVASCRIPT:alert(1)>
<data:text/html,x>
<vbscript:x>
javascript:alert(1)
http://a.b/"onclick=alert(1)
http://a.b/<script>alert(1)</script>
http://a.b/'onclick='alert(1)
www.a.b"onclick=alert(1)
a@b.c"onclick=alert(1)
<a@b.c"onclick=alert(1)>
mailto:a@b.c?body=<script>alert(1)</script>
![" onerror="alert(1)](x.png)
![a](x.png "\\" onerror=alert(1)")
![a](<x.png" onerror="alert(1)>)
![<img src=x onerror=alert(1)>](x.png)
[![a](javascript:alert(1))](javascript:alert(1))
![a|100" onload="alert(1)](x.png)
[a](http://[::1)
[a](http://a.b:javascript:alert(1))
""",
    "dialect": """
[[javascript:alert(1)]]
[[javascript:alert(1)|a]]
[[a|<script>alert(1)</script>]]
[[a|<img src=x onerror=alert(1)>]]
[[a#" onclick="alert(1)]]
[[" onclick="alert(1)]]
[[<script>alert(1)</script>]]
[[data:text/html,x]]
![[javascript:alert(1)]]
![[javascript:alert(1)|100]]
![[a.png|" onerror="alert(1)]]
![[http://x.example/x.png]]
![[" onerror="alert(1).png|10x10]]
![[data:image/svg+xml,x.png]]
```"onclick="alert(1)␊a␊```
```x"><script>alert(1)</script>␊a␊```
```js title="<script>alert(1)</script>"␊a␊```
```js title='" onclick="alert(1)' {1" onclick="alert(1)}␊a␊```
~~~<img/src=x/onerror=alert(1)>␊a␊~~~
```html␊<script>alert(1)</script>␊```
```html␊</code></pre><script>alert(1)</script>␊```
```mermaid␊flowchart TD␊A["<img src=x onerror=alert(1)>"] --> B␊click A "javascript:alert(1)"␊```
```math␊\\href{javascript:alert(1)}{x}␊```
$\\href{javascript:alert(1)}{x}$
$\\text{<script>alert(1)</script>}$
$<script>alert(1)</script>$
$$<img src=x onerror=alert(1)>$$
$x\\unicode{<img src=x onerror=alert(1)>}\\style{a}{b}\\class{x" onclick="alert(1)}{c}$
# a {#"onx=alert(1)}
# a {#x"onclick="alert(1)}
# a {#x><script>alert(1)</script>}
# <script>alert(1)</script>
# a" onclick="alert(1)
a ^"onclick="alert(1)
a ^<script>alert(1)</script>
> [!"onclick="alert(1)] a
> [!note"><script>alert(1)</script>] a
> [!note] <script>alert(1)</script>␊> a
> [!note]- <img src=x onerror=alert(1)>␊> a
> [!<script>alert(1)</script>]␊> a
a[^"onclick="alert(1)]␊␊[^"onclick="alert(1)]: b
a[^<script>]␊␊[^<script>]: <script>alert(1)</script>
a[^1]␊␊[^1]: [b](javascript:alert(1))
a ^[<img src=x onerror=alert(1)>]
#tag"onclick="alert(1)
#<script>alert(1)</script>
#a/<img/src=x/onerror=alert(1)>
#a"onx/b'onx
| a<script>alert(1)</script> |␊|---|␊| <img src=x onerror=alert(1)> |
| a |␊|:-:" onclick="alert(1)|␊| b |
| a | b |␊|---|---|␊| [c](javascript:alert(1)) | `<script>` |
| <b title=" | " onclick=alert(1)> |␊|---|---|␊| a | b |
==<script>alert(1)</script>==
~~<img src=x onerror=alert(1)>~~
- [x" onclick="alert(1)] a
- [ ] <script>alert(1)</script>
<!-- waymark: comparison" onclick="alert(1) -->␊␊| | <script> |␊|---|---|␊| <b onclick=x> | yes |
""",
    "front-matter": """
---␊title: <script>alert(1)</script>␊---␊a
---␊title: '"><img src=x onerror=alert(1)>'␊---␊a
---␊title: '</title><script>alert(1)</script>'␊---␊a
---␊title: '" onclick="alert(1)'␊tags: ['" onclick="alert(1)']␊---␊[[a]]
---␊tags: ['<script>alert(1)</script>', 'a"b', "javascript:alert(1)"]␊---␊a
---␊tags: <img src=x onerror=alert(1)>␊---␊a
---␊aliases: ['<script>alert(1)</script>', 'x" onclick="alert(1)', 'javascript:alert(1)']␊---␊a
---␊description: '"><script>alert(1)</script>'␊---␊a
---␊description: '0;url=javascript:alert(1)'␊---␊a
---␊owner: <img src=x onerror=alert(1)>␊updated: '"><script>alert(1)</script>'␊---␊a
---␊date: <script>alert(1)</script>␊sources: ['javascript:alert(1)']␊---␊a
---␊slug: javascript:alert(1)␊---␊a
---␊slug: '"><script>alert(1)</script>'␊---␊a
---␊title: |␊  a␊  <script>alert(1)</script>␊---␊a
""",
    "shell": """
# page:main
# a {#page:main}
<a id="page:main">a</a>
<a name="page:main">a</a>
<div id=page:backlinks>a</div>
<b id="page&colon;main">a</b>
<b id="page&#58;main">a</b>
<b id=" page:main">a</b>
a ^page:main
[^page:main]␊␊[^page:main]: a
## a {#flow:1}
<b id=flow:1>a</b>
<b id="fn:1">a</b>[^1]␊␊[^1]: b
<img name=body><img name=documentElement><form name=forms>
<a id=getElementById><a id=location><a name=cookie>
<b id=page:main class="layout skip site-header" role=main>a</b>
""",
}
"""Notes by class, one a line; a picture of a control character stands for the character."""

# MARK: Combinations


def pieces(text: str) -> list[str]:
    """What stands on each line, and between the bars of one."""
    return re.split("[¦\n]", text)


CARRIERS = pieces(
    """<img src=x {h}>¦<b {h}>a</b>¦<svg {h}>¦<details open {h}>¦<video src=x {h}></video>
<td {h}>¦<x-y {h}>¦<input {h}>¦<a href="{u}">a</a>¦<a href='{u}'>a</a>¦<a href={u}>a</a>
<iframe src="{u}">¦<img src="{u}">¦<form action="{u}">¦<svg><a xlink:href="{u}"><text>a</text></a>
<math href="{u}">a</math>¦[a]({u})¦[a](<{u}>)¦[a][z]␊␊[z]: {u}␊␊¦![a]({u})¦<{u}>¦[[{u}]]¦![[{u}]]
<script>alert(1)</script>¦<style>a</style>¦<object data="{u}">¦<embed src="{u}">
<meta http-equiv=refresh content="0;url={u}">¦<base href="{u}">¦<button formaction="{u}">"""
)
"""Ways for a handler or an address into a page."""

HANDLERS = pieces(
    """onerror=alert(1)¦onload="alert(1)"¦ONFOCUS=alert(1) autofocus¦/onclick=alert(1)
ontoggle='alert(1)'¦"onmouseover=alert(1)¦'onmouseover=alert(1)¦style=color:red¦␌onerror=alert(1)
onerror␊=␊alert(1)¦onerror=&#97;lert(1)¦x=">" onerror=alert(1)"""
)

ADDRESSES = pieces(
    """javascript:alert(1)¦JaVaScRiPt:alert(1)¦java␉script:alert(1)¦␁javascript:alert(1)
&#106;avascript:alert(1)¦&#x6a&#x61vascript:alert(1)¦javascript&colon;alert(1)
java&Tab;script:alert(1)¦data:text/html,x¦vbscript:x¦javascript&#0000058alert(1)¦java␀script:x
javascript:/*"/*'/*`/*--></style></script><svg/onload=alert(1)>"""
)

PLACES = pieces(
    """{}¦> {}¦- {}¦1. a␊␊   {}¦| a |␊|---|␊| {} |¦# {}¦> [!note] {}␊> {}¦**{}**¦[{}](x)¦==~~{}~~==
a[^1]␊␊[^1]: {}¦<div>␊␊{}␊␊</div>¦<details><summary>{}</summary>␊␊{}␊␊</details>
![{}](a.png)¦[[a|{}]]¦<table><tr><td>␊␊{}␊␊</table>¦<kbd>{}</kbd>¦<a href=x>{}</a>
<b title="{}">a</b>¦<b title='{}'>a</b>¦[a](x "{}")¦%%{}¦<!--{}¦<!-- > {}¦`{}¦$`{}`$¦$${}$$
```␊{}␊```¦~~~{}␊~~~¦# a {#{}}¦#{}¦---␊title: '{}'␊---¦---␊tags: ['{}']␊---␊a
    {}¦<pre>␊{}␊</pre>¦</div>{}¦<p>{}<p>¦a␊---␊{}¦{}{}"""
)
"""Where an attack stands."""

COMBINATIONS = 200


def combinations() -> Iterator[str]:
    """Attacks in places at random, the same ones every time."""
    random = Random(3)
    seen: set[str] = set()
    while len(seen) < COMBINATIONS:
        attack = random.choice(CARRIERS)
        attack = attack.replace("{h}", random.choice(HANDLERS)).replace(
            "{u}", random.choice(ADDRESSES)
        )
        note = random.choice(PLACES).replace("{}", attack)
        if random.random() < 0.3:
            note = random.choice(PLACES).replace("{}", note)
        if note not in seen:
            seen.add(note)
            yield note


def controls(text: str) -> str:
    """Text with the control characters that are pictured in it."""
    return re.sub("[␀-␟]", lambda match: chr(ord(match[0]) - 0x2400), text)


def all_notes() -> dict[str, str]:
    """Every note by its name."""
    notes = {
        f"{kind}-{number}": controls(line)
        for kind, lines in ATTACKS.items()
        for number, line in enumerate(filter(None, lines.split("\n")), start=1)
    }
    made = enumerate(combinations(), start=1)
    return notes | {f"combined-{number}": controls(note) for number, note in made}


NOTES = all_notes()
GROUP = 25
POLICY = r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>"

# MARK: The browser

NOTICE_SCRIPTS = """
window.ran = []
for (const name of ["alert", "confirm", "prompt", "print", "open", "msgbox"])
  window[name] = (...values) => { window.ran.push(`${name}(${values})`) }
"""

FIND_PROBLEMS = """
schemes => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
  const forbidden = new Set(`script iframe frame frameset object embed applet base meta link style
    form button textarea select option template noscript area map portal fencedframe dialog slot
    animate set animatemotion animatetransform foreignobject use annotation-xml maction mglyph`
    .split(/\\s+/))
  const addresses = new Set(`href src action formaction poster data cite background longdesc ping
    manifest codebase classid usemap dynsrc lowsrc xlink:href srcdoc icon profile`.split(/\\s+/))
  const problems = window.ran.map(what => `ran ${what}`)
  const say = (element, what) =>
    problems.push(`${what}: ${element.cloneNode(false).outerHTML.slice(0, 300)}`)
  // The page's own script puts a button beside each block of code, and one behind each heading.
  const ownButtons = ".code-box > .copy-code:last-child, [id] > .heading-link:last-child"
  const isOwn = element => element.localName === "button" && element.matches(ownButtons)
    && element.className.split(" ").length === 1 && element.type === "button"
    && element.getAttributeNames().every(name =>
      ["type", "class", "lang", "aria-label", "title", "data-copied"].includes(name))
  const box = "[data-page=search] main > .search-place"
  const isSectionButton = element => element.localName === "button"
    && element.matches("main > .section-button:first-child[popovertarget='page:section']")
    && element.getAttributeNames().length === 4 && element.ariaLabel && element.type === "button"
  const isSearch = element =>
    element.matches(`${box} .search-field > input, ${box} button:not(.search-list *),
      [data-page=search] main > noscript`)
  if (!document.querySelector("main")) problems.push("there is no main part")
  for (const element of document.querySelectorAll("main *")) {
    const name = element.localName.toLowerCase()
    // The page's own script puts one beside each block of code, search has a box, and one opens
    // the section.
    if (isOwn(element) || isSearch(element) || isSectionButton(element)) continue
    if (forbidden.has(name)) say(element, "a forbidden element")
    if (name === "input" && !(element.type === "checkbox" && element.disabled))
      say(element, "a forbidden element")
  }
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      const bare = name.toLowerCase()
      if (bare.startsWith("on")) say(element, "a handler")
      if (bare === "style") say(element, "a style")
      const found = bare === "srcset"
        ? value.split(",").map(part => part.trim().split(/\\s/)[0])
        : addresses.has(bare) ? [value] : []
      for (const address of found) {
        const link = document.createElement("a")
        link.href = address
        if (link.protocol !== ":" && !schemes.includes(link.protocol.slice(0, -1)))
          say(element, `the scheme ${link.protocol}`)
      }
    }
    if (element.id && document.getElementById(element.id) !== element && document.title !== "many")
      say(element, "an id more than once")
  }
  done(problems)
})))
"""


class Reader:
    """A page that opens one address after another and tells what is wrong in each."""

    def __init__(self, page: Page, host: str) -> None:
        self._page = page
        self._host = host
        self._url = ""
        self._seen: list[str] = []
        page.add_init_script(NOTICE_SCRIPTS)
        page.on("dialog", lambda dialog: (self._seen.append("a dialog"), dialog.dismiss()))
        page.on("popup", lambda popup: (self._seen.append("a popup"), popup.close()))
        page.route("**/*", self._decide)

    def _decide(self, route: Route, request: Request) -> None:
        """Stop requests to other hosts, and stay on the page."""
        if urlsplit(request.url).netloc != self._host:
            self._seen.append(f"a request to another host: {request.url}")
            route.abort()
        elif request.is_navigation_request() and request.url != self._url:
            self._seen.append(f"leaves for {request.url}")
            route.fulfill(status=204)
        else:
            route.continue_()

    def problems(self, url: str, ready: str = "main") -> list[str]:
        """What the page at an address does that it must not, once it has a certain element."""
        self._seen.clear()
        self._url = url
        self._page.goto(url, wait_until="load")
        self._page.wait_for_selector(ready, state="attached")
        found = self._page.evaluate(FIND_PROBLEMS, SCHEMES)
        return [*self._seen, *found]

    def evaluate(self, expression: str) -> object:
        """The value of an expression in the page that is open."""
        return self._page.evaluate(expression)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of all notes, whose site is built without the policy."""
    project = tmp_path_factory.mktemp("unsafe")
    (project / "content").mkdir()
    for name, note in NOTES.items():
        (project / "content" / f"{name}.md").write_bytes(note.encode())
    build_site(project, project / "site", statuses=(0, 1))
    for page in project.glob("site/**/*.html"):
        text, count = re.subn(POLICY, "", page.read_text())
        assert count == 1, f"{page} has {count} policies"
        page.write_text(text)
    return project


@pytest.fixture(scope="module")
def urls(project: Path) -> dict[str, str]:
    """The address of each note below the site's, which front matter can change."""
    result = run_waymark("inspect", "--json", cwd=project)
    assert result.returncode == 0, result.stderr.decode()
    return {
        note["path"].removesuffix(".md"): note["url"].removeprefix("/")
        for note in json.loads(result.stdout)
    }


@pytest.fixture(scope="module")
def address(project: Path) -> Iterator[str]:
    """The served site's address."""
    with serving(project / "site") as address:
        yield address


@pytest.fixture(scope="module")
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    """One reader for all pages."""
    context = browser.new_context()
    yield Reader(context.new_page(), urlsplit(address).netloc)
    context.close()


def test_there_are_enough() -> None:
    """At least 300 different notes, beside those combined."""
    assert len(set(NOTES.values())) >= 300 + COMBINATIONS


@pytest.mark.parametrize("name", NOTES)
def test_note_is_harmless(name: str, urls: dict[str, str], address: str, reader: Reader) -> None:
    """The page of a note: nothing runs, nothing is there that could, and its ids are its own."""
    found = reader.problems(address + urls[name])
    if found:
        pytest.fail("\n".join([repr(NOTES[name]), *found]), pytrace=False)


def test_other_pages_are_harmless(
    project: Path, urls: dict[str, str], address: str, reader: Reader
) -> None:
    """Titles, tags and descriptions on the pages of folders and tags, and aliases."""
    site = Site(project / "site")
    others = [
        page for page in site.pages.values() if page.url.removeprefix("/") not in urls.values()
    ]
    assert {"home", "tag", "tags", "redirect"} <= {page.kind for page in others}
    found = [
        f"{page.url}: {problem}"
        for page in others
        for problem in reader.problems(address + page.url.removeprefix("/"))
        # That is what it is for.
        if page.kind != "redirect" or not problem.startswith("leaves for")
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "word", ["script", "alert", "img", "onerror", "javascript", "svg", "style"]
)
def test_results_of_search_are_harmless(word: str, address: str, reader: Reader) -> None:
    """Titles, headings and sentences of hostile notes, as search shows them."""
    found = reader.problems(address + f"search/?q={word}", ready=".search-list > a")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("start", range(0, len(NOTES), GROUP))
def test_bodies_are_harmless(start: int, project: Path, address: str, reader: Reader) -> None:
    """What `waymark render` prints, many in a page: none leaves the element that it is put in."""
    names = list(NOTES)[start : start + GROUP]
    html = "<!doctype html><meta charset=utf-8><title>many</title><body>"
    for name in names:
        result = run_waymark("render", "-", stdin=NOTES[name].encode())
        assert result.returncode == 0, f"{NOTES[name]!r}\n{result.stderr.decode()}"
        html += f"<main id='{name}'>{result.stdout.decode()}</main>"
    (project / "site" / "many.html").write_text(html)
    found = reader.problems(address + "many.html")
    if reader.evaluate("[...document.body.children].map(child => child.id)") != names:
        found.append("one of them is not in its own element any more")
    if found:
        pytest.fail("\n".join(found), pytrace=False)
