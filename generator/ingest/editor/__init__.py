"""What a careful editor knows: the rules by which `ingest.extract` tells what each line of a text is. Pure.

What has been understood so far is a `reading`; the archive's own names are its `vocabulary`; all lists of words lie in
`phrases`. The rest in the order in which a text is read:

    what it is made of       lines, paragraphs, sentences, language
    what stands around it    around, story, stretches, marks, headlines, furniture
    its head                 header, kickers, said, bylines, persons, evidence, calendars
    its pictures             pictures, captions, credits
    where it was filed       filed, dateline, filing, pieces, places, years
    its end                  signoff, ends, feet
    its tags                 tags, capitals, mentions, runs, uncapitalised, gazetteer
"""
