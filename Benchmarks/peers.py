"""Other generators on the same notes, each as bare as it comes, when they are installed."""

import subprocess
from pathlib import Path

HUGO_CONFIGURATION = """\
baseURL = "http://localhost/"
title = "Benchmark"
[taxonomies]
tag = "tags"
"""
HUGO_PAGE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
<main><h1>{{ .Title }}</h1>{{ .Content }}
<ul>{{ range .Params.tags }}<li>{{ . }}</li>{{ end }}</ul></main></body></html>
"""
HUGO_LIST = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
<main><h1>{{ .Title }}</h1><ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ul></main></body></html>
"""


def hugo_project(project: Path) -> Path:
    """Make a folder with a content/ a Hugo project with the barest theme."""
    layouts = project / "layouts" / "_default"
    layouts.mkdir(parents=True, exist_ok=True)
    (project / "config.toml").write_text(HUGO_CONFIGURATION)
    (layouts / "single.html").write_text(HUGO_PAGE)
    (layouts / "list.html").write_text(HUGO_LIST)
    return project


def hugo_version() -> str:
    """What Hugo says of itself."""
    return subprocess.run(["hugo", "version"], capture_output=True, text=True).stdout.strip()
