"""What remains of the words before a figure once the verbs and particles around their noun are set aside."""

from __future__ import annotations

from policydiff.patterns import lazy
from policydiff.terms.frequencies import FREQUENCY

__all__ = ["as_noun"]

_MODAL = "应当|必须|不得|可以|可(?!靠|能|行)|须|应(?=每|不|按|在|于|$)|将|拟|均|至少|至多|最[高低多少长短]|一般|原则上"
_LAST = lazy(
    rf"(?:{_MODAL}|不得?[超高低少多大小长短晚早]过?于?|{FREQUENCY}|每(?:立方米|平方米|千瓦时|公里|公斤|[人月日年天户亩台辆张件名家个船艘车次吨])(?:/?每?[人月日年天])?|每|(?<![行认作成])为|"
    "可获得?|获得?(?!奖)|可达|达到?|届满|(?<![不未圆充美丰])满(?!意)|"
    "(?:进一步|统一|相应|再|又)?(?:提高|增加|上调|上浮|上涨|下调|下浮|降低|减少|扩大|缩短|压缩|延长|提升|调整|延期)[至到为]|"
    "配备|配置|设置|设立|人民币|打|(?<![完达甚直乃截])至|(?<![签达])到|或者|并且|以及|且|并(?!购|网|联)|的|(?<![理缘自事来])由|(?<![服遵])从|(?:的|标准)?基础上|[,、(])$"
)
_OFTEN = lazy(rf"(?<=..)(?:应当|必须|须|至少){{0,2}}(?=每[0-9一二两三四五六七八九十半]){FREQUENCY}.{{0,8}}$")
_COMPARED = lazy(
    "(?<=..)(?:(?:较|比)(?=原|征求意见稿|草案|此前|之前|以前|以往|过去|现行|现有|目前|当前|去年|上年|往年|年初)|在(?=.{1,14}基础上)).{2,20}$"
)
_FIRST = lazy(
    r"^(?:并且|并(?![购网联])|而且|且|或者|以及|同时|其中|应当|必须|可以|人民币|(?:在|于)(?=[^线校职建读岗编册家地场])|对(?=[^外口接应策])|处以?(?=警告|通报|罚款|没收)|则|还|即|《[^《》]{1,40}》(?=[将把明规提])(?:明确|规定|提出)?|将(?=..)|把(?![关手握]))"
)
_THAN = lazy(
    "^(?:较|比(?!例|重|率|价|亚|赛|特|对))(?:原来?|征求意见稿|草案|此前|之前|以前|过去|去年|上年|往年|现行|目前|年初|原?标准)"
)
_NO_NOUN = lazy(
    "^(?:(?:设置|设立|配备|警告|通报批评|批评|处罚|责令(?:限期)?改正|没收(?:违法所得)?|拘留|现行|原有?|原来|标准|目前|此前|之前|不得|"
    "可以?|至少|提前|其|(?:的|标准)*基础上.{0,6}|[年月日]?再?(?:延期|延长|缩短|压缩|增加|减少|提高|降低|上浮|下浮|上调|下调|上涨|扩大|提升|增长|加收)|年均|每人|每月|保存|保留|留存|享受|给予|连续|累计)|"
    "(?:标准|比例|要求)(?:设置|配备|建设|安排|配置|执行|计算)|遇有?特殊(?:情况|情形))$"
)
_STEPS = 8


def as_noun(phrase: str) -> str | None:
    """A phrase without what is no noun at its ends; None where nothing that names something is left.

    >>> as_noun("业主大会应当每"), as_noun("个人每辆可获"), as_noun("并且"), as_noun("较此前提高")
    ('业主大会', '个人', None, None)
    """
    phrase = _COMPARED.sub("", _OFTEN.sub("", phrase))
    for _ in range(_STEPS):
        cut = _FIRST.sub("", _LAST.sub("", phrase))
        if cut == phrase:
            break
        phrase = cut
    if len(phrase) < 2 or _THAN.match(phrase) or _NO_NOUN.match(phrase):
        return None
    return phrase
