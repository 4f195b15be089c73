"""What to do about a file that is not read: by its suffix."""

from __future__ import annotations

from collections.abc import Iterable

from kualcode.errors import Bi, SourceError

WORD = Bi(
    "Buka di Word (atau LibreOffice) dan simpan sebagai .docx.",
    "Open it in Word (or LibreOffice) and save it as .docx.",
)
EXCEL = Bi(
    "Buka di Excel (atau LibreOffice) dan simpan sebagai .xlsx.",
    "Open it in Excel (or LibreOffice) and save it as .xlsx.",
)
IMAGE = Bi(
    "Gambar belum dibaca: ketik isinya, atau jalankan OCR lalu periksa, dan simpan sebagai .docx.",
    "Pictures are not read: type what they say, or run OCR and check it, and save it as .docx.",
)
SOUND = Bi(
    "Rekaman belum dibaca: transkripsikan dulu, lalu berikan .docx, .txt atau .srt.",
    "Recordings are not read: transcribe first, then give the .docx, .txt or .srt.",
)
SUBTITLES = Bi("Simpan takarirnya sebagai .srt.", "Save the subtitles as .srt.")
SLIDES = Bi("Simpan teksnya sebagai .docx, atau ekspor sebagai PDF.", "Save its text as .docx, or export it as PDF.")
ARCHIVE = Bi("Buka dulu arsipnya, lalu berikan berkas di dalamnya.", "Unpack it first, then give the files inside.")
WEB = Bi("Salin teksnya ke .docx atau .txt.", "Copy its text into a .docx or .txt file.")
PROJECT = Bi(
    "Ini berkas proyek kualcode sendiri; berikan transkripnya.",
    "This is kualcode's own project file; give the transcripts.",
)

_ADVICE: tuple[tuple[str, Bi], ...] = (
    (".doc .docm .dot .dotx .odt .rtf .wps .pages .gdoc", WORD),
    (".xls .xlsb .ods .numbers .gsheet", EXCEL),
    (".jpg .jpeg .png .gif .bmp .tif .tiff .heic .webp .svg", IMAGE),
    (".mp3 .m4a .wav .ogg .opus .aac .amr .flac .wma .mp4 .mov .avi .mkv .3gp .webm", SOUND),
    (".vtt .ass .ssa .sbv .sub .otr", SUBTITLES),
    (".ppt .pptx .odp", SLIDES),
    (".zip .rar .7z .gz .tar", ARCHIVE),
    (".html .htm .mht .eml .msg", WEB),
    (".kual", PROJECT),
)
ADVICE: dict[str, Bi] = {suffix: advice for suffixes, advice in _ADVICE for suffix in suffixes.split()}

UNREAD = Bi("Format {suffix} belum dibaca.", "The format {suffix} is not read.")
NAMELESS = Bi(
    "Berkas tanpa akhiran nama (seperti .docx) tidak dikenali.",
    "A file without a name ending (such as .docx) is not recognised.",
)
LIST = Bi("Yang dibaca: {suffixes}.", "What is read: {suffixes}.")


def unsupported(suffix: str, supported: Iterable[str]) -> SourceError:
    """The error for a suffix that no reader takes: what to do instead, or else the list of what is read."""
    what = UNREAD.fill(suffix=suffix) if suffix else NAMELESS
    return SourceError(what, ADVICE.get(suffix, LIST.fill(suffixes=", ".join(supported))))
