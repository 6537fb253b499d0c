"""The plain text reader: which bytes are text, and what text they are."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Location, RawError
from generator.ingest.readers import READERS, reader
from generator.ingest.readers.plain import decode, read
from generator.model import Hint, Meta

HERE = Location("content/raw/a.txt")
FRENCH = "Le maire a été élu à l’hôtel de ville, où il a remercié « ses » électeurs ; cœur léger, naïveté passée."
GERMAN = "Die Brücke über die Spree bleibt für Fußgänger „geöffnet“, sagte Bürgermeister Jäger. Größe: 12 m."
POLISH = "Rząd ogłosił, że most będzie otwarty w październiku; łódź płynęła wąską rzeką, a mieszkańcy już ją ćwiczyli."
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl starosta města Třebíč při otevření mostu přes řeku."
TURKISH = (
    "Başbakan dün akşam İstanbul'da yeni köprüyü açtı; ağır kışın ardından yığınlar sokağa çıktı, şarkılar söylendi."
)
RUSSIAN = "Мэр города открыл новый мост через реку, сообщает агентство. Жители ждали этого двадцать лет."
ARABIC = "افتتح رئيس البلدية الجسر الجديد صباح اليوم، وقال إن المدينة انتظرت عشرين عاما."
GREEK = "Ο δήμαρχος άνοιξε τη νέα γέφυρα σήμερα το πρωί και ευχαρίστησε τους κατοίκους της πόλης."
NEWS = "Ferry stays in dock\n\nThe ferry stayed in dock on Tuesday, said the owner.\nNobody asked why.\n"


def test_a_file_is_one_item_that_carries_its_bytes_and_hints() -> None:
    hints = (Hint("sidecar", Meta(title="Quake!")),)

    [item] = read(HERE, b"Quake!\n\nIt shook.", hints)

    assert (item.origin, item.media_type, item.body, item.hints) == (HERE, "text/plain", b"Quake!\n\nIt shook.", hints)


def test_readers_are_found_by_suffix_and_an_unknown_one_is_named() -> None:
    assert reader(".TXT") is READERS[".txt"]
    assert reader("") is reader(".text")
    with pytest.raises(RawError, match=r"\.docx.*\.txt"):
        reader(".docx")


@pytest.mark.parametrize(
    "body", [b"", b" \n\t\r\n", b"\xef\xbb\xbf\n", b"\xff\xfe \x00\n\x00", "\u00a0\u200b\n".encode()[:2]]
)
def test_an_empty_file_is_refused(body: bytes) -> None:
    with pytest.raises(RawError, match="empty") as caught:
        list(read(HERE, body))
    assert caught.value.location == HERE


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "picture"),
        (b"%PDF-1.4 text", "PDF"),
        (b"PK\x03\x04word", "zip"),
        (b"Text with a \x00 in it and more\x00\x00 text", "no text"),
        (bytes(range(1, 9)) * 20 + b"text", "no text"),
        (b"BZh91AY&SY\x00\x01", "bzip2"),
        (b"SQLite format 3\x00\x10\x00", "database"),
    ],
)
def test_what_is_no_text_is_refused_by_name(body: bytes, kind: str) -> None:
    with pytest.raises(RawError, match=kind):
        list(read(HERE, body))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [FRENCH, ARABIC, RUSSIAN, "Plain words.\nTwo lines."])
def test_unicode_is_read_with_and_without_a_mark(text: str, encoding: str) -> None:
    [item] = read(HERE, text.encode(encoding))
    assert decode(item.body) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (GERMAN, "cp1252"),
        (POLISH, "cp1250"),
        (CZECH, "cp1250"),
        (TURKISH, "cp1254"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (ARABIC, "cp1256"),
        (GREEK, "cp1253"),
    ],
)
def test_an_old_encoding_is_told_by_what_the_text_looks_like_in_it(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_one_stray_byte_costs_one_character() -> None:
    body = ARABIC.encode() + b" caf\xe9 " + RUSSIAN.encode() + b" \x81 " + "und so weiter: ü".encode()

    text = decode(body)

    assert ARABIC in text
    assert RUSSIAN in text
    assert "café" in text


@pytest.mark.parametrize("at", [60, 61, 62, 63])
@pytest.mark.parametrize("text", [NEWS, NEWS * 30, GERMAN * 3, RUSSIAN * 3, ARABIC * 3])
@pytest.mark.parametrize("encoding", ["utf-8", "one byte"])
def test_a_stray_nul_is_dropped(text: str, at: int, encoding: str) -> None:
    codec = (
        "utf-8" if encoding == "utf-8" else {RUSSIAN: "cp1251", ARABIC: "cp1256"}.get(text[: len(text) // 3], "cp1252")
    )
    body = text.encode(codec)
    at = at if codec != "utf-8" else len(text[:at].encode())

    [item] = read(HERE, body[:at] + b"\0" + body[at:])

    assert decode(item.body) == text


def test_nuls_that_fill_the_last_block_of_a_tape_are_dropped() -> None:
    [item] = read(HERE, NEWS.encode() + bytes(400))
    assert decode(item.body) == NEWS


@pytest.mark.parametrize(
    "body", [b"abcdef\0g", b"\x7fELF\x02\x01\x01\0\0\0 and some words here", NEWS.encode() + b"\0\1\2\3\4\5\6 a"]
)
def test_nuls_of_what_is_no_text_are_refused(body: bytes) -> None:
    with pytest.raises(RawError, match="not text"):
        list(read(HERE, body))


@pytest.mark.parametrize(
    "text", ["港口主任说渡轮已经恢复运行\n" * 40, "港口主任今天上午在记者会上说渡轮已经恢复运行" * 9 + "\n"]
)
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_chinese_in_utf_16_has_few_nuls(text: str, encoding: str) -> None:
    [item] = read(HERE, text.encode(encoding))
    assert decode(item.body) == text


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html>\n<title>Ferry</title>",
        "\ufeff\n<HTML lang=en><p>Ferry",
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">',
        "<div><p>The ferry is back.</p></div>\n" * 10,
    ],
)
def test_a_saved_web_page_is_refused_by_name(page: str) -> None:
    with pytest.raises(RawError, match="saved web page"):
        list(read(HERE, page.encode()))


def test_a_saved_web_page_in_utf_16_too() -> None:
    with pytest.raises(RawError, match="saved web page"):
        list(read(HERE, "<html><p>Ferry".encode("utf-16")))


def test_an_article_that_speaks_of_tags_is_none() -> None:
    text = "A paragraph stands between <p> and </p>, a part between <div> and </div>; a page begins with <html>.\n"
    [item] = read(HERE, text.encode())
    assert decode(item.body) == text


def test_quoted_printable_that_makes_no_text_is_left() -> None:
    text = "=00=01=02=03=04=05=80=81=82=83=84=85=86\n"
    assert decode(text.encode()) == text


def test_a_letter_that_was_cut_in_half_costs_only_itself() -> None:
    assert decode(ARABIC.encode()[:-1]).startswith(ARABIC[:-1])


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("â€œQuakeâ€\x9d, he said", "“Quake”, he said"),
        ("The cafÃ© in MalmÃ¶", "The café in Malmö"),
        ("Itâ€™s the mayorâ€™s", "It’s the mayor’s"),
        ("&quot;Quake&quot; &amp; Sons", '"Quake" & Sons'),
        ("It&#8217;s&nbsp;here", "It’s\u00a0here"),
        ("&amp;quot;Quake&amp;quot;", "&quot;Quake&quot;"),  # once: an article on HTML means what it says
        ("&lt;BP&gt;", "<BP>"),
        ("&frac12; &notaname; &#xFEFF;&#55357;", "½ &notaname; \ufffd"),
    ],
)
def test_what_is_plainly_broken_is_mended(broken: str, mended: str) -> None:
    assert decode(broken.encode()) == mended


@pytest.mark.parametrize(
    "sound",
    [
        "“Curly” ‘quotes’ — and dashes – and… ﬁne ligatures",
        "AT&T; R&D; Marks & Spencer &c; fish&chips;",
        "ÇA VA ÊTRE LONG, Ã LA PLAGE, SÃO PAULO, AMANHÃ",
        "Ａ full-width letter, a soft\u00adhyphen, می‌خواهم, كتـــاب",
        "x ¹ ² ³ ½ £20 20 € ° § «quoted»",
    ],
)
def test_sound_text_is_left_alone_to_the_letter(sound: str) -> None:
    assert decode(sound.encode()) == sound


def test_every_kind_of_line_end_is_one() -> None:
    assert decode("a\r\nb\rc\x0bd\x0ce\u2028f\r\r\ng\n".encode()) == "a\nb\nc\nd\ne\nf\ng\n"
    assert decode("a\x85b".encode()) == "a\nb"  # NEL, where nothing else ends a line; else the ellipsis of cp1252


def test_what_reorders_or_controls_is_taken_out() -> None:
    assert decode("a\u202eb\u0007c\ufeffd".encode()) == "abcd"


@settings(derandomize=True, max_examples=150)
@given(st.binary(max_size=400))
def test_any_bytes_decode_to_printable_text(body: bytes) -> None:
    text = decode(body)

    assert not set(text) & set(map(chr, [*range(9), 11, 12, 13, 0xFEFF]))
    text.encode()


@settings(derandomize=True, max_examples=100)
@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"], include_characters="\n"), max_size=300))
def test_decoding_twice_is_decoding_once(text: str) -> None:
    once = decode(text.encode())
    assert decode(once.encode()) == once


@pytest.mark.parametrize("piece", ["Ã©", "â€œ", "&amp;", "&", "&amp", "\r", "é".encode("cp1252").decode("latin-1")])
def test_hostile_text_takes_no_time(piece: str) -> None:
    before = time.process_time()

    decode((piece * 100_000)[:100_000].encode())
    decode((piece * 100_000)[:100_000].encode("latin-1", "replace"))

    assert time.process_time() - before < 3
