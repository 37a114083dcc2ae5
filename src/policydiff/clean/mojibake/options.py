"""The thresholds of repairing mojibake, each with its story."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["MojibakeOptions"]


@dataclass(frozen=True, slots=True)
class MojibakeOptions:
    """When spoiled text is taken for spoiled, and when its repair is believed.  Likelihoods are natural logarithms."""

    longest_run: int = 48
    """How far behind a false mark its run may reach.  A run ends at the next true mark or Latin letter; sentences of
    official prose have 30 characters between two marks at most."""

    longest_reading: int = 18
    """The longest run that is read.  Traditional text is right again after four characters on the average; simplified
    text goes on to the next mark, and loses every fourth pair of bytes on the way: longer runs have no one reading."""

    context: int = 4
    """How many characters to either side take part in the words of a run; the dictionary's words are hardly longer."""

    best: int = 6
    """How many readings are carried along at each place.  The second best decides how sure the best one is."""

    gaps: int = 1
    """The most pairs of bytes that were dropped from one run.  With one, some two thousand readings fit; with two it is
    millions, hundreds of which are good Chinese."""

    gap_cost: float = 2.0
    """What a dropped pair costs.  It stands for two thousand readings, the best of which looks good by chance."""

    gap_frequency: int = 300
    """How often a character stands in the dictionary, in 60 million, to be thought of where nothing of it is left."""

    breadth: int = 32
    """How many places are followed that lie equally far: the byte behind a dropped pair can be any of ninety."""

    pruning: float = 16.0
    """How much less likely than the best at its place a reading may be to be followed further."""

    lone_orphan: float = 4.0
    """What it costs a character of which one byte is left to be a word by itself.  The dictionary counts 模, 停 and 保
    as words, which they hardly ever are; a full stop, the commonest orphan of all, is no word and does not pay."""

    commoner: float = 12.0
    """How much likelier than the page's own text a repair must be.  Spoiled text loses some ten per character; an odd
    but healthy turn of phrase gains three or four when it is read otherwise."""

    certain: float = 5.5
    """How much likelier than all other readings together one must be, to be taken without a note; 245 to 1.  None of a
    thousand sentences of laws, spoiled at random, was taken for another without one."""

    stands_out: float = 3.5
    """How much likelier than all other readings together one must be, to be taken as inferred; 33 to 1."""

    stands_out_lost: float = 5.0
    """The same where the last byte is lost: the words say little of the last character, for it may begin the next."""

    natural: float = 9.5
    """The most a repaired character may cost on the average.  Prose costs 5 to 7, a list of rare words 9."""

    effort: int = 200_000
    """How many steps all runs of one text may take together; a run takes ten to thirty thousand, and a second or two is
    what a badly spoiled page is worth.  A run that is not looked at stays as it is."""

    stretches: int = 300
    """How many doubtful places of one text are looked at.  Pages have a dozen, and more than this is an attack."""

    odd_share: float = 0.3
    """The share of rare characters from which a stretch is looked at.  Spoiled stretches have a half of them, lists of
    names a quarter."""

    recoded_share: float = 0.25
    """The share of rare characters in a run that may be Chinese decoded in the wrong charset; these have a half of
    them, healthy text a few hundredths."""

    recoded_sample: int = 300
    """How much of a long run is tried in every pair of charsets; the rest is of the pair that does best on it."""

    recoded_han: int = 4
    """The fewest Chinese characters that tell one charset of two bytes from another; UTF-8 needs no such number, for
    its bytes are never in order by chance."""

    natural_recoded: float = 8.0
    """The most that a character may cost on the average when one charset of two bytes is taken for another."""

    recoded_proof: int = 12
    """So many Chinese characters of a text, repaired, prove the way it was misread: then what is too short to tell by
    itself (万元。, 年) was misread in the same way."""

    damaged_share: float = 0.5
    """The share of rare characters from which a run counts as still in the wrong charset."""

    unnatural: float = 16.0
    """What a character of such a run costs at least.  Names in rare characters cost 14, lists of rare animals 8."""
