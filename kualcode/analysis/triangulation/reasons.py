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
    "DISSONANCE": Bi("Data antar{groups} bertentangan.", "The {groups} contradict one another."),
    "PARTIAL": Bi("Data antar{groups} hanya sebagian sejalan.", "The {groups} agree in part only."),
    "SILENCE": Bi(
        "Yang memuat penilaian hanya {k} {counted}; belum tertriangulasi.",
        "A side is taken by {k} of the {counted} only; not yet triangulated.",
    ),
    "NEUTRAL_ONLY": Bi(
        "Data hanya memerikan, tidak menilai: fakta boleh dilaporkan, tanpa kata penilaian.",
        "The data only describe: facts may be reported, without any word of appraisal.",
    ),
}
CAPPED = {  # of a parent, by the parts that lower it
    "DISSONANCE": Bi(
        "Data antar{groups} bertentangan pada: {codes}.", "The {groups} contradict one another on: {codes}."
    ),
    "PARTIAL": Bi(
        "Data antar{groups} sejalan pada keseluruhannya, tetapi belum pada: {codes}.",
        "The {groups} agree on the whole, but not yet on: {codes}.",
    ),
}
NO_INTERVIEW = Bi(
    "Belum ada pernyataan informan yang dapat dihitung.", "No statement of an informant that could be counted yet."
)
# Where no source is named, where all credit several techniques at once, and where there is some of both.
UNATTRIBUTED = (
    Bi(
        "Pernyataan tidak menyebut sumbernya: siapa yang berkata, atau dari teknik mana.",
        "The statements do not name their source: who said it, or by which technique it was found.",
    ),
    Bi(
        "Pernyataan menyebut beberapa teknik sekaligus, sehingga tidak dapat dihitung untuk satu teknik pun.",
        "The statements credit several techniques at once, so that they count for none of them.",
    ),
    Bi(
        "Pernyataan tanpa sumber yang disebut: {n}; yang menyebut beberapa teknik sekaligus: {pooled}.",
        "Statements without a named source: {n}; crediting several techniques at once: {pooled}.",
    ),
)
SETTLED = Bi(
    "Data antar{groups} bertentangan; peneliti menyelesaikannya secara tertulis.",
    "The {groups} contradict one another; the researcher has resolved it in writing.",
)
SETTLED_SIDE = Bi(
    "Data antar{groups} bertentangan; peneliti menyelesaikannya secara tertulis; sisi yang dipilih: {side}.",
    "The {groups} contradict one another; the researcher has resolved it in writing; the preferred side: {side}.",
)
RETRACTED = Bi("Temuan {code} ditarik oleh peneliti.", "The researcher has retracted the finding {code}.")
FEW_VOICES = Bi(
    "Suara yang menilai: {n}; paling sedikit {least}.",
    "Voices that take a side: {n}; at least {least} are needed.",
)
NOT_PLACED: dict[Axis, Bi] = {
    "technique": Bi("{n} bukti tidak dapat ditempatkan.", "{n} pieces of evidence have no place."),
    "source": Bi(
        "{n} bukti tidak dapat ditempatkan pada triangulasi sumber: kelompok perannya belum dicatat.",
        "{n} pieces of evidence have no place in the triangulation of sources: their role group is not recorded.",
    ),
    "time": Bi(
        "{n} bukti tidak dapat ditempatkan pada triangulasi waktu: tanggalnya belum dicatat.",
        "{n} pieces of evidence have no place in the triangulation of time: their date is not recorded.",
    ),
}
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
LOOSE = (
    Bi(
        "Di samping bukti bersumber ada {n} pernyataan tanpa sumber yang jelas.",
        "Beside attributed evidence stand {n} statements without a clear source.",
    ),
    Bi(
        "Di samping bukti bersumber, pernyataan yang menyebut beberapa teknik sekaligus: {pooled}.",
        "Beside attributed evidence, statements that credit several techniques at once: {pooled}.",
    ),
    Bi(
        "Di samping bukti bersumber, pernyataan tanpa sumber yang jelas: {n}; yang menyebut beberapa teknik sekaligus: "
        "{pooled}.",
        "Beside attributed evidence, statements without a clear source: {n}; crediting several techniques at once: "
        "{pooled}.",
    ),
)
RETIRED = Bi(
    "{n} bukti dikodekan dengan kode yang sudah tidak dipakai ({codes}) dan tidak dihitung: kodekan ulang.",
    "{n} pieces of evidence are coded with a retired code ({codes}) and do not count: code them again.",
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
LABEL_AGAINST = Bi(
    "Label peneliti ({mine}) berlawanan dengan sisi yang dipilih: {side}.",
    "The researcher's label ({mine}) is opposed to the preferred side: {side}.",
)
LABEL_AGAINST_SETTLED = Bi(
    "Label peneliti ({mine}) berlawanan dengan sisi yang dipilih: {side}; diselesaikan secara tertulis.",
    "The researcher's label ({mine}) is opposed to the preferred side: {side}; resolved in writing.",
)
LABEL_ONE_SIDE = Bi(
    "Label peneliti ({mine}) hanya memuat satu sisi, sedangkan keputusan atas pertentangannya mempertahankan keduanya.",
    "The researcher's label ({mine}) holds one side alone, while what was decided on the contradiction keeps both.",
)
CLAIM_AGAINST = Bi(
    "Kalimat peneliti memakai kata “{word}”, sedangkan sisi yang dipilih: {side}.",
    "The researcher's sentence says “{word}”, while the preferred side is: {side}.",
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
FEW_GROUPS = Bi("{k} dari {n} {groups} memuat penilaian.", "A side is taken by {k} of {n} {groups}.")
FEW_OF_STUDY = Bi(
    "{Groups} dalam penelitian ini: {n}; yang memuat penilaian: {k}. Keyakinan tinggi memerlukan {wanted}.",
    "{Groups} in this study: {n}; taking a side: {k}. High confidence asks for {wanted}.",
)
PARTS_FEWER = Bi(
    "Tidak satu pun bagiannya didukung {k} {groups} (paling banyak {most}), sehingga keyakinannya paling tinggi sama "
    "dengan bagiannya yang terkuat: {level}.",
    "None of its parts is backed by {k} {groups} ({most} at most), so that it is no surer than the surest of them: "
    "{level}.",
)
PARTS_WEAKER = Bi(
    "Keyakinannya paling tinggi sama dengan bagiannya yang terkuat: {level}.",
    "It is no surer than the surest of its parts: {level}.",
)
RULES = Bi("Aturan yang terpicu: {rules}.", "Rules that fire: {rules}.")
FEW_INFORMANTS = Bi(
    "Suara wawancara: {n}; paling sedikit {least}.", "Interview voices: {n}; at least {least} are wanted."
)
WEAK = Bi("Tidak ada bukti yang lebih kuat daripada kabar umum.", "No evidence is stronger than hearsay.")
