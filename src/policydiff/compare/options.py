"""What comparison calls alike enough, and why."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CompareOptions"]


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """Thresholds of comparison, all shares from 0 to 1.

    Two figures are paired by what they are about; how far their values lie apart never counts.  The floors were set by
    reading: below them, a reader no longer agrees that two clauses are about one thing.
    """

    clause_floor: float = 0.4
    """Two sentences of linked articles are one sentence, edited, from this likeness on."""
    place_bonus: float = 0.2
    """What standing behind the same unchanged sentence adds: among items worded alike, 乙类渔船处五千元 became
    乙类渔船处八千元 in its place, and not the new 丙类渔船处五千元 that stands elsewhere."""
    restated_floor: float = 0.15
    """Of an article that a statement restates, it restates the sentence that holds most of it, at least this share."""
    replaced_floor: float = 0.35
    """A sentence with less than this share of its words kept is shown as replaced, not as a patchwork."""
    edit_worth: int = 1
    """Of two ways to mark one sentence, the one with an edit more must keep more characters than this."""
    rewritten_floor: float = 0.15
    """The one sentence of an article without a partner on either side, between the same neighbours, was rewritten if
    this much of it stayed; one that shares less and does another thing was struck out, and the other put in."""
    moved_floor: float = 0.6
    """A sentence stands in another provision now from this likeness on: clearly the same one, edited or not.  Over ten
    revisions of laws the pairs from 0.6 on are one sentence; below 0.5 most only share their subject."""
    moved_least: float = 6.0
    """A sentence of set phrases only is no witness of a move: what it shares is set against this many pairs that no
    other sentence has."""
    term_floor: float = 0.3
    """Two figures of linked provisions are one figure, changed, from this likeness of their clauses on."""
    ladder_slack: float = 0.15
    """A threshold that kept its value is the same step, unless another one is liker by more than this."""
    ladder_nearness: float = 0.2
    """... nor nearer, both clauses taken whole, by more than this: of 申请人不超过45周岁，博士不超过50周岁 it is the
    first step that became 申请人不超过50周岁."""
    conflict_floor: float = 0.5
    """Two reports contradict each other if they give two figures for one thing, alike from this likeness on."""
    clause_weight: float = 0.6
    """What the clause around a figure counts: it says most of what the figure is about."""
    sentence_weight: float = 0.4
    """What the whole sentence counts: it decides between clauses of set phrases."""
    basis_bonus: float = 0.2
    """What one base, or for rates another base, adds or takes away."""
    facet_bonus: float = 0.1
    """What the same subject, the same per and the same bound add, each."""
    hanging_bonus: float = 0.5
    """What it adds to the rank of a pair that both figures are for each of one thing (每架次) or as often (每年), and
    takes away where one is for each of something and the other so often.  It decides between figures of one sentence;
    whether two may be paired at all it leaves to likeness."""
    thin_clause: float = 5.0
    """A clause of set phrases only (给予最高…资金支持) weighs as if it had this many pairs that no other clause has."""
    merged_share: float = 0.3
    """A figure of a merged provision goes on in the figure of another half, of another value, if the new sentence holds
    this share of the pairs of characters that only its own sentence had: of 船舶 in the middle of a list one in three
    stays, and of a thing that is not named any more, none."""
    merged_likeness: float = 0.8
    """Such a figure is at least so nearly as like the partner as the one that has it: a figure of a sentence that is
    new, of the same sum by chance, is not."""
    merged_named: float = 0.8
    """... unless the new sentence, with its items, holds this share of the pairs that only the figure's own had."""
    alternative_floor: float = 0.5
    """A figure elsewhere in the text is named as another possible partner from this likeness on."""
    same_basis: float = 0.5
    """Two bases (研发成本, 项目研发成本) are one from this share of the shorter in the longer on."""
    replacement_articles: int = 3
    """A wording replaced in as many articles is a global replacement."""
    replacement_share: float = 0.5
    """... if it gave way in this share of its places in linked articles.  Of 28 that readers named in ten laws, 23 lie
    above 0.6; an exchange that a few articles share by chance (依照 → 按照) lies below 0.5."""
    replacement_rest: float = 0.5
    """The same share once what other replacements explain is set aside: where 其登记的民政部门 became
    办理其登记的民政部门, those places say nothing of 民政部门 → 县级以上人民政府民政部门."""
    replacement_seen: int = 8
    """A difference seen in the same words in as many articles is told, even if the old wording stays in others."""
    renamed_share: float = 0.8
    """A thing is renamed throughout, which is no change of substance, if its old name stands no more in this
    share of its places."""
