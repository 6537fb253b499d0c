"""Words of wires: agencies, what is no dateline, months, weekdays, labels of dates. Data. Pure."""

from generator.ingest.phrases import either, keys, words
from generator.text import fold

AGENCIES = keys("""
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
AGENCY_WORDS = either("""
News | Press | Agency | Agentur | Media | Times | Post | Wire | Newswire | TV | Radio | Network | Now | Online
.com | .net
نيوز | نیوز | وكالة | وكالات | خبرگزاری | أنباء | ئاژانس
""")

# First words of what looks like a dateline and is none. (KEY WEST, KING OF PRUSSIA and NEW DELHI are datelines.)
NO_CITY = words(
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
WEEKDAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
    " montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so"
    " lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo"
    " الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد اثنين ثلاثاء أربعاء خميس جمعة سبت أحد"
    " شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه دووشەممە سێشەممە چوارشەممە پێنجشەممە هەینی شەممە یەکشەممە"
)
DATE_LABELS = either(
    """
First published | Published | Published on | Published at | Posted | Posted on | Posted at | Publication date | Date
Dated | Created | Erstellt | Erstellt am | Veröffentlicht | Veröffentlicht am | Stand | Datum | Publié le | Publicado el
نشر في | نشر بتاريخ | تاريخ النشر | التاريخ | تاریخ | تاریخ انتشار | بەرواری بڵاوکردنەوە | بەروار
""",
    folded=True,
)
UPDATE_LABELS = either(
    """
Last updated | Last updated on | Last updated at | Last modified | Updated | Updated on | Updated at | Modified
Aktualisiert | Aktualisiert am | Zuletzt aktualisiert | Mis à jour le | Actualizado el
آخر تحديث | تم التحديث | نوێکراوەتەوە
""",
    folded=True,
)
