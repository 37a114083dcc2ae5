"""How weighty a change is, told mechanically from the words that changed.

*substantive*: a number, a modal (可以, 应当, 不得…), a negation, a responsible unit, a date or a condition changed;
*reference_shift*: only the numbers of other articles changed; *format_only*: the texts are equal once width, white
space, paragraph breaks, separating punctuation and the brackets of item numbers are set aside; else *editorial*.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from policydiff.compare.sides import Side
from policydiff.fold import fold
from policydiff.model import ClauseChange, Substance, TermChange
from policydiff.numerals import FIGURE, HAN_NUMERAL, figure

__all__ = ["substance"]

_FORMAT = re.compile(r"[\s,.;:，。；：、()（）\[\]]+")
_REFERENCE = re.compile(r"第[零〇一二三四五六七八九十百千两\d]+[编章节条款项目](?:之[一二三四五六七八九十]+)?")
_WEIGHTY = re.compile(
    r"应当|必须|可以|不得|禁止|严禁|有权|无权|鼓励|支持|允许|免于|免除|不予|应予|予以|"
    r"[不未无非]|除外|但|仅|只|均|超过|不足|不满|低于|高于|以上|以下|以内|以外|之前|之后|同时|或者|并且|或|且|如果|"
    r"\d+|[零一二三四五六七八九十百千万亿半]|全部|任何|部门|机关|人民政府|委员会|局|厅|单位|法院|检察院|机构|"
    r"会同|联合|政府|中心|(?<=[\u4e00-\u9fff]{2})(?<![省市区县])委(?![托派任员])|"
    r"(?<=[\u4e00-\u9fff]{2})办(?![法理事公])|(?<=[\u4e00-\u9fff]{2})(?<![内外全大细一两])部(?![门分署位件队])"
)
_ORGAN = re.compile(
    r"[\u4e00-\u9fff]{1,12}?(?:局|厅|委(?![员托派任])|委员会|办(?![法理事公])|部(?![门分署位件队])|中心|政府)"
)
_OF_ANY_ORGAN = re.compile("国家|人民|政府|委员会|中心|[省市区县局厅委办部由经向报]")
_NUMBER = re.compile(rf"(?:{FIGURE})[百千万亿]*|{HAN_NUMERAL}")
_SAME_DUTY = re.compile("必须|应当|应")


def substance(
    clauses: Sequence[ClauseChange],
    terms: Sequence[TermChange],
    old: Side,
    new: Side,
    renamed: Collection[tuple[str, str]] = (),
) -> Substance:
    """Classify what became of a group of full provisions; `renamed` are the wordings replaced throughout the text."""
    if any(change.direction != "unchanged" or change.changed for change in terms):
        return "substantive"
    before = "".join(old.text(row.old) for row in clauses if row.old and _kind(old, row.old) != "heading").rstrip()
    after = "".join(_in_new_order(clauses, new)).rstrip()  # a line end behind the last word says nothing
    if before == after:
        return "none"
    if _bare(before) == _bare(after):
        return "format_only"
    if _REFERENCE.sub("第", _bare(before)) == _REFERENCE.sub("第", _bare(after)):
        return "reference_shift"
    if any(_weighty(row, old, new, renamed) for row in clauses):
        return "substantive"
    return "editorial"


def _in_new_order(clauses: Sequence[ClauseChange], new: Side) -> list[str]:
    ids = sorted((row.new for row in clauses if row.new), key=new.order.__getitem__)
    return [new.text(unit) for unit in ids if _kind(new, unit) != "heading"]


def _kind(side: Side, unit: str) -> str:
    return side.unit(unit).kind


def _bare(text: str) -> str:
    return _FORMAT.sub("", fold(text))


def _weighty(row: ClauseChange, old: Side, new: Side, renamed: Collection[tuple[str, str]]) -> bool:
    """Whether the words that changed in a sentence change what it orders."""
    if row.old is None or row.new is None:
        return True
    left, right = old.document(row.old).text, new.document(row.new).text
    gone = [op.old.of(left) for op in row.ops if op.kind != "equal"]
    come = [op.new.of(right) for op in row.ops if op.kind != "equal"]
    replaced = [(op.old.of(left), op.new.of(right)) for op in row.ops if op.kind == "replace"]
    if any(_another_organ(*pair) for pair in replaced if pair not in renamed):
        return True
    return sorted(_signals(gone)) != sorted(_signals(come))


def _another_organ(old: str, new: str) -> bool:
    """Whether one organ took another's place: 科技局 became 财政局; 科技局 that became 科技创新局 is renamed.

    >>> _another_organ("科技局", "财政局"), _another_organ("科技局", "科技创新局")
    (True, False)
    """
    before, after = ("".join(_ORGAN.findall(text)) for text in (old, new))
    kept = set(_OF_ANY_ORGAN.sub("", before)) & set(_OF_ANY_ORGAN.sub("", after))
    return bool(before and after) and not kept


def _signals(pieces: Sequence[str]) -> list[str]:
    words = _REFERENCE.sub("", _SAME_DUTY.sub("应当", "\n".join(pieces)))
    return _WEIGHTY.findall(_NUMBER.sub(_value, words))


def _value(match: re.Match[str]) -> str:
    """A number by its value: 三百万 and 300万 are one."""
    try:
        return str(figure(match[0]))
    except ValueError:
        return match[0]
