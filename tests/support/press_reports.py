"""A made-up draft and three press reports of what was issued, as a page, a text and a Word file.

They agree on the boats (60万元), contradict each other on the nets (8万元, 9万元), and each tells something of its own.
The page is a round-up: most of it speaks of another instrument.
"""

from __future__ import annotations

from pathlib import Path

from support.docx_files import document, paragraph, run

__all__ = ["DRAFT", "FILES", "TITLE", "write_files"]

TITLE = "海州市支持海洋产业发展若干措施"
DRAFT = f"""{TITLE}（征求意见稿）

为促进我市海洋产业发展，制定本措施。

一、支持电动渔船。对购置电动渔船的企业，每艘给予最高50万元补助。（责任单位：市渔业局）

二、支持生态网箱。对新建生态网箱的养殖户，每个给予5万元奖励。（责任单位：市渔业局）

三、支持冷链设施。对新建冷库的企业，按投资额的20%给予最高100万元补助。（责任单位：市商务局）

四、支持船员培训。对取得证书的船员，每人给予2000元补贴。（责任单位：市人社局）

本措施自发布之日起施行，有效期三年。
"""
_PAGE = f"""<html><head><title>一周新政</title></head><body><h1>一周新政速览</h1>
<p>近日，邻市印发《云泽市促进低空物流发展若干规定》。《云泽市促进低空物流发展若干规定》提出，对新开航线的企业，每条给予最高300万元补助。</p>
<p>《云泽市促进低空物流发展若干规定》明确，对新建起降场的企业，每个给予最高70万元补助。</p>
<p>《云泽市促进低空物流发展若干规定》还提出，每年遴选5个示范项目。</p>
<p>《{TITLE}》提出，对购置电动渔船的企业，每艘给予最高60万元补助。</p>
<p>《{TITLE}》明确，对新建生态网箱的养殖户，每个给予8万元奖励。</p></body></html>
"""
_TEXT = f"""海州出台海洋产业新政

近日，《{TITLE}》（以下简称《措施》）印发。《措施》提出，对购置电动渔船的企业，每艘给予最高60万元补助。

《措施》明确，对新建生态网箱的养殖户，每个给予9万元奖励。
"""
_WORD = (
    "渔港人家盼来好消息",
    "日前，海州市印发《海州支持海洋产业发展若干政策措施》。",
    "《海州支持海洋产业发展若干政策措施》提出，对新建冷库的企业，按投资额的30%给予最高100万元补助。",
)
FILES = ("page.html", "news.txt", "bulletin.docx")


def write_files(folder: Path) -> tuple[Path, tuple[Path, ...]]:
    """Write the draft and the reports into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    draft, *reports = (folder / name for name in ("draft.txt", *FILES))
    draft.write_text(DRAFT, encoding="utf-8")
    reports[0].write_text(_PAGE, encoding="utf-8")
    reports[1].write_text(_TEXT, encoding="utf-8")
    reports[2].write_bytes(document("".join(paragraph(run(line)) for line in _WORD)))
    return draft, tuple(reports)
