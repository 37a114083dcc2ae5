"""Invented laws of any size, and revisions of them: the same for the same seed, and of no particular field.

Articles share the language of their law, as real ones do, and differ in who must do what under which condition.
"""

from __future__ import annotations

from itertools import count
from random import Random

from policydiff.numerals import to_han

__all__ = ["law", "revised"]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_WHO = _words(
    "港口经营人 引航机构 船舶所有人 拖轮公司 航标管理站 渔港监督机构 码头业主 理货公司 船员培训机构 救助打捞单位 "
    "疏浚企业 保税仓库 冷链企业 潜水作业人员 船舶代理人 验船师 浮桥管理所 水文站 海员服务中心 游艇俱乐部 "
    "危险货物承运人 储罐经营人 装卸工班 调度室 海事仲裁员 海底电缆业主 人工岛建设单位 滩涂承包户 养殖合作社 "
    "观测浮标维护人"
)
_WHEN = _words(
    "进港前 离港后 台风信号悬挂期间 汛期 夜间作业时 检修完成后 变更登记事项时 发生溢油事故时 收到整改通知后 合同终止时 "
    "能见度不足时 水位超过警戒线时 首次靠泊前 转让经营权时 超过核定载重时 进行水下爆破前 使用岸电期间 遇险求救时"
)
_WHAT = _words("提交 公布 保存 更新 查验 报送 登记 封存 复核 移交 张贴 抽查 备案 校准 更换 清点 编制 核销 追溯 注销")
_THING = _words(
    "泊位使用计划 航道测深图 压载水记录簿 系泊缆绳 装卸作业票 应急演练方案 值班日志 危险品清单 船员适任证书 浮标灯器 "
    "消防泵 储罐液位表 冷藏温度曲线 潜水作业许可 拖带方案 潮位观测数据 污油接收单 集装箱铅封 岸电接线箱 引航签证单 "
    "防台预案 沉船打捞报告 护舷 起重机检验标志 养殖海域界址图 仓单 水尺计重证书 碰垫 围油栏 保函"
)
_TO = _words(
    "海事管理机构 市港口主管部门 渔业协会 上级调度中心 保险公司 同级档案馆 行业公会 航道局 验收专家组 利害关系人"
)
_FORMS = (
    "{who}{when}应当在{n}日内{what}{thing}，并抄送{to}。",
    "{who}不得{what}他人的{thing}；确有必要的，应当取得{to}书面同意。",
    "{when}，{who}可以向{to}申请减免{thing}费用，减免比例不超过{r}%。",
    "{to}对{who}的{thing}每{m}个月检查一次，检查结果记入信用档案。",
    "{who}未按规定{what}{thing}的，由{to}责令改正，处{m}万元以上{n}万元以下罚款。",
    "鼓励{who}{when}采用电子方式{what}{thing}，给予最高{n}万元补助。",
    "{thing}的格式由{to}制定，{who}应当使用统一格式，保存期限不少于{m}年。",
)


def law(articles: int, seed: int) -> list[str]:
    """A law by lines: its title, and an article a line."""
    random = Random(seed)
    bodies = ["".join(_sentence(random) for _ in range(random.randint(1, 4))) for _ in range(articles)]
    return ["海州港航条例", *_numbered(bodies)]


def revised(lines: list[str], seed: int) -> list[str]:
    """A revision: of twenty articles some eleven stay, five are edited, and of the rest some are dropped, moved, split
    or preceded by a new one."""
    random = Random(seed)
    bodies: list[str] = []
    for line in lines[1:]:
        body = line.partition("　")[2]
        fate = random.randrange(20)
        if fate == 0:
            continue
        if fate == 1:
            bodies.append(_sentence(random) + _sentence(random))
        elif fate == 2:
            bodies.insert(max(0, len(bodies) - random.randint(3, 30)), body)
            continue
        elif fate == 3 and body.count("。") > 1:
            first, rest = body.split("。", 1)
            bodies += [f"{first}。", rest]
            continue
        elif fate < 9:
            body = _edited(body, random)
        bodies.append(body)
    return [lines[0], *_numbered(bodies)]


def _numbered(bodies: list[str]) -> list[str]:
    return [f"第{to_han(number)}条　{body}" for number, body in zip(count(1), bodies, strict=False)]


def _sentence(random: Random) -> str:
    return random.choice(_FORMS).format(
        who=random.choice(_WHO),
        when=random.choice(_WHEN),
        what=random.choice(_WHAT),
        thing=random.choice(_THING),
        to=random.choice(_TO),
        n=random.randint(11, 90),
        m=random.randint(2, 10),
        r=random.randint(5, 60),
    )


def _edited(body: str, random: Random) -> str:
    """One word for another, a sentence more, or a sentence less."""
    how = random.randrange(4)
    if how == 0:
        return body + _sentence(random)
    if how == 1 and body.count("。") > 1:
        return body.split("。", 1)[1]
    before, after = random.choice(
        (("应当", "可以"), ("书面", "电子"), ("日内", "个工作日内"), ("万元", "千元"), ("检查", "抽查"))
    )
    return body.replace(before, after)
