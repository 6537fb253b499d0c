"""What is known of names before a text is read: the lists of `known` and `common`, made ready for looking up. Pure."""

from generator.ingest.editor.phrases import common, known, names

_ROWS = [(row, weight) for weight, rows in known.ENGLISH.items() for row in known.rows(rows)]
WEIGHTS = {name: weight for row, weight in _ROWS for name in row}
SPELLINGS = {name: row[0] for row, _ in _ROWS for name in row[1:]}
"""The one spelling of a name that is written in several ways: U.S., US, America → United States."""

STOPS = names.NOT_IN_A_NAME
NO_NAMES = common.TITLES | common.BEFORE_TITLES | common.NATIONS | common.NOUNS | names.NOT_ALONE
