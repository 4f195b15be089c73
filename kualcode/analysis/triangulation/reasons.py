"""The words of gates and confidence."""

from __future__ import annotations

from kualcode.analysis.evidence import Axis
from kualcode.errors import Bi

GROUPS: dict[Axis, Bi] = {
    "technique": Bi("teknik", "techniques"),
    "source": Bi("kelompok peran", "role groups"),
    "time": Bi("waktu", "times"),
}
AXIS: dict[Axis, Bi] = {
    "technique": Bi("triangulasi teknik", "triangulation of techniques"),
    "source": Bi("triangulasi sumber", "triangulation of sources"),
    "time": Bi("triangulasi waktu", "triangulation of time"),
}
VERDICTS = {
    "NO_DATA": Bi("Belum ada bukti yang dapat dihitung.", "No evidence that could be counted yet."),
    "UNATTRIBUTED": Bi(
        "Pernyataan tidak menyebut sumbernya: siapa yang berkata, atau dari teknik mana.",
        "The statements do not name their source: who said it, or by which technique it was found.",
    ),
    "DISSONANCE": Bi("Data antar{groups} bertentangan.", "The {groups} contradict one another."),
    "PARTIAL": Bi("Data antar{groups} hanya sebagian sejalan.", "The {groups} agree in part only."),
    "SILENCE": Bi(
        "Yang memuat penilaian hanya {k} {groups}; belum tertriangulasi.",
        "A side is taken by {k} of the {groups} only; not yet triangulated.",
    ),
    "NEUTRAL_ONLY": Bi(
        "Data hanya memerikan, tidak menilai: fakta boleh dilaporkan, tanpa kata penilaian.",
        "The data only describe: facts may be reported, without any word of appraisal.",
    ),
}
SETTLED = Bi(
    "Data antar{groups} bertentangan; peneliti menyelesaikannya secara tertulis.",
    "The {groups} contradict one another; the researcher has resolved it in writing.",
)
FEW_VOICES = Bi(
    "Suara yang menilai: {n}; paling sedikit {least}.",
    "Voices that take a side: {n}; at least {least} are needed.",
)
NOT_PLACED = Bi(
    "{n} bukti tidak dapat ditempatkan pada {axis}: tanggal atau kelompok perannya belum dicatat.",
    "{n} pieces of evidence have no place in the {axis}: their date or role group is not recorded.",
)
ROLE_GROUPS = Bi(
    "Rancangan triangulasi sumber memerlukan paling sedikit dua kelompok peran.",
    "A design of triangulation of sources needs at least two role groups.",
)
FLAG = Bi("{rule}: {message}", "{rule}: {message}")
FLAG_SETTLED = Bi("{rule}, diselesaikan secara tertulis: {message}", "{rule}, resolved in writing: {message}")
FLAG_BELOW = Bi("{rule} pada {code}: {message}", "{rule} on {code}: {message}")
UNQUOTED = Bi(
    "{n} kutipan tidak ditemukan kata demi kata pada tempatnya.",
    "{n} quotes do not stand word for word in their place.",
)
UNRECORDED = Bi(
    "Persetujuan informan belum dicatat untuk {n} bukti.", "Consent is not yet recorded for {n} pieces of evidence."
)
OVERDUE = Bi(
    "Lembar member check belum kembali sampai batas waktunya ({n} bukti).",
    "A member-check sheet was not returned before its deadline ({n} pieces of evidence).",
)
CONTESTED = Bi(
    "Pemberi data tidak menyetujui {n} bukti pada member check.",
    "In the member check the informant disputes {n} pieces of evidence.",
)
DISPUTED = Bi("{n} bukti disengketakan dan tidak dihitung.", "{n} pieces of evidence are disputed and not counted.")
LOOSE = Bi(
    "Di samping bukti bersumber ada {n} pernyataan tanpa sumber yang jelas.",
    "Beside attributed evidence stand {n} statements without a clear source.",
)
FACETS = Bi("Data antar{groups} berlawanan pada aspek: {facets}.", "The {groups} are opposed on: {facets}.")
DEVIANT = Bi(
    "Suara yang berlawanan belum dijelaskan: {voices}.", "Voices to the contrary are not yet explained: {voices}."
)
LABEL_MEMO = Bi(
    "Label peneliti ({mine}) satu tingkat dari usulan ({theirs}); perlu memo.",
    "The researcher's label ({mine}) is one step from the suggestion ({theirs}); a memo is needed.",
)
LABEL_FAR = Bi(
    "Label peneliti ({mine}) {steps} tingkat dari usulan ({theirs}).",
    "The researcher's label ({mine}) is {steps} steps from the suggestion ({theirs}).",
)
LABEL_FAR_SETTLED = Bi(
    "Label peneliti ({mine}) {steps} tingkat dari usulan ({theirs}); diselesaikan secara tertulis.",
    "The researcher's label ({mine}) is {steps} steps from the suggestion ({theirs}); resolved in writing.",
)
LABEL_UNKNOWN = Bi(
    "Label peneliti ({mine}) tidak ada pada skala label.", "The researcher's label ({mine}) is not on the scale."
)
LABEL_BARE = Bi(
    "Label peneliti ({mine}) tidak didukung: data hanya memerikan.",
    "The researcher's label ({mine}) has no support: the data only describe.",
)
OTHER_AXIS = Bi("Pandangan bertentangan pada {axis}.", "Views contradict in the {axis}.")
OTHER_AXIS_CAP = Bi(
    "Pandangan bertentangan pada {axis}: paling tinggi sedang.",
    "Views contradict in the {axis}: at most moderate.",
)
CHILD = {
    "BLOCK": Bi("{code} belum dapat disimpulkan.", "{code} cannot be concluded yet."),
    "QUALIFY": Bi("{code} hanya dapat disimpulkan dengan catatan.", "{code} can be concluded with reservations only."),
}
ALL_CHILDREN = Bi(
    "Tidak satu pun bagiannya yang menilai dapat disimpulkan.", "None of its parts that appraise can be concluded."
)
FEW_GROUPS = Bi("{k} dari 3 {groups} memuat penilaian.", "A side is taken by {k} of 3 {groups}.")
RULES = Bi("Aturan yang terpicu: {rules}.", "Rules that fire: {rules}.")
FEW_INFORMANTS = Bi(
    "Suara wawancara: {n}; paling sedikit {least}.", "Interview voices: {n}; at least {least} are wanted."
)
WEAK = Bi("Tidak ada bukti yang lebih kuat daripada kabar umum.", "No evidence is stronger than hearsay.")
