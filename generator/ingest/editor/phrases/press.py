"""Words around people, pictures and headlines: bylines, sign-offs, end marks, captions, credits. Data. Pure."""

from generator.ingest.editor.phrases import either, keys, words

# ── Who wrote it ─────────────────────────────────────────────────────────────────────────────────────────────────

BYLINE_LABELS = either("""
Words and pictures by | Words and photographs by | Photographs and words by
By | Written by | Posted by | Words by | Story by | Report by | Text by | Article by | Von | Text von | Bericht von
Artikel von | Ein Bericht von | Ein Artikel von | Por | Par
Author | Authors | Text | Text und Interview | Autor | Autorin | Autoren | Auteur
بقلم | كتب | كتبت | كاتب | الكاتب | الكاتبة | نویسنده | به قلم | نووسەر | نووسینی | نووسین
""")
# What a byline can begin with, so that most lines need no more than this.
BYLINE_STARTS = words(
    "by written posted words photographs story report article text von ein bericht artikel por par author authors autor"
    " autorin autoren auteur"
    " بقلم كتب كتبت كاتب الكاتب الكاتبة نویسنده به نووسەر نووسینی نووسین"
)
BYLINE_ALONE = keys("By | Von | Written by | Author | Autor | بقلم | كتب | نووسینی | نووسەر | نویسنده")

# What a line begins with that names somebody, read or not: a label with its colon, or one that needs none.
BEGINS_A_BYLINE = (
    rf"(?:{BYLINE_LABELS})\s?[:：]\s?\S|(?:by|par|por|von)\s"
    r"|(?:written|posted|directed|presented|words|story|report|text|article|photographs)\s(?:and \w+ )?(?:by|von)\s"
)
# What counts readers or their minutes: "5 min read", "12 comments".
COUNTER = r"\d[\d.,]{0,8}k?\+?\s?(?:min|mins|minutes?|minuten?|shares?|comments?|views?|likes?|words|kommentare?)\b"
# Below a byline: where its writer was.
REPORTING_FROM = ("Reporting from ", "Reports from ")

# Words of a byline that no person bears as a name.
NOT_A_PERSON = words(
    "the a an any all no our your its his her my this that these those land sea air means popular demand contrast"
    " default design definition invitation request appointment royal executive popular special nature chance"
    " day night monday tuesday wednesday thursday friday saturday sunday january february march april june july"
    " august september october november december today tomorrow yesterday then now and or of in on at for to with"
    " next last law vote order numbers hand force end morning evening noon midnight"
    " news world sport sports politics business opinion life travel health science technology tech weather video"
    " east west north south middle united states kingdom america europe asia africa"
    " main course ingredient category topic section page date name title"
    " dem den das die der primera última ici là tout avion les des une qui que"
    " gazette times post press journal herald tribune telegraph observer magazine media radio tv daily weekly agency"
    " network online mail university institute foundation council ministry association union center centre archives"
)
# What a newspaper is called by.
PAPERS = words(
    "gazette times post news herald tribune journal telegraph star mail press chronicle courier observer standard"
    " guardian examiner record register advertiser sentinel zeitung anzeiger tageblatt nachrichten kurier"
)
# Those that no such word tells from a place or a book.
PAPER_NAMES = keys("""
Dawn | Le Monde | Le Figaro | Le Parisien | Le Point | Le Soir | La Croix | Les Echos | L'Express | L'Obs | Libération
Ouest-France | Sud Ouest | El País | El Mundo | La Vanguardia | Die Zeit | Die Welt | Der Spiegel | Der Standard
Haaretz
""")
STAFF = words(
    "staff desk newsroom correspondent correspondents reporter reporters writer writers editor editors agencies"
    " redaktion korrespondent korrespondentin redacción rédaction"
)
# The last word of what somebody is called: "Staff Writer", "AP Business Writer", "Political Correspondent".
TITLES = words(
    "writer writers reporter reporters correspondent correspondents editor editors columnist contributor staff desk"
    " critic producer newsroom bureau chief korrespondent korrespondentin redakteur redakteurin redaktion"
)
# What the word ends with that says what somebody is: "Projektleiter(in)", "Professor".
CALLED = tuple(
    "leiter redakteur korrespondent reporter sprecher direktor professor expert experte chef vorsitzende journalist"
    " mitarbeiter volontär autor director president minister senior deputy chief managing freelance special political"
    " founder chairman member fellow columnist".split()
)
# Behind a name in a byline: where somebody writes from, or for whom.
BEHIND_A_NAME = either("in | at | for | from | of | aus | für | bei | en | à | pour | para | desde")
# Small words in a name, and those that are so only behind "de".
PARTICLES = words("de da do dos del della der den di du van von bin bint ibn al zu zur ten ter y e und")
PARTICLES_BEHIND_DE = words("la las los")
# Names whose second capital no rule can tell.
SPELT = {
    name.lower(): name
    for name in (
        "DeSantis DeVos DeVito DeLuca DeMarco DeBlasio DeJesus DeLeon DeWitt DeWine DeLauro DeFazio DeGette DeMint"
        " DelBene LaHood LaMalfa LaTourette LaFrance LaMotte LeBron LeMay VanHouten MacArthur MacDonald MacKenzie"
        " MacLeod MacFarlane FitzGerald"
    ).split()
}
# First names that begin an Arabic byline without a label. (`عبد…` and `أبو …` need no list.)
ARABIC_NAMES = words(
    "محمد أحمد محمود علي عمر عثمان خالد سعد سعود سعيد فهد فيصل سلطان سلمان صالح حسن حسين إبراهيم إسماعيل يوسف ياسر"
    " طارق طلال تركي بندر ماجد مازن منصور ناصر نايف نواف هاني هشام وليد راشد رياض زياد سامي سالم شادي عادل عامر عماد"
    " عيسى غازي فارس فواز كريم كمال مصطفى موسى معاذ مشعل متعب مروان مها منى مريم نورة نورا نوال هدى هند ريم رنا رانيا"
    " سارة سلمى سمر سميرة عائشة عبير غادة فاطمة لمى ليلى لينا ندى أمل أميرة إيمان حنان حياة خديجة دانة أسماء"
    " أنس أيمن أسامة أكرم أمين أنور باسم بدر جابر جاسم جمال حاتم حامد حمد حمزة حمود خلف خليل رامي رشيد زيد سليمان"
    " شريف صلاح ضياء ظافر عبدالله عوض فؤاد قاسم لؤي مبارك مساعد مسفر مشاري نبيل وائل يحيى يزيد"
)

# ── Below the story ──────────────────────────────────────────────────────────────────────────────────────────────

REPORTED = either("""
Reporting by | Reporting and writing by | Report by | Reported by | Bericht von | Reporter: | Reporte de | Reporte por
Información de | Reportage de | Reportage par | تغطية | گزارش از
""")
WRITTEN = either("""
Writing by | Written by | Compiled by | Writing and editing by | Geschrieben von | Escrito por | Rédigé par
إعداد | كتابة
""")
ASSISTED = either("""
Additional reporting by | Additional reporting from | Additional writing by | Further reporting by | Editing by
Edited by | Edited and translated by | Translated by | Translation by | Compiled and edited by | Research by
Graphics by | Graphic by | Photography by | Production by | Produced by | Fact-checking by | Copy editing by
With reporting by | With reporting from | With additional reporting by | With files from | With assistance from
With assistance by | With inputs from | With input from | With additional inputs from
Redigiert von | Mitarbeit | Unter Mitarbeit von | Mit Material der | Mit Material von | Mit Material des
Editado por | Editado en español por | Con información de | Édité par | تحرير | شارك في التغطية
""")
# Who else can have helped, and lines that say so of nobody by name.
HELPERS = keys("agencies | news agencies | agency inputs | agency reports | wires | wire services | wire reports")
HELPED = keys("With agency inputs | With inputs | With agency reports | With wire reports")
# Roles that works have too: "Written by Nora Field in 1963" is a sentence.
OF_WORKS = either("""
Written by | Compiled by | Compiled and edited by | Edited by | Edited and translated by | Translated by
Translation by | Produced by | Production by | Photography by | Geschrieben von | Redigiert von | Escrito por
Editado por | Rédigé par | Édité par
""")
# What stands in small letters in a sign-off, between its names and before them.
AMONG_NAMES = words(
    "and in at of the with from for by del von und aus für mit im et avec en con por & also additional further"
    " reporting writing editing edited written compiled translated translation research graphics graphic data"
    " video photo photos photography production checking agencies agency news wires wire services reports inputs"
    " newsroom bureau desk staff writer writers reporter reporters correspondent correspondents editor editors"
)
# Before a place; where something happened to a work.
BEFORE_A_PLACE = words("in at from en aus à im")
CONTRIBUTED = r"(?:also )?contributed (?:reporting|to this (?:report|story|article|dispatch))"

# Agencies that write themselves in small letters, and those whose name is a word or a button too.
SMALL_AGENCIES = frozenset(["dpa", "epd", "kna", "sid", "afp", "apa", "sda", "ots"])
WORDS_TOO = keys("""
Mehr | Map | App | Uni | Tap | AA | TT | PA | CP | Petra | Fars | Nina | Ina | Ani | Sana | Mena | Wafa | Nan | Spa
Wam | BNA | Now | Sid | Keystone | Bloomberg | Sputnik | CNN | BBC
بنا | سبأ | وام | مهر | فارس | سونا | وفا | معا | ناس | قنا | سانا
""")

# An end mark alone on its line, without blanks; and the wire whose mark it is.
END_MARKS = (
    r"REUTERS?|Reuter|-{1,2}30-{1,2}|\(30\)|#{2,8}|-{1,2}(?i:ends?|end)-{1,2}|[(\[<](?i:ends?)[)\]>]|ENDS?"
    r"|(?i:enditem|endit)|-0-|oOo|/{1,2}(?:انتهى|انتهي|يتبع)/{1,2}|\(?(?:انتهى|النهاية)\)?|\(يتبع\)"
    r"|انتهای(?:پیام|متن|خبر|گزارش)/?|ادامهدارد(?:\.{2,4}|…)|\d\d:\d\dتم"
)  # fmt: skip
# The same behind the last word of a story, where blanks may stand in it.
GLUED_MARKS = (
    r"REUTERS?|Reuter|(?:#\s?){3,8}|[-–—]{1,2}\s?30\s?[-–—]{1,2}|[-–—]{1,2}\s?(?i:ends?)\s?[-–—]{1,2}"
    r"|\((?:ENDS?|ends)\)|Enditem"
    r"|//\s?(?:انتهى|انتهي|يتبع)\s?//(?:\s?\d\d:\d\d\s?ت\s?م)?|\d\d:\d\d\s?ت\s?م|\(النهاية\)(?:\s\S{1,3}){0,5}"
    r"|انتهای\s?(?:پیام|متن|خبر|گزارش)\s?/"
)  # fmt: skip
WIRE_OF_MARK = {"reuter": "Reuters", "reuters": "Reuters", "enditem": "Xinhua"}
# Wires that close a story with their name in parentheses, as others close a caption.
CLOSING_WIRES = keys(
    "ANI | IANS | PTI | PNA | ANSA | UNI | KUNA | NAN | GNA | Petra | APP | BSS | UNB | WAM | SPA | QNA"
)
# Before "Reuter" these make it a word of the sentence.
BEFORE_A_WORD = words("told by to the of with for from and or a at in said signed baron de called named von herr mr")

# A line in which somebody claims his rights, for folded lines; and what shows that a name behind © does.
RIGHTS_LINE = (
    r"(?:©|\(c\)\s|copyright\b\s?(?:©|\(c\))?)[^.]{0,120}?(?:\b(?:19|20)\d\d\b|©|\(c\)).{0,260}"
    r"|©\s?\S.{0,100}"
    r"|[^.!?]{0,100}\b(?:all rights reserved|alle rechte vorbehalten|tous droits reserves"
    r"|todos los derechos reservados)\W{0,4}"
    r"(?:.{0,160}(?:published|broadcast|redistributed|permission).{0,120})?"
    r"|(?:جمیع الحقوق|کلیه حقوق|تمامی حقوق|همه حقوق)[^.،؛]{0,80}"
    r"|this material may not be published, broadcast,.{0,120}"
)  # fmt: skip
RIGHTS = (
    r"\b(?:1[89]|20)\d\d\b|rights reserved|vorbehalten|copyright|gmbh|\binc\b|\bltd\b|\bllc\b|impressum"
    r"|riservata|reservados|réservés|derechos"
)
SOURCE_LABELS = keys("Source | Sources | Quelle | Quellen | المصدر | منبع | سەرچاوە | Fuente | Via")
NETWORKS = either("Twitter | X | Twitter/X | X/Twitter | Facebook | Instagram | Threads | Bluesky | Mastodon | TikTok")
# What shows that a long name is that of a body, and words of sentences, in lower or title case, that none bears.
BODIES = words(
    "inc corp corporation ltd limited llc llp plc gmbh ag sa se kg company co group holdings bank institute university"
    " foundation association council society trust"
)
OF_SENTENCES = words(
    "is are was were be been has have had would must not no now to says said it they he she who what how why when"
)
CATEGORY_LABELS = keys("Categories | Category | Kategorien | Kategorie | Rubrik | Catégories | Categorías | Categoría")
STANDARDS = "our standards: the thomson reuters trust principles"
SYNDICATION = r"[*•]?\s?(?:خدمة|بالاتفاق مع|خاص بـ)\s?[«\"“]([^»\"”]{2,40})[»\"”]\W?"

# ── Pictures ─────────────────────────────────────────────────────────────────────────────────────────────────────

# Labels that name whoever made a picture: what follows is a credit.
PHOTO_LABELS = either("""
Photo | Photos | Photo credit | Photo credits | Photocredit | Photographs | Photograph | Photographer | Photography
Photo illustration | Image credit | Image credits | Picture credit | Pic credit | Credit | Image source | Photo source
Lead image | Featured image | Header image | Header photo | Cover photo | Cover image | Image via | Image courtesy
Foto | Fotos | Fotocredit | Fotoquelle | Fotograf | Fotografin | Bildquelle | Bildquellen | Bildnachweis | Bildrechte
Bildcredit | Titelbild | Titelfoto | Teaserbild | Beitragsbild | Aufmacherfoto | Archivbild | Archivfoto
Image | Images | Picture | Pictures | Pic | Bild | Bilder | Grafik | Illustration | Illustrationen | Collage | Zdjęcie
Crédito | Crédit | Crédit photo | Crédits | Fotografía | Imagen | Photo d'illustration
تصوير | عدسة | المصور | صورة | الصورة | الصور | عکس | عکس ها | عکس‌ها | عکاس | وێنە | وێنەگر | فۆتۆ
""")
PHOTO_ALONE = keys(
    "Photo | Photos | Photo credit | Image credit | Credit | Foto | Fotos | Bild | Fotograf | عکس | تصوير"
)
# Those that need no colon.
PHOTO_BY = either("""
Photo by | Photos by | Photograph by | Photographs by | Picture by | Pictures by | Image by | Images by | Pic by
Photo courtesy of | Photos courtesy of | Image courtesy of | Images courtesy of | Picture courtesy of | Photo courtesy
Courtesy of | Foto von | Fotos von | Bild von | Foto de | Photo de | بعدسة | عکس از | عکس‌ها از
""")
# Labels before a caption.
CAPTION_LABELS = either("""
FILE PHOTO | FILE PICTURE | FILE IMAGE | File photo | File picture | File image | File | Symbolbild | Symbolfoto
Picture | Image | Photo | Pictured | Above | Bild | Bildunterschrift | Caption | Bildtext
""")
# What BBC pages print before credit and caption.
IMAGE_CREDIT = either("Image copyright | Image source | Media source")
IMAGE_CAPTION = either("Image caption | Media caption | Video caption")
ENLARGE = keys("Enlarge this image | Vergrößern | Enlarge | Enlarge image | View larger image | Bild vergrößern")
TOGGLE = r"(?:\s?\b(?:hide|toggle|show) caption\b)+"

CREDIT_WORDS = either("""
Photo | Foto | Image | Picture | Courtesy | Handout | File | Archive | Archiv | Archivbild | Screenshot
Screengrab | via
صورة | أرشيف | عکس | وێنە
""")
# A word in small letters that is a whole credit.
SMALL_CREDITS = words(
    "privat private dpa epd imago pixabay unsplash pexels fotolia shutterstock handout archiv zvg nh pm pr"
    " gettyimages istock istockphoto instagram facebook twitter"
)
# Whose pictures papers print: alone on a line they are a credit, and never who filed a story.
PICTURE_AGENCIES = keys("""
Getty | Getty Images | GettyImages | AFP via Getty | AFP via Getty Images | AFP/Getty | AFP/Getty Images | iStock
iStockphoto | Shutterstock | Adobe Stock | Alamy | Alamy Stock Photo | Corbis | Rex Features | REX | Unsplash | Pixabay
Pexels | Fotolia | Depositphotos | Dreamstime | 123RF | Picture Alliance | imago | imago images | imago-images
Keystone
Anadolu | Anadolu Images | Zuma | ZUMA Press | ZUMA Wire | ddp | ullstein bild | action press | AP Photo | AP Images
Reuters Photo | Wikimedia Commons | Wikimedia | Wikipedia | Flickr | Photocase | Gettyimages | EPA | epa-EFE
USA Today Sports | Icon Sportswire | PA Images | PA Wire
""")
SAYS = r"\b(?:said|says|asked|told|added|replied|sagte|sagt|fragte|dijo)\b|قال|أضاف|گفت|افزود|گوتی|وتی"
NO_CREDIT = words("poll survey index study ranking data exclusive chart table")

# ── Headlines ────────────────────────────────────────────────────────────────────────────────────────────────────

TITLE_LABELS = keys("Title | Headline | Titel | Überschrift | العنوان | عنوان | تیتر | سەردێڕ")
URL_LABELS = keys("URL | Link | Source | Permalink | Original | Quelle | المصدر | الرابط | منبع | لینک | سەرچاوە")
CONTACT_LABELS = keys("Contact | Contacts | Media contact | Press contact | Contact person | Pressekontakt | Kontakt")
# What a press office prints above its headline: what the paper is, that it may be printed, or from when on.
RELEASES = keys("""
Press release | News release | Media release | Pressemitteilung | Pressemeldung | Presseinformation | Medienmitteilung
Communiqué de presse | Comunicado de prensa | Nota de prensa | بيان صحفي
""")
RELEASED = (
    "for immediate release", "for immediate publication", "for immediate distribution",
    "zur sofortigen veroffentlichung", "zur sofortigen freigabe", "pour diffusion immediate",
    "para publicacion inmediata", "للنشر الفوری",
)  # fmt: skip
EMBARGOED = (
    r"(?:(?:strictly )?(?:embargoed|under embargo)(?: until| till| to| for)?|embargo(?: until| till)?"
    r"|hold for release until|not for (?:release|publication) (?:before|until)|gesperrt bis|sperrfrist)"
    r"\b\s?:?\s?(.{3,70})"
)

# What stands behind the name of a story in its slug: a day, a number of words, which version of it this is.
SLUG_WORDS = (
    r"(?:\d\d-\d\d|0\d{3}|\d{3}|(?i:bjt|budget|urgent|writethru|adv\d{1,2}|take \d|\d?(?:st|nd|rd|th)? ?"
    r"(?:ld|lead|add|sub)(?:-writethru)?))(?!\w)"
)
# What a wire did to its story, in a note to editors: "(Adds quote)", "Eds: UPDATES with quotes.".
CHANGES = "adds|updates|recasts|corrects|refiles|repeats|releads|rewrites|removes|writes through"
# With one of these before or behind the break, a headline goes on in the next line.
HEADLINE_GOES_ON = words(
    "a an the of in on at by to for from with as and or over under after before into against amid than but says"
    " der die das den dem des ein eine im am zum zur von vor nach mit für auf und oder gegen bei"
    " el la los las de del en un una y con por para le les du des et au aux dans sur"
)

# Labels that stand above a headline and are none.
KICKERS = keys("""
Opinion | Opinions | Editorial | Editorials | Comment | Commentary | Column | Analysis | News analysis | Explainer
Explained | Exclusive | Breaking | Breaking news | Developing | Live | Feature | Features | Profile | Obituary
Obituaries | Interview | Q&A | Review | Reviews | Special report | Investigation | Fact check | Factbox | Timeline
Op-Ed | Op-Ed Contributor | Op-Ed Columnist | Guest column | Guest columnist | Guest commentary
Letters | Press release | News release | Media release | In brief | News in brief | Watch | Video | Podcast
News | Local news | World | World news | National | International | Politics | Business | Economy | Finance | Markets
Sport | Sports | Football | Soccer | Culture | Arts | Entertainment | Lifestyle | Travel | Health | Science
Technology | Tech | Environment | Climate | Weather | Education | Crime | Courts | Religion | Society | Local | Regional
UK | US | U.S. | Europe | Asia | Africa | Americas | Middle East | Iraq | Kurdistan
Meinung | Kommentar | Leitartikel | Analyse | Kolumne | Interview | Reportage | Porträt | Rezension | Exklusiv
Eilmeldung | Nachrichten | Politik | Wirtschaft | Kultur | Sport | Fußball | Wissenschaft | Gesellschaft | Panorama
Ausland | Inland | Lokales | Pressemitteilung | Pressemeldung | Presseinformation | Medienmitteilung | Hintergrund
Communiqué de presse | Comunicado de prensa | Nota de prensa | بيان صحفي
Opinión | Política | Economía | Deportes | Cultura | Sociedad | Internacional | Exclusiva | Última hora | Negocios
Mundo | Nacional
رأي | مقال | مقالات | تحليل | تقرير | تقارير | خاص | حصري | عاجل | افتتاحية | حوار | سياسة | اقتصاد | رياضة | ثقافة
منوعات | محليات | أخبار | أخبار محلية | دولي | العالم
یادداشت | سرمقاله | گفتگو | گزارش | سیاسی | اقتصادی | ورزشی | فرهنگی | اجتماعی | بین الملل | اختصاصی
بیروڕا | وتار | شیکاری | ڕاپۆرت | هەواڵ | بەپەلە | تایبەت | سیاسی | ئابووری | وەرزش | چاوپێکەوتن
""")
# Above the points of a story.
HIGHLIGHTS = keys("Story highlights | Article highlights")
# What a note begins with that a paper prints above a story it has changed.
NOTES = either("""
Correction | Corrections | Clarification | Editor's note | Editor’s note | Editors' note | Korrektur | Berichtigung
Anmerkung der Redaktion | Corrección | Nota del editor | Rectificatif | تصحيح | تنويه
""")
# "March 3, 2020 Was the Longest Day": with one of these behind it, a date is a part of the headline.
AFTER_A_DATE = words("was is will to in at and or marks remembered through as has had the when where")

# Words of a line that says when, and no day: "2 hours ago", "vor 3 Stunden", "10:30 GMT".
AGO = (
    r"(?:about |over )?(?:\d{1,3}|an?|one) (?:sec|second|min|minute|hour|hr|day|week|month|year)s? ago"
    r"|vor (?:\d{1,3}|einer|einem) (?:sekunde|minute|stunde|tag|woche|monat|jahr)\w{0,2}"
    r"|منذ (?:\d{1,3} )?(?:دقیقه|دقایق|ساعه|ساعات|ساعتین|یوم|یومین|ایام|اسبوع)"
    r"|\d{1,3} (?:دقیقه|ساعت|روز) (?:پیش|قبل)"
    r"|\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?|uhr)(?: \(?[a-z]{2,4}\)?)?"
    r"|\d{1,2}[:.]\d\d (?:gmt|utc|bst|ce?s?t|e[sd]?t|p[sd]?t|ist|msk)"
)  # fmt: skip
# The same behind a label such as "Published".
CLOCK = r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: uhr)?(?: \(?[a-z]{2,5}\)?)?"
