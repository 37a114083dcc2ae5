"""Over its articles a chapter is called what it was called and what it is called now."""

from __future__ import annotations

from support.texts import compared, version

from policydiff.render.comparison.facts import Facts
from policydiff.render.html.chapters import chapters

OLD = """海州市渔港条例
第一章　总则
第一条　为了规范渔港经营，制定本条例。
第二章　监督管理
第二条　渔港经营者应当每月巡查航标。
第三条　渔船进出渔港，应当服从调度。
第三章　附则
第四条　本条例自2020年1月1日起施行。
"""
NEW = """海州市渔港条例
第一章　总则
第一条　为了规范渔港经营，制定本条例。
第二章　数据管理
第二条　渔港数据应当公开，供渔民查询和下载。
第三章　监督检查
第三条　渔港经营者应当每月巡查航标。
第四条　渔船进出渔港，应当服从调度。
第四章　附则
第五条　本条例自2020年1月1日起施行。
"""


def test_a_chapter_has_both_its_headings() -> None:
    found = compared(version(OLD), version(NEW))
    over = dict(
        zip((change.new for change in found.changes), chapters(Facts.of(found), list(found.changes), "zh"), strict=True)
    )
    assert list(dict.fromkeys(over.values())) == [
        "第一章 总则",
        "第二章 数据管理",
        "第二章 监督管理 → 第三章 监督检查",
        "第三章 附则 → 第四章 附则",
    ]
