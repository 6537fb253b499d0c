"""Words that pages print around a story, and words that newsrooms use: the lists, as data. Pure.

Chosen by hand from counts over saved news pages and text scrapes. They match whole lines only, under `text.key`
(case, accents, punctuation and letter variants do not count), so one spelling a row is enough. Add to them freely,
but a phrase that is also a sentence of somebody's story does not belong here.
"""

import re

from generator.text import fold, key


def _keys(rows: str) -> frozenset[str]:
    """One phrase between two bars or line ends."""
    return frozenset(key(phrase) for row in rows.splitlines() for phrase in row.split("|") if phrase.strip())


def _either(rows: str, folded: bool = False) -> str:
    """The same as a regular expression, for phrases before something else. `folded`: for text under `text.fold`."""
    names = (name.strip() for row in rows.splitlines() for name in row.split("|") if name.strip())
    longest_first = sorted({fold(name) if folded else name for name in names}, key=lambda name: (-len(name), name))
    return "(?:" + "|".join(map(re.escape, longest_first)) + ")"


def _words(row: str) -> frozenset[str]:
    return frozenset(fold(word) for word in row.split())


# ── Lines around a story ─────────────────────────────────────────────────────────────────────────────────────────

# Labels above the headlines of the neighbouring articles.
PREVIOUS = _keys("""
Previous Article | Previous Post | Previous Story | Previous News | Prev Article | Prev Post | Prev Story | Older Post
Vorheriger Artikel | Vorheriger Beitrag | Voriger Artikel | Voriger Beitrag | Vorherige Meldung
Article précédent | Artículo anterior | Entrada anterior | Articolo precedente | Artigo anterior | Vorig artikel
Önceki haber | Önceki yazı | Gotara berê | Nûçeya berê
المقال السابق | المقالة السابقة | الخبر السابق | الموضوع السابق | المنشور السابق | التدوينة السابقة
مطلب قبلی | نوشته قبلی | خبر قبلی | مقاله قبلی | نوشتهٔ پیشین
بابەتی پێشوو | هەواڵی پێشوو | وتاری پێشوو | بابەتی پێشتر | هەواڵی پێشتر
""")
NEXT = _keys("""
Next Article | Next Post | Next Story | Next News | Newer Post
Nächster Artikel | Nächster Beitrag | Nächste Meldung
Article suivant | Artículo siguiente | Entrada siguiente | Articolo successivo | Próximo artigo | Volgend artikel
Sonraki haber | Sonraki yazı | Gotara din | Nûçeya din
المقال التالي | المقالة التالية | الخبر التالي | الموضوع التالي | المنشور التالي | التدوينة التالية
مطلب بعدی | نوشته بعدی | خبر بعدی | مقاله بعدی | نوشتهٔ بعدی
بابەتی داهاتوو | هەواڵی داهاتوو | وتاری داهاتوو | بابەتی دواتر | هەواڵی دواتر
""")
# The same in one word: believed only below the last sentence of the text.
PREVIOUS_WORD = _keys("Previous | Prev | Vorheriger | Précédent | Anterior | Önceki | السابق | قبلی | پێشوو | پێشتر")
NEXT_WORD = _keys("Next | Nächster | Suivant | Siguiente | Sonraki | التالي | بعدی | داهاتوو | دواتر")

# Labels above lists of other stories: the headlines below them are foreign.
SECTIONS = _keys("""
Related Posts | Related Articles | Related Stories | Related News | Related Content | Related Topics
Related Coverage
Related Links | You May Also Like | You Might Also Like | More Stories | More News | More From This Section
Recommended for You | Recommended Stories | Recommended Articles | Popular Posts | Most Popular | Most Read
Most Viewed | Trending Now | Latest News | Latest Stories | Latest Articles | Top Stories | Read Next | Recent Posts
From Around the Web | Around the Web | From the Web | Sponsored Content | Promoted Stories | Editors' Picks
Ähnliche Beiträge | Ähnliche Artikel | Verwandte Artikel | Verwandte Beiträge | Mehr zum Thema | Neueste Beiträge
Das könnte Sie auch interessieren | Das könnte dich auch interessieren | Auch interessant | Lesen Sie auch
Meistgelesen | Weitere Artikel | Weitere Meldungen | Beliebte Beiträge
أخبار ذات صلة | مقالات ذات صلة | مواضيع ذات صلة | اقرأ أيضاً | اقرأ أيضًا | آخر الأخبار | أحدث الأخبار | الأكثر قراءة
الأكثر تصفحاً | قد يعجبك أيضا | مواضيع أخرى | أخبار متعلقة | المزيد من الأخبار
مطالب مرتبط | مقالات مرتبط | اخبار مرتبط | آخرین اخبار | پربازدیدترین ها | پربیننده ترین | بیشتر بخوانید
بابەتی پەیوەندیدار | هەواڵی پەیوەندیدار | بابەتە پەیوەندیدارەکان | دوایین هەواڵ | دوایین هەواڵەکان
زۆرترین خوێنراوە | زۆرترین خوێنراوەکان | بابەتەکانی تری | هەواڵی زیاتر
""")

# Said by pages and never by stories: cut wherever they stand below or above the story.
SURE = _keys("""
Share this | Share this article | Share this story | Share this post | Share on Facebook | Share on Twitter
Share on X
Share on WhatsApp | Share on LinkedIn | Share via Email | Click to share | Tweet this | Pin it | Copy link
Print this
Email this | Print this article | Email this article | Follow us | Follow us on Twitter | Follow us on Facebook
Like us on Facebook | Join us on Telegram | Subscribe now | Sign up now | Sign up for our newsletter
Subscribe to our newsletter | Get our newsletter | Leave a comment | Leave a reply | Cancel reply | Post a comment
Add a comment | View comments | Show comments | Log in to comment | Join the conversation | Join the discussion
Be the first to comment | View the discussion thread | Comments are closed | No comments | No comments yet
Your email address will not be published | Your email address will not be published. Required fields are marked *
Required fields are marked | Save my name, email, and website in this browser for the next time I comment
Notify me of new posts | Notify me of follow-up comments by email | Notify me of new posts by email
Post was not sent - check your email addresses! | Sorry, your blog cannot share posts by email.
Back to top | Return to top | Go to top | Continue reading | Continue reading below | Keep reading | Story continues
Story continues below advertisement | Article continues below | Read more | Load more | See more | View all
Show more
Skip to content | Skip to main content | Skip to navigation | Advertise with us | Contact us | About us
About the author
Privacy policy | Cookie policy | Terms of use | Terms of service | Terms and conditions | All rights reserved
Do not sell my personal information | Your California privacy rights | We use cookies | Accept cookies | Site map
Become a member | Support us | Donate now | Download our app | Get the app | Report an error | Thanks for signing up
Opens in new window | Hide caption | Show caption | Toggle caption | View gallery | Play video | Close video
Image copyright | Hide transcript | Sign in | Sign up | Log in | My account | Adchoices
Schreibe einen Kommentar | Kommentar verfassen | Kommentar schreiben | Artikel teilen | Beitrag teilen | Nach oben
Zum Seitenanfang | Folgen Sie uns | Teilen Sie dies mit | Zur Startseite | Newsletter abonnieren | Jetzt abonnieren
Weiterlesen | Zum Inhalt springen | Alle Rechte vorbehalten | Datenschutzerklärung | Auf Facebook teilen
شارك الخبر | شارك المقال | شارك هذا الخبر | تابعونا على | تابعنا على | اقرأ المزيد | تابع القراءة | ...المزيد
إضافة تعليق جديد | أضف تعليق | اترك تعليقا | اترك ردا | تجاوز إلى المحتوى الرئيسي | الصفحة الرئيسية
جميع الحقوق محفوظة
حماية الخصوصية | سياسة الخصوصية | سياسة الاستخدام | شروط الاستخدام | إعلانك على موقعنا | تعليقات () | عرض كل الأخبار
// انتهى // | //انتهى// | // يتبع // | للتواصل مع الكاتب ارسل رسالة SMS | استمارة البحث | تسجيل الدخول
ملفات تعريف الارتباط
انتهای متن/ | انتهای پیام/ | انتهای خبر | ادامه دارد... | ادامه مطالعه | ادامه مطلب | مشاهده همه مقالات | ارسال نظر
نظر خود را بنویسید | این خبر را به اشتراک بگذارید | بازگشت به بالا | ثبت نظر
زیاتر بخوێنەوە | هاوبەشی پێ بکە | گەڕانەوە بۆ هەواڵەکان | هەموو هەواڵەکان | هەموو بەشەکان | کۆمێنت بنووسە
Zêdetir bixwîne | Parve bike
""")

# Said by pages, but by stories too: cut only beside a line that is cut, at the very end, or above the story.
WEAK = _keys("""
Share | Shares | Total | Tweet | Tweets | Like | Likes | Save | Print | Email | E-mail | Pin | Facebook | Twitter | X
WhatsApp | Telegram | LinkedIn | Pinterest | Reddit | Viber | Messenger | Instagram | YouTube | RSS | Follow
Subscribe
Newsletter | Newsletters | Comments | Comment | Reply | Tags | Tagged | Topics | Categories | Category | Related
Trending
Popular | Latest | Recommended | Featured | Advertisement | Ad | Sponsored | Promoted | Paid post | Menu | Home
Search
Close | Login | Register | Copyright | Permissions | Reprints | Donate | Views | Views: | Author | Disqus | Loading
Top | Previous | Next | Prev | Filed under | Posted in | Posted by | Posted on | Link copied | 0 comments
Next Previous
Teilen | Drucken | Kommentare | Anzeige | Werbung | Schlagwörter | Startseite | Suche | Impressum | Kontakt
Datenschutz
Merken | Twittern | Mailen | Abonnieren | Vorheriger | Nächster
شارك | مشاركة | طباعة | التعليقات | تعليقات | الوسوم | سمات | الرئيسية | بحث | اشترك | تابعنا | إعلان | واتساب
فيسبوك | تويتر
تلغرام | السابق | التالي | المزيد | المصادر
اشتراک گذاری | اشتراک‌گذاری | برچسب ها | برچسب‌ها | نظرات | دیدگاه‌ها | چاپ | خانه | جستجو | تبلیغات | قبلی | بعدی
هاوبەشکردن | تێبینییەکان | سەرچاوەکان | تاگەکان | سەرەکی | گەڕان | ڕیکلام | پێشوو | داهاتوو | چاپکردن | بینەر
""")

# Lines with a part that varies. Each is tried on the folded line; linear, no nested repetition.
PATTERNS = (
    r"(?:©|\(c\)|copyright\b).{0,200}",
    r".{0,120}(?:all rights reserved|alle rechte vorbehalten|جمیع الحقوق محفوظه)\W*",
    r"\d[\d.,]*k? (?:shares?|comments?|views?|likes?|tweets?|reads?|kommentare?|retweets?)",
    r"(?:shares?|comments?|views?|likes?|tweets?|kommentare)\W{0,3}\d[\d.,]*k?\W{0,2}",
    r"(?:تعلیقات|المشاهدات|عدد المشاهدات|بازدید)\W{0,3}\d[\d.,]*k?\W{0,2}",
    r"\d{1,3}[ -]?(?:mins?|minutes?|minuten|خوله?ک|دقائق|دقیقه) (?:read|readtime|lesezeit|قراءه|خویندنه?وه|مطالعه)",
    r"(?:lesezeit|reading time)\W{0,3}\d{1,3} \w{1,10}",
    r"(?:follow|like|join) us on [\w ,&]{1,60}",
    r"(?:sign up|subscribe) (?:for|to) (?:our|the) [^.]{0,60}(?:newsletter|alerts|updates|e-?mails?)\W*",
    r"(?:read (?:more|also|next)|(?:also read|see also|related)|lesen sie auch|mehr zum thema) ?[:>»] ?.{1,200}",
    r"(?:اقرا ایضا|بیشتر بخوانید) ?[:>»] ?.{1,200}",
    r"\d\d:\d\d ت م",
    r"رابط الخبر بصحیفه .{0,250}",
)  # fmt: skip

# Labels before the tags that a page prints.
TAG_LABELS = _keys("""
Tags | Tag | Tagged | Tagged with | Filed under | Topics | Keywords | Schlagwörter | Schlagworte
الوسوم | سمات | كلمات دلالية | برچسب ها | برچسب‌ها | تاگەکان
""")

# ── Bylines, pictures, headlines ─────────────────────────────────────────────────────────────────────────────────

BYLINE_LABELS = _either("""
By | Written by | Words by | Story by | Von | Author | Autor
بقلم | كتب | كتبت | كاتب | الكاتب | نویسنده | نووسەر | نووسینی
""")
PHOTO_LABELS = _either("""
Photo | Photos | Picture | Pictures | Pic | Image | Images | Photo credit | Image credit | Picture credit | Credit
Photograph | Photo by | Photograph by | Picture by | Image by | Photo courtesy | File photo | Photo illustration
Foto | Fotos | Bild | Bilder | Symbolbild | Symbolfoto
صورة | الصورة | تصوير | عدسة | عکس | عکس ها | عکس‌ها | عکس از | وێنە | فۆتۆ
""")
CREDIT_WORDS = _either("""
Photo | Foto | Image | Picture | Courtesy | Handout | File | Archive | Archiv | Archivbild | Screenshot
Screengrab | via
صورة | أرشيف | عکس | وێنە
""")
TITLE_LABELS = _keys("Title | Headline | Titel | Überschrift | العنوان | عنوان | تیتر | سەردێڕ")
URL_LABELS = _keys("URL | Link | Source | Permalink | Original | Quelle | المصدر | الرابط | منبع | لینک | سەرچاوە")

# Words of a byline that no person bears as a name.
NOT_A_PERSON = _words(
    "the a an any all no our your its his her my this that these those land sea air means popular demand contrast"
    " default"
    " day night monday tuesday wednesday thursday friday saturday sunday january february march april june july"
    " august"
    " september october november december today tomorrow yesterday then now and or of in on at for to with next last"
    " law vote order numbers chance hand force end"
)
STAFF = _words(
    "staff desk newsroom correspondent correspondents reporter reporters writer writers editor editors agencies"
)

# ── Agencies ─────────────────────────────────────────────────────────────────────────────────────────────────────

AGENCIES = _keys("""
Reuters | AP | A.P. | Associated Press | The Associated Press | AFP | Agence France-Presse | UPI | dpa | dpa-AFX
EFE | ANSA
TASS | ITAR-TASS | Interfax | RIA Novosti | RIA | Sputnik | Xinhua | Kyodo | Kyodo News | Jiji | Jiji Press | Yonhap
Bernama
PTI | ANI | IANS | UNI | APP | PNA | Antara | AAP | CP | The Canadian Press | PA | PA Media | Press Association | EPA
EPA-EFE | ANP | Belga | APA | SDA | Keystone-SDA | STT | NTB | TT | Ritzau | PAP | CTK | Agerpres | Tanjug | HINA
BTA | MTI
Lusa | Anadolu | Anadolu Agency | AA | IHA | DHA | IRNA | ISNA | Mehr | Fars | Tasnim | INA | NINA | SPA | WAM
KUNA | QNA
BNA | SANA | Petra | MENA | MAP | TAP | APS | SUNA | Wafa | Ma'an | NAN | GNA | SAnews | Bloomberg | Bloomberg News
Dow Jones | CNN | BBC | Al Jazeera | RFE/RL | Radio Free Europe | VOA | Getty | Getty Images | PR Newswire
PRNewswire
Business Wire | BUSINESS WIRE | GlobeNewswire | Marketwired | Thomson Reuters Foundation | Inter Press Service | IPS
McClatchy | Tribune News Service | TNS | CNS | Catholic News Service | RNS | SID | epd | KNA | Rudaw | ESTA | NRT
Shafaq
رويترز | أ ف ب | أ.ف.ب | ا ف ب | فرانس برس | د ب أ | د.ب.أ | أ ب | أ.ب | أسوشيتد برس | واس | وام | كونا | قنا | بنا
بترا
سبأ | سانا | وفا | معا | سونا | أ ش أ | أ.ش.أ | وكالات | الوكالات | الأناضول | شينخوا | سبوتنيك | نوفوستي | إيرنا
واع | ناس
فارس | ایسنا | ایرنا | مهر | تسنیم | ایلنا | روداو | باسنیوز | کوردستان ٢٤ | خەبەرهەڵ | ڕووداو | شەفەق نیوز
""")
# What the name of an agency that stands on no list may end or be made with.
AGENCY_WORDS = _either("""
News | Press | Agency | Agentur | Media | Times | Post | Wire | Newswire | TV | Radio | Network | Now | Online
.com | .net
نيوز | نیوز | وكالة | وكالات | خبرگزاری | أنباء | ئاژانس
""")

# ── Datelines ────────────────────────────────────────────────────────────────────────────────────────────────────

# First words of what looks like a dateline and is none. (KEY WEST, KING OF PRUSSIA and NEW DELHI are datelines.)
NO_CITY = _words(
    "breaking update updated updates exclusive dear correction corrections clarification file watch listen live"
    " video audio"
    " photo photos picture pictures image gallery analysis opinion editorial comment commentary column letter"
    " letters note"
    " editor's editors warning alert urgent flash developing just news factbox explainer timeline profile review"
    " interview"
    " preview recap report special feature sponsored advertisement q a question answer fact facts poll quiz read"
    " more also see"
    " story summary highlights background context source sources attention contact tel email subject re fwd from"
    " to cc"
    " for immediate release embargoed the an in on at by it its he she they we you i this that these those there"
    " here what"
    " it's he's she's that's there's here's what's who's how's let's don't i'm we're they're you're"
    " when where why how who but and or if so as then yes no not all mr mrs ms dr sen sen. rep rep. gov gov."
    " senator president"
    " minister mayor governor chairman director spokesman spokeswoman police judge pope"
    " nato opec unesco unicef unhcr who fifa uefa nasa cia fbi eu un u.n. us u.s. usa uk u.k. gop imf bbc cnn nbc"
    " cbs abc"
    " covid covid-19 aids hiv gdp nba nfl nhl mlb ioc icc isis isil is pkk kdp puk pmf ypg sdf idf hamas irgc"
    " eilmeldung update: korrektur exklusiv anzeige kommentar interview: wichtig achtung"
    " عاجل خاص حصري تصحيح تحديث فيديو شاهد بالفيديو بالصور صور تقرير تحليل رأي مقال ملاحظة فوری اصلاحیه ویدئو عکس"
    " گزارش"
    " بەپەلە هەنووکە ڤیدیۆ وێنە ڕاپۆرت"
    " قال قالت وقال أكد أعلن ذكر أضاف گفت افزود کرد گوتی وتی"
)
MONTHS = {
    fold(name): number
    for number, names in enumerate(
        (
            "january jan jänner januar jän janvier enero gennaio janeiro ocak يناير كانون_الثاني جانفي ژانویه"
            " ژانویهٔ کانوونی_دووەم",
            "february feb februar feber février fév febrero febbraio fevereiro şubat فبراير شباط فيفري فوریه شوبات",
            "march mar märz mär mars marzo março mart مارس آذار مارچ ئازار",
            "april apr avril abril aprile nisan أبريل ابريل نيسان أفريل آوریل نیسان",
            "may mai mayo maggio maio mayıs مايو أيار ماي مه ئایار",
            "june jun juni juin junio giugno junho haziran يونيو حزيران جوان ژوئن حوزەیران",
            "july jul juli juillet julio luglio julho temmuz يوليو تموز جويلية ژوئیه تەمووز",
            "august aug août agosto ağustos أغسطس آب أوت اوت ئاب",
            "september sep sept septembre septiembre settembre setembro eylül سبتمبر أيلول سپتامبر ئەیلوول",
            "october oct oktober okt octobre octubre ottobre outubro ekim أكتوبر تشرين_الأول اکتبر تشرینی_یەکەم",
            "november nov novembre noviembre novembro kasım نوفمبر تشرين_الثاني نوامبر تشرینی_دووەم",
            "december dec dezember dez décembre déc diciembre dicembre dezembro aralık ديسمبر كانون_الأول دسامبر"
            " کانوونی_یەکەم",
        ),
        start=1,
    )
    for name in names.replace("_", "\N{NO-BREAK SPACE}").split(" ")
}
WEEKDAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
    " montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so"
    " lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo"
    " الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد اثنين ثلاثاء أربعاء خميس جمعة سبت أحد"
    " شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه دووشەممە سێشەممە چوارشەممە پێنجشەممە هەینی شەممە یەکشەممە"
)
DATE_LABELS = _either(
    """
First published | Published | Published on | Published at | Posted | Posted on | Posted at | Publication date | Date
Dated | Created | Erstellt | Erstellt am | Veröffentlicht | Veröffentlicht am | Stand | Datum | Publié le | Publicado el
نشر في | نشر بتاريخ | تاريخ النشر | التاريخ | تاریخ | تاریخ انتشار | بەرواری بڵاوکردنەوە | بەروار
""",
    folded=True,
)
UPDATE_LABELS = _either(
    """
Last updated | Last updated on | Last updated at | Last modified | Updated | Updated on | Updated at | Modified
Aktualisiert | Aktualisiert am | Zuletzt aktualisiert | Mis à jour le | Actualizado el
آخر تحديث | تم التحديث | نوێکراوەتەوە
""",
    folded=True,
)

# ── Names ────────────────────────────────────────────────────────────────────────────────────────────────────────

ABBREVIATIONS = _words(
    "mr mrs ms dr prof st sen sens rep reps gov gen col lt capt sgt maj cmdr adm hon rev fr pres supt insp messrs"
    " jr sr vs v no"
    " nos vol inc ltd co corp bros dept univ assn jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu"
    " fri sat sun"
    " calif fla ill mich minn pa tex wash mass conn ariz colo ga ind kan ky la md mo neb nev okla ore tenn va wis"
    " wyo ave blvd"
    " rd sq mt ft approx est fig etc al cf eg ie bzw ca dr. hr hrn fr. nr str tel usw evtl ggf inkl abs mio mrd"
)

# Capitalised where a sentence begins, or before a name: never part of one.
NOT_IN_A_NAME = _words(
    "a about above according across after afterwards again against ago all almost along already also although"
    " altogether among"
    " an and another any anyone anything are as asked at away back be because before behind being below beside"
    " besides between"
    " beyond both but by can could dear despite did do does doing down due during each earlier either else"
    " elsewhere especially"
    " even eventually every everyone everything few finally following for former formerly from further given had"
    " has have"
    " having he hence her here hers herself him himself his how however i if i'm in indeed inside instead into is"
    " it its itself"
    " just last late later least less let like likewise many may maybe me meanwhile might mine more moreover most"
    " much must my"
    " near nearly neither never nevertheless no nobody none nor not nothing now of off often on once one only onto"
    " or other"
    " others otherwise our ours out outside over own per perhaps please quite rather really recently same say says"
    " several"
    " shall she should similarly since six so some somebody someone something sometimes soon speaking still such"
    " take than"
    " thank that the their them then there therefore these they this those though through throughout thus to today"
    " together"
    " tomorrow too toward towards under unless until up upon very was we well were what whatever when where"
    " whereas wherever"
    " whether which while who whole whom whose why will with within without would yes yesterday yet you your yours"
    " it's he's"
    " she's they're we're that's there's don't didn't i've we've two three four five seven eight nine ten mr mrs"
    " ms miss dr prof"
    " sir lord lady dame sen sens rep reps gov gen col capt sgt lt president vice premier senator senators"
    " congressman"
    " congresswoman representative governor mayor chancellor chairman chairwoman chief executive colonel captain"
    " commander"
    " sergeant pope bishop archbishop cardinal reverend spokesman spokeswoman spokesperson ambassador lawmaker mp"
    " mps ceo"
    " emeritus producer actor actress singer candidate coach"
    " monday tuesday wednesday thursday friday saturday sunday january february march april june july august"
    " september october"
    " november december jan feb mar apr jun jul aug sept oct nov dec am pm gmt est edt bst utc p.m a.m"
    " der die das den dem des ein eine einer eines und oder aber nicht ist sind war im am bei zum zur mit nach von"
    " aus auf für"
    " le la les un une des du et ou mais il elle ils au aux dans sur pour par el los las y o pero en con por para"
    " del al lo"
)
# Part of a name at most: alone they say nothing.
NOT_ALONE = _words(
    "american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss"
    " austrian polish"
    " czech slovak hungarian romanian bulgarian greek turkish kurdish arab arabic persian iranian iraqi syrian"
    " lebanese israeli"
    " palestinian jordanian saudi emirati kuwaiti qatari yemeni omani egyptian libyan tunisian algerian moroccan"
    " sudanese"
    " ethiopian kenyan nigerian african european asian russian ukrainian georgian armenian afghan pakistani indian"
    " chinese"
    " japanese korean vietnamese thai indonesian malaysian filipino australian canadian mexican brazilian"
    " argentine cuban"
    " danish swedish norwegian finnish serbian croatian"
    " americans britons germans russians iraqis iranians israelis palestinians kurds arabs turks muslims"
    " christians jews"
    " western eastern northern southern north south east west central christian muslim islamic jewish catholic"
    " sunni shiite shia"
    " u.s u.n u.k us un uk usa tv web internet net photo file caption image email online republican democrat"
    " democratic labour"
    " conservative republicans democrats conservatives tory tories liberal"
    " prime minister ministers ministry secretary director general major king queen prince princess judge justice"
    " attorney"
    " professor doctor government state states federal national international embassy police army military court"
    " parliament"
    " congress senate house committee council party media agency news press office department university hospital"
    " city province"
    " district county republic union world church bank group company association league cup act bill law street"
    " road new old"
    " great first second third part team district lead"
)
