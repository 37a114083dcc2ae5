"""What several renderings say in the same words, in Chinese and English."""

from __future__ import annotations

from typing import Final

__all__ = ["SHARED"]

SHARED: Final[dict[str, tuple[str, str]]] = {
    "figures": ("变化的数值", "The figures that changed"),
    "kept": ("未变的数值", "Figures that did not change"),
    "silent": ("报道未提及的数值", "Figures the reports do not mention"),
    "no_figures": ("没有发现数值变化。", "No figure was found to have changed."),
    "symbols": (
        "␀、⟦U+202E⟧一类的符号代表原文中无法显示的控制字符。",
        "Signs such as ␀ and ⟦U+202E⟧ stand for control characters that cannot be shown.",
    ),
    "registered": (
        "状态、日期、文号和官方网址由收录者登记（version.toml），其余均出自所列来源。",
        "Status, date, document number and official URL are entered by whoever keeps the corpus (version.toml).",
    ),
}  # fmt: skip
