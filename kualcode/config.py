"""The study's settings, `kualcode.yaml`: unknown keys are refused, and every problem is told at once."""

from __future__ import annotations

from dataclasses import dataclass

from kualcode.errors import Bi, InvalidFile, Problem
from kualcode.text import squash
from kualcode.yamlsafe import Path, Positions, nearest, unknown_key
from kualcode.yamlsafe import load as load_yaml

# Key -> the Indonesian word for it, which is accepted too.
KEYS = {
    "title": "judul",
    "researcher": "peneliti",
    "interviewers": "pewawancara",
    "design": "desain",
    "role_groups": "kelompok_peran",
    "research_questions": "rumusan_masalah",
    "guides": "pedoman",
    "codebook": "buku_kode",
    "language": "bahasa",
}
AXES = {
    "teknik": "teknik",
    "sumber": "sumber",
    "waktu": "waktu",
    "technique": "teknik",
    "source": "sumber",
    "time": "waktu",
}
GUIDES = {
    "interview": "interview",
    "observation": "observation",
    "documentation": "documentation",
    "wawancara": "interview",
    "observasi": "observation",
    "dokumentasi": "documentation",
}
LANGUAGES = ("id", "en")
_CANONICAL = {
    **{key: key for key in KEYS},
    **{word: key for key, word in KEYS.items()},
    "interviewer": "interviewers",
}


@dataclass(frozen=True, slots=True)
class StudyConfig:
    """What a study says about itself; everything may be left out."""

    title: str | None = None
    researcher: str | None = None
    interviewers: tuple[str, ...] = ()
    design: tuple[str, ...] = ()  # teknik, sumber, waktu
    role_groups: tuple[tuple[str, tuple[str, ...]], ...] = ()  # group -> positions
    research_questions: tuple[str, ...] = ()
    guides: tuple[tuple[str, tuple[str, ...]], ...] = ()  # source type -> codes asked
    codebook: str | None = None  # path inside the study folder
    language: str = "id"  # of the transcripts

    def role_group(self, role: str | None) -> str | None:
        """The group a position belongs to, upper and lower case alike; None where no group names it.

        A listed position counts when it is the whole role or its first words, and the longest one decides:
        "Kasi" holds for "Kasi Pelayanan Umum", but "Camat" never for "Sekretaris Camat".
        """
        wanted = squash(role or "").casefold()
        fit = [
            (len(position), group)
            for group, positions in self.role_groups
            for position in positions
            if _opens(wanted, squash(position).casefold())
        ]
        return max(fit)[1] if fit else None


def load(text: str, name: str) -> StudyConfig:
    """The settings in a YAML text; InvalidFile carries every problem with file, line and column."""
    value, positions = load_yaml(text, name)
    reader = _Reader(positions)
    config = reader.config(value)
    if reader.problems:
        raise InvalidFile(_HEADLINE.fill(name=name), reader.problems)
    return config


def _opens(role: str, position: str) -> bool:
    return role == position or role.startswith((f"{position} ", f"{position},", f"{position}/"))


class _Reader:
    """Turns plain YAML values into settings and notes what does not fit."""

    def __init__(self, positions: Positions) -> None:
        self.positions = positions
        self.problems: list[Problem] = []

    def config(self, value: object) -> StudyConfig:
        """The whole file."""
        given = self.mapping(value, ())
        keys = {_CANONICAL[key]: key for key in given if key in _CANONICAL}
        for key in given:
            if key not in _CANONICAL:
                self.problems.append(unknown_key(self.positions.where((key,)), key, _CANONICAL))
            elif keys[_CANONICAL[key]] != key:
                self.report((key,), _TWICE.fill(key=key, other=keys[_CANONICAL[key]]), _KEEP_ONE)
        path = {key: (keys.get(key, key),) for key in KEYS}
        at = {key: given.get(path[key][0]) for key in KEYS}
        return StudyConfig(
            title=self.words(at["title"], path["title"]),
            researcher=self.words(at["researcher"], path["researcher"]),
            interviewers=self.several(at["interviewers"], path["interviewers"]),
            design=self.choices(at["design"], path["design"], AXES),
            role_groups=self.groups(at["role_groups"], path["role_groups"]),
            research_questions=self.several(at["research_questions"], path["research_questions"]),
            guides=self.guides(at["guides"], path["guides"]),
            codebook=self.words(at["codebook"], path["codebook"]),
            language=self.language(at["language"], path["language"]),
        )

    def report(self, path: Path, what: Bi, fix: Bi) -> None:
        """Note a problem at a path."""
        self.problems.append(Problem(self.positions.where(path), what, fix))

    def mapping(self, value: object, path: Path) -> dict[str, object]:
        """Keys and values; nothing written is an empty mapping."""
        if value is None or isinstance(value, dict):
            return value or {}
        self.report(path, _NOT_MAPPING, _WRITE_MAPPING)
        return {}

    def words(self, value: object, path: Path) -> str | None:
        """One text; a number is taken as it is written."""
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return squash(str(value))
        self.report(path, _NOT_TEXT, _WRITE_TEXT)
        return None

    def several(self, value: object, path: Path) -> tuple[str, ...]:
        """A list of texts; one text alone is a list of one."""
        if value is None:
            return ()
        items = value if isinstance(value, list) else [value]
        read = [
            self.words(item, (*path, index) if isinstance(value, list) else path) for index, item in enumerate(items)
        ]
        return tuple(text for text in read if text is not None)

    def choices(self, value: object, path: Path, known: dict[str, str]) -> tuple[str, ...]:
        """A list of known words, in stored form, each once."""
        chosen = []
        for index, word in enumerate(self.several(value, path)):
            if word.casefold() in known:
                chosen.append(known[word.casefold()])
            else:
                guess = nearest(word, known)
                self.report(
                    (*path, index),
                    _WORD.fill(word=word),
                    _MEANT.fill(guess=guess) if guess else _KNOWN.fill(names=", ".join(known)),
                )
        return tuple(dict.fromkeys(chosen))

    def groups(self, value: object, path: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Role groups; a position belongs to one group only."""
        groups = []
        owner: dict[str, str] = {}
        for group, positions in self.mapping(value, path).items():
            listed = self.several(positions, (*path, group))
            for position in listed:
                other = owner.setdefault(position.casefold(), group)
                if other != group:
                    self.report((*path, group), _TWO_GROUPS.fill(position=position, other=other), _KEEP_ONE)
            groups.append((group, listed))
        return tuple(groups)

    def guides(self, value: object, path: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Which codes each instrument asks for."""
        guides: dict[str, tuple[str, ...]] = {}
        for key, codes in self.mapping(value, path).items():
            kind = GUIDES.get(key.casefold())
            if kind is None:
                self.problems.append(unknown_key(self.positions.where((*path, key)), key, GUIDES))
            elif kind in guides:
                self.report((*path, key), _TWICE.fill(key=key, other=kind), _KEEP_ONE)
            else:
                guides[kind] = self.several(codes, (*path, key))
        return tuple(guides.items())

    def language(self, value: object, path: Path) -> str:
        """The transcripts' language, Indonesian unless said otherwise."""
        word = self.words(value, path)
        if word is None:
            return "id"
        if word not in LANGUAGES:
            self.report(path, _WORD.fill(word=word), _KNOWN.fill(names=", ".join(LANGUAGES)))
        return word


UNREADABLE = Bi(
    "{name} tidak terbaca sebagai teks UTF-8. Simpan ulang sebagai UTF-8.",
    "{name} cannot be read as UTF-8 text. Save it again as UTF-8.",
)
_HEADLINE = Bi("{name} tidak dapat dipakai:", "{name} cannot be used:")
_TWICE = Bi("“{key}” dan “{other}” berarti sama.", "“{key}” and “{other}” mean the same.")
_TWO_GROUPS = Bi("“{position}” sudah ada di kelompok “{other}”.", "“{position}” is already in the group “{other}”.")
_KEEP_ONE = Bi("Sisakan satu.", "Keep one.")
_NOT_MAPPING = Bi("Di sini diperlukan pasangan kunci dan nilai.", "Keys with values are needed here.")
_WRITE_MAPPING = Bi("Tulis seperti “title: Kinerja pegawai”.", "Write it like “title: Staff performance”.")
_NOT_TEXT = Bi("Di sini diperlukan teks.", "A text is needed here.")
_WRITE_TEXT = Bi("Tulis satu teks, bila perlu di antara tanda kutip.", "Write one text, in quotes if need be.")
_WORD = Bi("“{word}” tidak dikenal.", "“{word}” is not known.")
_MEANT = Bi("Mungkin maksudnya “{guess}”?", "Did you mean “{guess}”?")
_KNOWN = Bi("Yang dikenal: {names}.", "Known here: {names}.")
