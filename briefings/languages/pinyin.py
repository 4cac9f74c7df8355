"""Find the family name in a Chinese name in Latin letters.

A name of two words is recognized by its syllables alone: the family name usually has one, and is
one of a few hundred. If both words may be the family name ("Wang Wei"), or the name is not Chinese,
there is no result.
"""

from __future__ import annotations

import re

_FINALS = {
    "": "a ai an ang ao e ei en er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ü üe v",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo ü üe v",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
_SYLLABLES = frozenset(
    initial + final for initial, finals in _FINALS.items() for final in finals.split()
)
_SYLLABLE = "|".join(sorted(_SYLLABLES, key=len, reverse=True))
_GIVEN = re.compile(rf"(?:{_SYLLABLE})[-'’]?(?:{_SYLLABLE})?")
# Common family names.
_COMMON = frozenset(
    "an bai ban bao bi bian cai cao cen chai chang che chen cheng chi chu cui dai deng diao "
    "ding dong dou du duan fan fang fei feng fu gan gao ge geng gong gu guan gui guo han hao "
    "he hong hou hu hua huang huo ji jia jian jiang jiao jin jing ju kang ke kong lai lan lei "
    "leng li lian liang liao lin ling liu long lou lu luan luo lv lü ma mao mei meng mi miao "
    "min mo mu ni nie ning niu ou pan pang pei peng pu qi qian qiao qin qiu qu quan rao ren "
    "rong ruan sang sha shan shang shao shen sheng shi shu song su sui sun tan tang tao teng "
    "tian tong tu wan wang wei wen weng wu xi xia xiang xiao xie xing xiong xu xuan xue yan "
    "yang yao ye yi yin ying you yu yuan yue zang zeng zha zhai zhan zhang zhao zhen zheng "
    "zhong zhou zhu zhuang zhuo zong zou zu zuo".split()
)
_RARE = frozenset(
    "ao bei bo cang chong chuan cong dang di e gai gang gou guang he hui jie kan kou kuang "
    "lang lao man mang ming pi ping qiang qing shou shuai shuang si tai tie xian xin ya yong "
    "yun zan zi".split()
)
_COMPOUND = frozenset(
    "dongfang huangfu linghu murong nangong ouyang shangguan situ sima xiahou zhangsun "
    "zhuge".split()
)


def family_in_pinyin(name: str) -> str:
    """Return the family name in a name of two words, or "" if it is uncertain.

    >>> [family_in_pinyin(one) for one in ("Zhao Xiaoming", "Xiaoming Zhao", "Zhou Dan")]
    ['Zhao', 'Zhao', 'Zhou']
    >>> family_in_pinyin("Wang Wei"), family_in_pinyin("Ben Hale"), family_in_pinyin("Ann Lee")
    ('', '', '')
    """
    words = name.split()
    if len(words) != 2 or not all(_GIVEN.fullmatch(word.casefold()) for word in words):
        return ""
    first_rank, last_rank = (_rank(word.casefold()) for word in words)
    if first_rank == last_rank:
        return ""
    family, given = words if first_rank > last_rank else reversed(words)
    # A rare family name is only recognized if the other word has two syllables.
    certain = max(first_rank, last_rank) > 1 or given.casefold() not in _SYLLABLES
    return family if certain else ""


def _rank(word: str) -> int:
    """Return how certain it is that a word is a family name; 0 means that it is none."""
    if word in _COMPOUND:
        return 3
    return 2 if word in _COMMON else 1 if word in _RARE else 0
