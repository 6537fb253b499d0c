"""Text in a one-byte encoding that nothing names: bytes → str by the likeliest of those that newspapers used. Pure.

Every byte is a letter in each of these encodings, so none can be proved wrong. But read in the wrong one, a text holds
what nobody writes: a superscript inside a word, capitals inside small letters, two scripts in one word, five consonants
in a row. The encoding with the least of that wins, and Western European where they are even.
"""

import re

_SAMPLE = 20_000
_SYMBOLS = r"[^\W\d_][¡¢£¤¥¦§¨©ª¬®¯°±²³´µ¶¸¹º¼½¾¿×÷](?=[^\W\d_])"

# For each encoding what its reader never meets in a text that was written in it.
_ODD = {
    "cp1252": _SYMBOLS
    + r"|[À-ÖØ-öø-ÿ]{3}|[a-z][À-ÖØ-Þ]|[ìòù](?=[a-zà-ÿ])|õ(?![e\W])|(?<=[a-zà-ÿ])þ|ðý|ø(?=[a-zà-ÿ]*[èìù])",
    # ý beside ţ or đ in one word is Turkish read as Central European: ı beside ş or ğ.
    "cp1250": r"ý[a-zö-ü]{0,8}[ţđ]|[ţđ][a-zö-ü]{0,8}ý|[À-ž]{4}|[a-z][ĽŠŚŤŽŹĄŞŻŔĂĹĆČÉĘĚĎĐŃŇŐŘŮŰÝŢ]|"
    + _SYMBOLS,
    "cp1254": _SYMBOLS + r"|[À-ž]{3}|[a-z][À-ÞĞŞİ]|[áíúóæ]",
    "cp1251": r"[а-яёіїєґ][А-ЯЁІЇЄҐ]|[А-яё][A-Za-z]|[A-Za-z][А-яё]|[бвгджзйклмнпрстфхцчшщ]{5}"
    r"|[Ѐ-џ][\u0080-\u00bf‚„…†‡€‰‹›’“”•](?=[Ѐ-џ])|[ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐ]",
    "cp1256": r"[\u0600-\u06ff][A-Za-zÀ-ÿŒœƒ]|[A-Za-zÀ-ÿŒœƒ][\u0600-\u06ff]|[À-ÿ]{3}"
    r"|[ءىة](?=[\u0621-\u063a\u0641-\u064a])|[\u0600-\u06ff][\u0080-\u00bf‚„…†‡‰‹›•](?=[\u0600-\u06ff])",
    "koi8-r": r"[а-яё][А-ЯЁ]|[А-яё][A-Za-z]|[A-Za-z][А-яё]|[бвгджзйклмнпрстфхцчшщ]{5}|[─-▟■√≈≤≥⌠⌡°²·÷©]",
    "cp1253": r"ς(?=[ά-ώ])|σ(?![Ά-ώ])|[ά-ώ][Ά-Ϋ]|[Ά-ώ][A-Za-z]|[A-Za-z][Ά-ώ]|[βγδζθκλμνξπρστφχψ]{5}",
    "cp1255": r"[ךםןףץ](?=[א-ת])|[א-ת][A-Za-z]|[A-Za-z][א-ת]|[\u05b0-\u05c3]{2}",
}  # fmt: skip
_ODD_IN = {encoding: re.compile(odd + "|�") for encoding, odd in _ODD.items()}


def decode(body: bytes) -> str:
    """The text, in the likeliest encoding. Never fails: a byte that the encoding leaves open becomes U+FFFD."""
    sample = body[:_SAMPLE]
    # `min` keeps the first of equals: the table's order is the order of belief.
    best = min(_ODD_IN, key=lambda encoding: len(_ODD_IN[encoding].findall(decode_as(sample, encoding))))
    return decode_as(body, best)


def decode_as(body: bytes, encoding: str) -> str:
    return body.decode(encoding, "replace")
