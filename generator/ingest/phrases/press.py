"""Words around people, pictures and headlines: bylines, captions, credits. Data. Pure."""

from generator.ingest.phrases import either, keys, words

BYLINE_LABELS = either("""
By | Written by | Words by | Story by | Von | Author | Autor
بقلم | كتب | كتبت | كاتب | الكاتب | نویسنده | نووسەر | نووسینی
""")
PHOTO_LABELS = either("""
Photo | Photos | Picture | Pictures | Pic | Image | Images | Photo credit | Image credit | Picture credit | Credit
Photograph | Photo by | Photograph by | Picture by | Image by | Photo courtesy | File photo | Photo illustration
Foto | Fotos | Bild | Bilder | Symbolbild | Symbolfoto
صورة | الصورة | تصوير | عدسة | عکس | عکس ها | عکس‌ها | عکس از | وێنە | فۆتۆ
""")
CREDIT_WORDS = either("""
Photo | Foto | Image | Picture | Courtesy | Handout | File | Archive | Archiv | Archivbild | Screenshot
Screengrab | via
صورة | أرشيف | عکس | وێنە
""")
TITLE_LABELS = keys("Title | Headline | Titel | Überschrift | العنوان | عنوان | تیتر | سەردێڕ")
URL_LABELS = keys("URL | Link | Source | Permalink | Original | Quelle | المصدر | الرابط | منبع | لینک | سەرچاوە")

# Words of a byline that no person bears as a name.
NOT_A_PERSON = words(
    "the a an any all no our your its his her my this that these those land sea air means popular demand contrast"
    " default"
    " day night monday tuesday wednesday thursday friday saturday sunday january february march april june july"
    " august"
    " september october november december today tomorrow yesterday then now and or of in on at for to with next last"
    " law vote order numbers chance hand force end"
)
STAFF = words(
    "staff desk newsroom correspondent correspondents reporter reporters writer writers editor editors agencies"
)
