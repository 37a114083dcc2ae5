"""Where a sentence of a report turns from the instrument's figures to somebody else's.

每辆补贴5万元，与邻市的8万元相比仍有差距: a reporter measures what the instrument gives against another place, or adds
another fund's money to it.  The words that do so are nobody's provision:

* a clause that compares with a place (较云川市的8万元少3万元, 仅次于云川市的6万元, 比照的是…, 力度超过了…);
* a clause whose subject is a place (云川市的标准是100万元);
* another fund's money on top (加上国家专项资金…);
* a worked example and all behind it (也就是说，一对月入1万元的夫妻…, 以贷款90万元计算，可节省…, 预计惠及3万户);
* an opening clause that measures against a place (对标云川、海州等城市最高60万元的补贴，《措施》将…).

The place whose instrument it is, its districts and classes of places (设区市, 试点城市) are none of these.
"""

from __future__ import annotations

from policydiff.patterns import lazy

__all__ = ["CITIES", "PROVINCES", "WORKED_OUT", "aside", "opening_aside"]

PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|"
    "台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
CITIES = "广州|深圳|南京|武汉|沈阳|西安|成都|济南|杭州|哈尔滨|长春|大连|青岛|厦门|宁波|合肥|苏州|长沙|郑州|福州"
"""The provinces and the great cities, which are named without 省 and 市."""
_CLASSES = "设区|县级|地级|副省级|直辖|计划单列|所在|有关|相关|同级"
_NAME = (
    rf"(?!{_CLASSES})[^，,。；：、《》（）()\d的与和同较比对在全我本各该每跨按给新从向为由于]{{2,4}}"
    r"(?:(?<![上超城门菜集夜楼股车房早闹花入退拟我本全各该])市|(?<![节跨全我本各该])省|自治[区州])"
    r"(?![级场区内委政财里发经科商人直属各值域区民价面长])"
)
_OTHERS = (
    "省会(?:城市)?|邻市|邻省|外省市?|外市|外地|(?:省内|国内|全国)?(?:其他|其它|周边|兄弟|同类|先进|一线|发达)(?:城市|省份|省市|地区|地市|区县)|"
    "(?:全国|全省|国内|省内|行业)平均"
)
_PLACE = rf"(?:{PROVINCES}|{CITIES}|{_OTHERS}|{_NAME})"
_AGAINST = (
    "(?:仅次于|比照|对标|参照|参考|借鉴|效仿|看齐|接近|相当于|高于|低于|超过|超出|优于|多于|少于|不及|不如|领先于?|"
    "赶超|追平)了?(?:的?是)?"
)
_LIKENED = "相比|相较|差距|差|相当|持平|一致|相同|看齐|接近|不相上下|拉开|标准|水平|做法|力度"
_FIGURE = r"[\d一二两三四五六七八九十百千]"
_COMPARED = (
    rf"(?:(?:较|(?<!占)比|{_AGAINST})(?P<a>{_PLACE})[^，,。；]{{0,16}}{_FIGURE}|"
    rf"(?:与|同|和|跟|相较于?|相比于?)(?P<b>{_PLACE})[^，,。；\d]{{0,12}}\d[^，,。；]{{0,12}}?(?:{_LIKENED})|"
    rf"(?P<c>{_PLACE})(?:市)?(?:的|现行|目前|则|同类|类似|相关|相应|这一|同一){{0,3}}[^，,。；：\d的对]{{0,8}}(?:为|是|达|仅|只有|最高)[^，,。；\d]{{0,4}}\d)"
)
_OUTCOME = r"节省|节约|省下|可省|能省|少还|少付|少缴|少交|少花|多贷|多拿|多领|多得|月供|利息|到手|大?约(?=[\d为])"
WORKED_OUT = (
    "(?:也就是说|也就意味着|(?:这|即)?意味着|换言之|换句话说|举(?:个|一)?例(?:子|来说|而言|说明)|打个比方|假设|假如|不妨算|"
    "算(?:一)?笔账|(?:据|经)(?:此|初步)?[测估]算|"
    rf"[以按](?:照)?[^，,。；]{{1,40}}(?:为例|(?:计算|测算|估算|来算)[，,](?=[^。；]{{0,40}}(?:{_OUTCOME})))|"
    "预计(?![^，,。；]{0,40}的[，,])|"
    r"这(?:一|个|项)?(?:标准|额度|比例|水平|力度|数字|金额|上限)?(?:比|较|高于|低于|超过|相当于)(?=[^，,。；]{0,20}\d)|"
    r"一[对套名位户家辆台间](?![^，,。；]{0,40}(?:以[上下内]|低于|高于|不足|不满|超过|不少于))[^，,。；]{0,20}\d[^，,。；]{0,12}的"
    "(?=[^，,。；]{1,16}(?:[，,]|可|能|只|仅|需)))"
)
"""A worked example: whoever reckons with 一套200万元的房子 reckons, and lays nothing down.

Provisions reckon, too (不足一年的，以一年计算，…), but not what anybody saves; and what they give goes to 每家 or
单家企业 and to all 以上, never to 一家年产值5000万元的企业.
"""
_TURNS = lazy(
    rf"[，,](?=(?:而|但)?{WORKED_OUT})|"
    r"[，,](?:(?=(?:再)?(?:加上|叠加|算上)(?:了)?(?:中央|国家|省|上级|区|县)|"
    r"(?:远|均|也|大大|明显|大幅|略)?(?:高于|低于|超过|优于|多于|不及|领先于?)"
    rf"(?:{PROVINCES}|{CITIES}|邻|外|省内|国内|全国|全省|周边|其他|其它|同类|兄弟|此前|以前|以往|过去|原来?|旧|[^，,。；\d]{{2,6}}[市省区县](?![级场内委政]))|"
    rf"(?:而|相比之下|相比)[，,]?(?:{PROVINCES}|{CITIES}|邻|外省|省内|国内|全国|周边|其他|其它|同类|兄弟|中央|国家|省财政|"
    r"[^，,。；\d对的]{2,6}[市省区县](?![级场内委政])))|"
    rf"(?=(?:而|但|不过|相比之下|其中)?(?:[^，,。；《》\d的对按]{{0,8}}?){_COMPARED}))"
)
_OPENS = lazy(rf"^(?:而|但|不过|此前|同时|此外)?[，,]?{_COMPARED}[^，,。；]{{0,40}}[，,]")
_REACH = 200


def aside(words: str, home: str = "") -> int | None:
    """Where a sentence begins to compare its figures with another place's or to add another's money to them.

    `home` names the place whose instrument it is: what is said of that place is no comparison.

    >>> words = "每辆给予5万元补贴，与邻市的8万元相比还有差距。"
    >>> words[aside(words):]
    '与邻市的8万元相比还有差距。'
    >>> words = "每辆给予5万元补贴，以购车20辆计算，可节省100万元。"
    >>> words[aside(words):]
    '以购车20辆计算，可节省100万元。'
    >>> aside("每辆给予5万元补贴，云川市的标准为8万元。", "云川市冷链发展若干措施")
    """
    for found in _TURNS.finditer(words):
        if _foreign(found["a"] or found["b"] or found["c"], home):
            return found.end()
    return None


def opening_aside(words: str, home: str = "") -> int | None:
    """Where the clause ends that opens a sentence by measuring against another place.

    >>> words = "对标成都等城市最高60万元的补贴，《措施》将上限定为80万元。"
    >>> words[opening_aside(words):]
    '《措施》将上限定为80万元。'
    """
    found = _OPENS.match(words, 0, _REACH)
    return found.end() if found and _foreign(found["a"] or found["b"] or found["c"], home) else None


def _foreign(place: str | None, home: str) -> bool:
    """Whether a comparison is with another place: one whose name the instrument's title does not bear."""
    return place is None or place not in home
