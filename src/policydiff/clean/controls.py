"""The vocabulary of what a page says about itself: its controls, counters, imprint and prompts.

Three grades.  `is_furniture` lines are about the page wherever they stand.  `is_control` lines are made of the words
on buttons, which a document may use too (下载, 关注, 取消), so they count outside the text only.  `is_site_prose` are
whole sentences in which a site speaks of itself.  Lines are matched on their key (see `page`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from policydiff.clean.fields import DATE, TIME, is_tool_bar
from policydiff.clean.fields import is_furniture as is_publication
from policydiff.fold import HAN
from policydiff.patterns import lazy

__all__ = ["is_button_row", "is_control", "is_floor_mark", "is_furniture", "is_site_prose"]

_LONGEST = 160
_REMEMBERED = 1 << 14  # lines; rules ask the questions below again and again
_LONGEST_LABEL = 40
_OPEN, _CLOSE = r"[\[(【<*#※—▼▲↓↑>\s-]*+", r"[\])】>*#—▼▲↓↑<\s-]*+"
_STAMP = rf"{DATE}(?:{TIME})?"

_FURNITURE = lazy(
    rf"""{_OPEN}(?:
    # reading on, sharing
      (?:点击)?展开(?:全文|剩余.{{0,8}}) | 打开APP(?:,?(?:查看|阅读|体验|看).{{0,16}})?
    | 分享(?:到|至|给)\s*+:?[^。]{{0,40}} | 点个?[“"]?(?:在看|赞|关注).{{0,24}}
    | (?:点击)?(?:上方|下方|左下角|右上角)?[“"]?(?:蓝字|阅读原文)[”"]?.{{0,12}}
    | (?:点击)?关注(?:我们|该公众号|公众号)
    | (?:继续|向上)滑动看下一个 | 轻触阅读原文 | 预览时标签不可点 | .{{0,30}}轻点两下取消(?:赞|在看).{{0,20}}
    | (?:微信)?扫一扫.{{0,30}} | 扫码(?:登录|关注|下载|分享|阅读|查看|进群).{{0,16}}
    | 请使用.{{0,12}}(?:扫描|扫码).{{0,12}}
    | (?:长按|扫描|识别).{{0,12}}(?:二维码|小程序码).{{0,20}}
    # the next page
    | [上下]一(?:[篇条则页]|篇文章|条新闻)\s*+(?:[:】\])]\s*+:?.{{0,100}})? | 没有更多(?:内容)?了
    | (?:点击)?(?:加载|查看|浏览)更多.{{0,6}} | 加载中[.…]*
    | 还剩\s*+\d+\s*+页未读.{{0,8}} | 共\s*+\d+\s*+页.{{0,20}}第\s*+\d+\s*+页.{{0,20}}
    | (?:为您|共)?(?:为您)?(?:找到|搜索到)(?:相关)?(?:结果|信息|内容)?(?:约)?\s*+[\d,]+\s*+(?:个|条|项|篇).{{0,10}}
    # counters
    | (?:您|你)是第\s*+:?\s*+\d*\s*+位(?:访问者|访客|浏览者|读者)
    | (?:总|今日|本页|网站|本站)?(?:访问|浏览|点击)(?:总)?(?:量|数|人次)\s*+:?\s*+\d*(?:次|人次)?
    | 阅读\s*+\d[\d.]*\s*+万?\+? | \d[\d,.]*\s*+万?\s*+人(?:赞同|点赞|收藏|关注|划线).{{0,8}} | 人划线
    | (?:最后)?编辑于\s*+{_STAMP}
    | 收录于(?:合集|话题|专辑).{{0,30}} | (?:写|精选)留言 | 暂无评论.{{0,16}} | 已显示全部(?:内容)?
    | 阅读已结束.{{0,30}}
    # greetings, calendars
    | (?:今天|现在|当前时间)是?\s*+:?\s*+{DATE}.{{0,30}}
    | .{{0,8}}欢迎(?:您|你)?(?:的)?(?:访问|来到|光临|登录|使用)[^。]{{0,40}}(?:网|网站|平台|门户|系统|[!])
    | (?:您好|你好)[,!]?\s*+(?:请登录|游客).{{0,12}}
    # forums
    | 本帖最后由.{{1,40}}编辑 | (?:您|你)?需要登录后才(?:可以|能)(?:回帖|发帖|评论|回复|下载|查看).{{0,30}}
    | 查看\s*+:\s*+\d+\s*+[|,]?\s*+(?:回复\s*+:\s*+\d+)? | 请\s*+登录\s*+后.{{0,16}}
    | Powered\s+by\s.{{0,80}} | .{{0,40}}Processed\s+in\s.{{0,60}} | GMT\s?[+-]\s?\d.{{0,100}}
    # the imprint
    | (?:.{{0,60}}\s)?(?:[^\s。]{{0,4}})(?:ICP[备证]|公网安备|网安备)(?=.{{0,30}}[\d*x]{{4}}).{{0,100}}
    | .{{0,60}}网站标识码\s*+:?\s*+[a-z]{{0,3}}[\d*x]{{4}}.{{0,60}}
    | .{{0,40}}(?:copyright|©|all\s+rights\s+reserved).{{0,120}}
    | 版权(?:所有(?!者|人|权)|归[^。]{{1,20}}所有)\s*+:?[^。]{{0,60}}
    | (?:互联网新闻信息服务|信息网络传播视听节目|增值电信业务经营|广播电视节目制作经营|网络文化经营|出版物经营)
      许可证?[^\d。]{{0,20}}\d.{{0,40}}
    | .{{0,10}}(?:不良信息|网络谣言)[^。]{{0,8}}举报.{{0,60}}
    | (?:本网站?|网站)?(?:已)?支持IPv6.{{0,20}}
    | 友情链接\s*+:.{{0,100}} | 页面执行时间.{{0,30}} | (?:网站)?备案(?:序)?号\s*+:.{{0,60}}
    | 建议使用.{{0,40}}(?:浏览|浏览器|分辨率).{{0,20}} | (?:打印|抓取|快照)时间\s*+:.{{0,40}}
    | (?:[欢歡]迎(?:使用|引用|分享|链接)[\s,]*)?
      (?:[请請]勿|禁止|严禁|谢绝)(?:擅自|随意)?(?:转载|复制|抄袭|盗用)
    | 本(?:页|文|页面)(?:来自|网址|地址|链接|转自)\s*+:?.{{0,120}} | 文档加载完成 | 下载文档到电脑.{{0,20}}
    ){_CLOSE}""",
    re.VERBOSE | re.IGNORECASE,
)

_OUTSIDE = lazy(
    rf"""{_OPEN}(?:
      下载{HAN}{{0,8}}APP.{{0,16}} | (?:第\s*+)?\d{{1,4}}\s*+/\s*+\d{{1,4}}\s*+页?
    | \d+\s*+(?:人|次|条)?(?:评价|评论|跟贴|跟帖|回复|点赞|赞|收藏|阅读|浏览|下载)
    | (?:回复|评论|跟帖|点赞)\s*+:?\s*+\d+
    | (?:主题|帖子|积分|精华|威望|金钱|贡献|注册时间|最后登录|在线时间|阅读权限)\s*+:?\s*+[\d-]++(?:\s*+(?:小时|点))?
    | 签名(?:档)?\s*+:.{{0,60}}
    | [^。]{{0,40}}(?:升级|开通|购买)\s?(?:VIP|会员)[^。]{{0,12}}
    | (?:主办|承办|协办|运维|维护|建设|管理|版权)(?:单位)?\s*+:\s*+.{{1,80}}
    | (?:技术支持|网站建设|建站)\s*+:\s*+.{{1,40}}
    | (?:客服|服务|咨询)(?:热线|邮箱|QQ)\s*+:.{{0,80}} | (?:地址|邮编|邮政编码|传真|email)\s*+:.{{0,80}}
    | (?:您|你)?(?:当前|现在)?(?:所在)?的?位置\s*+(?::|是).{{0,80}}
    | (?:关注者|被浏览|粉丝|获赞|赞同|喜欢|回答|文章|访问量|阅读量)\s*+:?\s*+[\d,.]+\s*+万?
    | [^。,:]{{2,40}}(?:主办|承办|版权所有) | {HAN}{{2,40}}\s版权所有.{{0,100}}
    ){_CLOSE}""",
    re.VERBOSE | re.IGNORECASE,
)
_QUESTIONNAIRE = lazy(
    r"""(?:[*\s]{0,8}+(?:
      (?:您的|你的|联系)?(?:姓名|昵称|称呼|用户名|密码|电话|方式|手机号?码?|电子邮[箱件]|邮箱|e-?mail|地址|单位(?:名称)?|职业)
    | (?:意见|建议|留言|评论|反馈|咨询|信件)?(?:内容|标题|主题|类型) | 意见和?建议 | 身份证号码? | 是否公开 | [是否]
    | (?:图形|短信|获取)?验证码 | 看不清[,?]?(?:换一张)? | 请(?:输入|填写|选择)[^。:]{0,12}+
    | (?:还可)?(?:输入|剩余)\d{1,5}字 | (?:匿名)?(?:提交|评论)(?:意见|留言|评论)? | 重置 | 清空 | 发送
    )[\s*:]{0,8}+)++""",
    re.VERBOSE | re.IGNORECASE,
)
_FILLED_IN_HERE = lazy("验证码|请输入|请填写|提交|看不清")

_WORDS = r"""(?:
      (?:用户|会员|快速|统一|账号|扫码|VIP)?(?:登录|登陆|注册|会员)|请登录|立即注册|忘记密码|退出(?:登录)?|个人中心
      |会员中心|我的
    | (?:站内|高级|站群|全文|智能)?(?:搜索|检索|查找)|搜一[搜下]|热搜(?:词)?:?|热门搜索:?|请输入关键[词字]
    | 无障碍(?:阅读|浏览|服务|版)?|长者(?:模式|版|专区|助手)|适老(?:化|版)|关怀版|老年版|智能(?:问答|客服|机器人)
    |在线客服|意见反馈|我要{HAN}{2,4}
    | [繁简]体?(?:中文|版)?|English|EN|手机版|移动版|电脑版|触屏版|客户端(?:下载)?|APP(?:下载)?|小程序
    |政务(?:微信|微博|新媒体)|微信|微博|QQ空间|QQ|朋友圈|新浪微博
    | 设为首页|加入收藏|收藏本站|RSS(?:订阅)?|邮箱
    |返回(?:首页|页首|顶部|主站|列表|上级|上一页)?|回(?:到顶部|顶部|顶端|页首|首页)|顶部|置顶|页首
    |首页|网站首页|主页|尾页|末页|[上下]一页
    |共\s?\d{1,6}\s?(?:页|条(?:记录)?)|第\s?\d{1,4}\s?页|每页\s?\d{1,3}\s?条|跳转到?|转到
    | 关于(?:我们|本站|本网)|联系(?:我们|方式)|网站(?:地图|导航|声明|帮助|概况)|站点地图|使用帮助|帮助中心
    |隐私(?:政策|声明|保护|条款)|服务(?:协议|条款)|法律声明|版权声明
    | 广告(?:服务|合作|投放)?|推广|招聘(?:信息)?|人才招聘|诚聘英才|商务合作|投稿(?:邮箱)?|侵权(?:投诉|举报)|友情链接
    |举报|投诉|帮助|菜单|导航|关闭|更多|更多>>
    | 收藏(?:本页|本站)?|打印(?:本页|本文|此页|预览)?|关闭(?:窗口|本页)?|下载|转发|分享|评论|点赞|赞|在看|踩|回复
    |引用|置顶|精华|原创|\+?\s?关注|已关注|纠错|朗读|复制链接
    | 字[号体]:?|[大中小](?!{HAN})|默认|放大|缩小|全屏|缩略图|文档大纲|目录导航|展开|收起|换一换|取消|允许|确定
    |知道了|分析|使用小程序|不感兴趣|立即(?:下载|打开|登录|注册|查看|购买|申报|申请|办理|报名|预约|咨询|参与|评价|提交)|咨询|TOP|接受|喜欢|没有了|反馈错误|我要反馈|告诉好友
    |发表评论|打印此文|打印此页
    | 楼主|沙发|板凳|地板|只看该作者|倒序浏览|正序浏览|发消息|发新帖|发帖|高级模式|小黑屋|Archiver|家园|导读|淘帖
    | 时间不限|按(?:相关度|时间|热度)(?:排序)?|\d+|[x×]
    )""".replace("{HAN}", HAN)
_WORD = lazy(_WORDS + r"(?=[\s|/·•,、:()\[\]【】<>›»+-]|\d|$)", re.VERBOSE | re.IGNORECASE)
_GAP = lazy(r"[\s|/·•,、:()\[\]【】<>›»+-]+")
_SMALL_GAPS = lazy(r"\(\d{1,6}\)")

_FLOOR = lazy(
    rf"(?:楼主\s*+)?(?:\S{{1,20}}\s++)?发[表布]于\s*+:?\s*+(?:{_STAMP}|\d+\s*+(?:分钟|小时|天)前|昨天.{{0,6}}|前天.{{0,6}})(?:\s*+[|,]?.{{0,40}})?"
    rf"|(?:\d{{1,4}}|[一二三四五六七八九十])\s*+(?:楼|#)|.{{0,30}}只看该作者.{{0,30}}"
)

_SPEAKER = lazy(
    r"(?:本|该)(?:网站?|网?页面?|站|[文数]?据?库|平台|公众号|订阅号|论坛|APP|客户端|报|刊)|[^\s,。]{1,10}(?:网|平台)(?:版权|所有|声明)|(?:自媒体|用户)[^。]{0,8}(?:上传|发布)"
)
_SAYING = lazy(
    r"版权|著作权|侵权|转载|免责|仅供[^。]{0,4}(?:参考|学习|交流)|不代表[^。]{0,12}(?:观点|立场)|存储服务|用户上传|整理发布|来源于|来自(?:网络|互联网|各级)"
    r"|投稿|更正|撤稿|删除|自行(?:承担|核实)|服务协议|摘编|镜像"
)
_ALONE = lazy(
    r"(?:凡|凡是)?(?:本网|本站)?注明[“\"]?(?:来源|稿件来源)|未经(?:书面|本网|本站)?(?:授权|许可|允许)[^。]{0,8}(?:不得|禁止|严禁|请勿)(?:转载|复制|镜像|摘编)"
    r"|浏览器版本(?:过|太)低|升级(?:您的)?浏览器|使用\s?Cookie|同意我们的隐私"
    r"|文明上网|理性发言|遵守新闻评论服务协议|转载请注明"
)


_PROVISION = lazy(r"第[一二三四五六七八九十百零\d]{1,6}[编章节条]|\(?[一二三四五六七八九十]{1,3}[、).]")


@lru_cache(maxsize=_REMEMBERED)
def is_furniture(key: str) -> bool:
    """Whether a whole line is about the page wherever it stands.

    >>> [is_furniture(line) for line in ("展开全文", "上一篇:某通知", "第一条 为了规范分享行为，制定本办法。")]
    [True, True, False]
    """
    return len(key) <= _LONGEST and not _reads_on(key) and not _PROVISION.match(key) and bool(_FURNITURE.fullmatch(key))


def _reads_on(key: str) -> bool:
    """Whether a line is sentences: these no one sets on a button."""
    return len(key) > _LONGEST_LABEL and "。" in key


@lru_cache(maxsize=_REMEMBERED)
def is_control(key: str) -> bool:
    """Whether a line is made of the words on buttons and in the corners of a page, and of nothing else.

    >>> is_control("登录 | 注册"), is_control("打印 收藏(12) 关闭"), is_control("下载安装程序")
    (True, True, False)
    """
    if len(key) > _LONGEST or _reads_on(key):
        return False
    if is_publication(key) or is_tool_bar(key) or _OUTSIDE.fullmatch(key):
        return True
    if _FILLED_IN_HERE.search(key) and _QUESTIONNAIRE.fullmatch(key):
        return True
    return _is_row(key, _WORD)


def is_button_row(key: str) -> bool:
    """Whether a line of links is such words, set side by side without a gap: 立即申报收藏."""
    return len(key) <= _LONGEST_LABEL and _is_row(key, _glued_word())


@cache
def _glued_word() -> re.Pattern[str]:
    """The words, whatever stands behind them; few pages need it, and it takes a while to compile."""
    return re.compile(_WORDS, re.VERBOSE | re.IGNORECASE)


def _is_row(key: str, words: re.Pattern[str]) -> bool:
    at, found = 0, 0
    while at < len(key):
        if gap := _SMALL_GAPS.match(key, at) or _GAP.match(key, at):
            at = gap.end()
        elif word := words.match(key, at):
            at = word.end()
            found += not word[0].isdecimal()
        else:
            return False
    return found > 0


def is_floor_mark(key: str) -> bool:
    """Whether a line starts a post of a forum: 发表于 2025-2-19 15:24:11 | 只看该作者."""
    return len(key) <= _LONGEST and bool(_FLOOR.fullmatch(key))


@lru_cache(maxsize=_REMEMBERED)
def is_site_prose(key: str) -> bool:
    """Whether a sentence is the site's own: on rights, liability, or how to behave there.

    >>> is_site_prose("本站部分信息来源于网络，如有侵权请联系删除。"), is_site_prose("平台企业应当保护著作权。")
    (True, False)
    """
    return len(key) <= 4 * _LONGEST and bool((_SPEAKER.search(key) and _SAYING.search(key)) or _ALONE.search(key))
