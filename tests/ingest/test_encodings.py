"""Encodings: golden cases with their false friends, and every text of a language back as it was written."""

import base64
import codecs
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Location, RawError
from generator.ingest.readers.plain import decode, read

CASES = yaml.safe_load((Path(__file__).parents[1] / "golden" / "lines" / "encodings.yaml").read_text(encoding="utf-8"))
HERE = Location("content/raw/a.txt")


def body(case: dict[str, Any]) -> bytes:
    if "base64" in case:
        whole = base64.b64decode(case["base64"])
        return whole[: len(whole) - case.get("cut", 0)]
    if "raw" in case:
        return str(case["raw"]).encode()
    codec = case["codec"]
    marks = {"utf-16-le-bom": codecs.BOM_UTF16_LE, "utf-16-be-bom": codecs.BOM_UTF16_BE}
    return marks.get(codec, b"") + str(case["text"]).encode(codec.removesuffix("-bom"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_text_is_read_as_it_was_written(case: dict[str, Any]) -> None:
    [item] = read(HERE, body(case))
    assert decode(item.body) == case["text"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_its_false_friend_stays_to_the_letter(case: dict[str, Any]) -> None:
    assert decode(case["friend"].encode()) == case["friend"]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 15


# ── Every text of a language, in the encodings that it was written in ────────────────────────────────────────────

WORDS = {
    "de": "die Brücke über den Fluß bleibt für Fußgänger geöffnet sagte Bürgermeister Jäger größere Schäden gibt es nicht"
    " und das Wetter wird schön Übung Ärger Öl „heute“ – morgen",
    "fr": "le maire a été élu à l’hôtel de ville où il a remercié ses électeurs naïveté passée déjà très fête ça côte"
    " forêt Été «demain» noël sûr",
    "es": "el alcalde abrió el puente más rápido según la policía mañana también está niño año después jamás corazón día",
    "pt": "a ponte não foi aberta amanhã são João também você está irmã coração às três atenção põe às avó português",
    "sv": "bron över ån är öppen för gående på måndag också så får både barn och äldre gå där vår kött Åre Öland",
    "da": "broen over åen er åben for gående på mandag også når børn går gæster får øl København Ærø Århus blå sø",
    "pl": "most został otwarty w październiku łódź płynęła wąską rzeką a mieszkańcy już ją ćwiczyli żółć gęś źle świt Żyła",
    "cs": "příliš žluťoučký kůň úpěl ďábelské ódy řekl starosta při otevření mostu přes řeku šťastně celé měšťanstvo ňadro",
    "hu": "a hidat megnyitották közölte a polgármester az erős szél és a hűvös idő ellenére sokan jöttek őszi nyár fűtés jó",
    "tr": "başbakan dün akşam yeni köprüyü açtı ağır kışın ardından yığınlar sokağa çıktı şarkılar söylendi ığdır İzmir gün",
    "ru": "мэр города открыл новый мост через реку сообщает агентство жители ждали этого двадцать лет и ещё один год "
    "поэтому все пришли на берег Волги Москва",
    "uk": "мер міста відкрив новий міст через річку повідомляє агентство мешканці чекали цього двадцять років їхні діти"
    " також прийшли є Київ Їжак",
    "ar": "افتتح رئيس البلدية الجسر الجديد صباح اليوم وقال إن المدينة انتظرت عشرين عاما حتى جاء هذا اليوم على ضفة النهر"
    " أطفال شؤون مسئول غدا",
    "fa": "شهردار پل تازه را گشود و گفت که مردم بيست سال در انتظار اين روز بودند چند کودک ژاکت پوشيده از آن گذشتند گل پاک",
    "el": "ο δήμαρχος άνοιξε τη νέα γέφυρα σήμερα το πρωί και ευχαρίστησε τους κατοίκους της πόλης που περίμεναν είκοσι"
    " χρόνια Αθήνα ύδωρ ώρα",
    "he": "ראש העיר פתח את הגשר החדש הבוקר ואמר כי התושבים חיכו לכך עשרים שנה והודה לפועלים שבנו אותו על הנהר",
}
WRITTEN = [
    (language, encoding)
    for language, encodings in {
        "de": "cp1252 iso-8859-1 iso-8859-15 iso-8859-9 cp1250 cp850 cp437",
        "fr": "cp1252 iso-8859-1 cp850 cp437",
        "es": "cp1252 iso-8859-1 cp850 cp437",
        "pt": "cp1252 iso-8859-1 cp850",
        "sv": "cp1252 iso-8859-1 cp850",
        "da": "cp1252 iso-8859-1 cp850",
        "pl": "cp1250 iso-8859-2 cp852",
        "cs": "cp1250 iso-8859-2 cp852",
        "hu": "cp1250 iso-8859-2 cp852",
        "tr": "cp1254 iso-8859-9",
        "ru": "cp1251 koi8-r iso-8859-5 cp866",
        "uk": "cp1251 koi8-u iso-8859-5",
        "ar": "cp1256 iso-8859-6",
        "fa": "cp1256",
        "el": "cp1253 iso-8859-7",
        "he": "cp1255 iso-8859-8",
    }.items()
    for encoding in [*encodings.split(), "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
]


@pytest.mark.parametrize(("language", "encoding"), WRITTEN)
@settings(derandomize=True, max_examples=12)
@given(st.data())
def test_encoding_and_decoding_changes_nothing(language: str, encoding: str, data: st.DataObject) -> None:
    words = [word for word in WORDS[language].split() if word.encode(encoding, "ignore").decode(encoding) == word]
    chosen = data.draw(st.lists(st.sampled_from(words), min_size=60, max_size=90, unique=False).map(tuple))
    text = " ".join([*chosen, *words]) + ".\n"

    assert decode(text.encode(encoding)) == text


ALPHABET = st.characters(categories=["L", "M", "N", "P", "S", "Zs"], include_characters="\n\t", exclude_characters="&")


@settings(derandomize=True, max_examples=300)
@given(st.text(alphabet=ALPHABET, max_size=200))
def test_what_is_decoded_is_composed_and_stays_so(text: str) -> None:
    once = decode(text.encode())
    assert unicodedata.is_normalized("NFC", once)
    assert decode(once.encode()) == once


# ── What is refused ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("渡轮恢复运行，港口主任今天上午在记者会上说。岛上的居民等了二十年。", "gb18030"),
        ("渡輪恢復運行，港口主任今天上午在記者會上說。島上的居民等了二十年。", "big5"),
        ("フェリーが再び運航していると港長が発表した。島の住民は二十年間待っていた。", "shift_jis"),
        ("여객선이 다시 운항한다고 항구 책임자가 오늘 아침 밝혔다. 섬 주민들은 이십 년을 기다렸다.", "euc_kr"),
    ],
)
def test_an_encoding_that_is_not_known_is_refused_with_what_to_do(text: str, encoding: str) -> None:
    with pytest.raises(RawError, match=r"encoding that is not known.*save it as UTF-8"):
        list(read(HERE, (text * 3).encode(encoding)))


@pytest.mark.parametrize("name", ["shift_jis", "utf-16-le"])
def test_the_same_text_is_read_in_an_encoding_that_is(name: str) -> None:
    text = "The ferry is back, the harbour master said, and nobody knows for how long it will stay so.\n"
    [item] = read(HERE, text.encode(name))
    assert decode(item.body) == text


@pytest.mark.parametrize(
    "piece", ["Ã©", "â€™", "ط§", "Ø§", "\x0c\n", "\u200f", "\x85", "&#3;", "a\u0301", "É", "&amp;", "\u202b"]
)
def test_hostile_text_takes_no_time(piece: str) -> None:
    before = time.process_time()
    decode((piece * 100_000)[:100_000].encode())
    decode((piece * 100_000)[:100_000].encode("cp1256", "replace"))
    assert time.process_time() - before < 3
