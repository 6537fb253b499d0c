"""For a person's eye: why an article says what it says, and what in an archive is doubtful.

    one article     search ─▶ why
    all of them     known ─▶ survey ─▶ doubts (with recurring, spellings) ─▶ questions, without those that are checked

`search`, `known` and `checked` read and write; the rest is pure.
"""
