"""Healthy sentences of official prose that look like noise here and there: all of them stay as they are."""

from __future__ import annotations

import pytest

from policydiff.clean import clean
from policydiff.model import Source
from policydiff.read import read_bytes
from policydiff.read.plain import line_blocks

HEAD = "某市促进产业发展若干措施\n第一条 为了促进产业发展，根据有关法律法规，制定本措施。"
FOOT = "第九条 本措施自公布之日起施行，由市工业和信息化局负责解释。\n某市人民政府\n2024年3月27日"
SENTENCES = (
    # signs inside Chinese
    "支持5G+工业互联网融合应用，鼓励企业建设“5G+工业互联网”示范工厂。",
    "对获得A轮/B轮融资的企业，按融资额的1%给予奖励。",
    "鼓励开展C++、C#、Java等语言的开源项目建设。",
    "沪宁（上海-南京）、京沪（北京-上海）等路线开通试点，推动产-学-研-用一体化。",
    "补助金额=（设备投资额-财政资助）×30%，且不超过500万元。",
    "支持“专精特新*”企业（*指认定满一年）发展。",
    "**企业规模按照国家统计局标准执行。",
    "甲·乙·丙三方合作；列夫·托尔斯泰的作品。",
    "满足x<5且y>3的条件；温度<20℃或>30℃时停止作业。",
    "<附件1>申报表、<附件2>承诺书。",
    "控制N,N-二甲基甲酰胺、1,2-二氯乙烷、α-甲基苯乙烯等物质排放。",
    "R&D经费、M&A基金、AT&T公司的标准。",
    # figures
    "咨询电话：010-12345678、0512-87654321转801。",
    "每亩补助1,200.50元，比例为3：2，时间为8：30—17：30。",
    "支持建设1-2个国家级平台、3～5个省级平台，投资1—2亿元。",
    "北纬30°15′—30°45′，东经120°10′20″。",
    "给予50万元（含）以上、100万元（不含）以下的奖励，年利率4.35%、费率万分之五。",
    "2.5G基站建设不少于1000个。",
    "一、二、三产业融合发展。",
    # names and titles
    "《关于促进 AI for Science 发展的若干措施》由市科技局负责解释。",
    "按照《信息安全技术 网络安全等级保护基本要求》执行。",
    "推进IPv6、NB-IoT、Wi-Fi 6、USB Type-C等标准应用，符合GB/T 19001-2016。",
    "重（chóng）新核定，与（yù）会人员，处（chǔ）理。",
    "联系人：方筱玥、王喆、李昇、张祎、赵堃、陈燚。",
    "钇、镧、铈、镨、钕、钷、钐、铕、钆、铽等稀土元素。",
    "乾县、干部、干燥、后来、皇后、里程、公里、于某、余某、发展、头发。",
    # blanks to fill in
    "法定代表人（签字）：　　　　　　年　　月　　日",
    "□是　□否",
    "申报单位（盖章）：____________",
    "单位：万元\n序号\t项目名称\t完成时限\n1\t智能工厂\t2024年12月\n合计\t3\t—",
    # what pages say of themselves, said by a document
    "互联网信息服务提供者应当依法办理ICP备案手续，在首页标明备案编号。",
    "网站标识码由主管部门统一编制。",
    "ICP备案手续由企业自行办理。",
    "版权所有者可以申请登记。",
    "版权归属由合同约定，没有约定的归作者所有。",
    "未经许可不得转载、复制。",
    "未经同意不得复制商业秘密。",
    "转载、摘编新闻信息的，应当注明来源。",
    "如有侵权行为，权利人可以要求删除。",
    "编辑：指对文字、图片进行加工的活动。",
    "来源：财政拨款50万元，自筹30万元。",
    "记者站的设立应当经省新闻出版局批准。",
    "扫码支付、刷脸支付等支付方式应当保障安全。",
    "关注公众号“某某发布”即可办理。",
    "下载“某某通”客户端，查看办理进度。",
    "分享、转发违法信息的，依法处理。",
    "有线索的，应当移送公安机关。",
    "打印、复印费用由申请人承担。",
    "上一篇文章所述情形除外。",
    "发布时间为2024年3月27日，浏览量超过100万次的作品给予奖励。",
    "申报网址：https://www.example.gov.cn/apply?a=1&b=2",
    "联系电话：12345678\n地址：某市某区某路1号",
    "附件：1.申报表\n2.承诺书",
    "页码从第1页起连续编排，共10页。",
    "（此件公开发布）",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_official_prose_stays(sentence: str) -> None:
    text = f"{HEAD}\n{sentence}\n{FOOT}"
    cleaned = clean(Source("措施.txt", "text/plain", "utf-8", "", text, line_blocks(text)))
    assert cleaned.text == text
    assert cleaned.steps == ()
    assert cleaned.doubts == ()


@pytest.mark.parametrize("sentence", [line for line in SENTENCES if "\n" not in line and "　" not in line])
def test_official_prose_stays_on_a_web_page(sentence: str) -> None:
    text = f"{HEAD}\n{sentence}\n{FOOT}"
    lines = "".join(f"<p>{line.replace('&', '&amp;').replace('<', '&lt;')}</p>" for line in text.split("\n"))
    page = f"<html><head><title>某市促进产业发展若干措施</title></head><body><div>{lines}</div></body></html>"
    assert clean(read_bytes(page.encode(), "page.html")).text == text
