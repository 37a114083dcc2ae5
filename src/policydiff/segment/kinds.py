"""The kinds of instruments, which a title ends in."""

from __future__ import annotations

__all__ = ["INSTRUMENT"]

_KINDS = """
    法 条例 办法 措施 规定 细则 意见 方案 政策 通知 决定 规则 规划 计划 纲要 指引 指南 标准 公告 通告
    解释 批复 章程 目录 准则 基准 规程 法典 修正案 清单
"""
INSTRUMENT = "|".join(_KINDS.split())
"""Any of them, as a regular expression."""
