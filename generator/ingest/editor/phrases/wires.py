"""Words of wires: agencies, what is no dateline, months, weekdays, labels of dates. Data. Pure."""

from generator.ingest.editor.phrases import either, keys, words
from generator.text import fold

AGENCIES = keys("""
Reuters | Reuter | AP | A.P. | Associated Press | The Associated Press | AFP | Agence France-Presse | UPI | dpa
dpa-AFX | EFE | ANSA | TASS | ITAR-TASS | Interfax | RIA Novosti | RIA | Sputnik | Xinhua | Kyodo | Kyodo News
Jiji | Jiji Press | Yonhap | Bernama | PTI | ANI | IANS | UNI | APP | PNA | Antara | AAP | CP | The Canadian Press | PA
PA Media | Press Association | EPA | EPA-EFE | ANP | Belga | APA | SDA | Keystone-SDA | STT | NTB | TT | Ritzau
PAP | CTK | Agerpres | Tanjug | HINA | BTA | MTI | Lusa | Anadolu | Anadolu Agency | AA | IHA | DHA | IRNA | ISNA
Mehr | Fars | Tasnim | INA | NINA | SPA | WAM | KUNA | QNA | BNA | SANA | Petra | MENA | MAP | TAP | APS | SUNA
Wafa | Ma'an | NAN | GNA | SAnews | Bloomberg | Bloomberg News | Dow Jones | CNN | BBC | Al Jazeera | RFE/RL
Radio Free Europe | VOA | Getty | Getty Images | PR Newswire | PRNewswire | Business Wire | BUSINESS WIRE
GlobeNewswire | Marketwired | Thomson Reuters Foundation | Inter Press Service | IPS | McClatchy
Tribune News Service | TNS | CNS | Catholic News Service | RNS | SID | epd | KNA | Rudaw | ESTA | NRT | Shafaq
IRIB | MNA | FNA | Pajhwok | Khaama Press | Rûdaw | Kurdistan 24 | Basnews | Ukrinform | UNIAN | BelTA | KCNA | CNA
TASR | SITA | AFX | AP-DJ | taz | Europa Press | Notimex | Prensa Latina | Xinhua News Agency | Kyodo News Service
CNW | Newsfile | Canada NewsWire | Marketwire | Market Wire | GLOBE NEWSWIRE | PRNewswire-USNewswire
PRNewswire-FirstCall | PRNewswire-Asia | MarketWatch | ТАСС | РИА Новости | Интерфакс | أسوشيتدبرس | أسوشييتد برس
أ ب د | رويترز | أ ف ب | أ.ف.ب | ا ف ب | فرانس برس | د ب أ | د.ب.أ | أ ب | أ.ب | أسوشيتد برس | واس | وام | كونا
قنا | بنا | بترا | سبأ | سانا | وفا | معا | سونا | أ ش أ | أ.ش.أ | وكالات | الوكالات | الأناضول | شينخوا | سبوتنيك
نوفوستي | إيرنا | واع | ناس | فارس | ایسنا | ایرنا | مهر | تسنیم | ایلنا | روداو | باسنیوز | کوردستان ٢٤ | خەبەرهەڵ
ڕووداو | شەفەق نیوز
""")
# Those that open a story with their bare name and a dash.
BARE = keys("Reuters | AP | AFP | UPI | Agence France-Presse | Associated Press | رويترز | أ ف ب | ا ف ب | د ب أ | واس")
# Small words of the languages whose papers print a full stop behind the place.
WHERE_STOPS_STAND = words(
    "der die das dem den ein eine und ist im zu mit auf von hat og och det på av af för som er är har med"
)
# Initials in parentheses that are no agency.
NO_AGENCY = words(
    "eu un us uk uae usa e.u. u.n. u.s. u.k. am pm gmt utc bst est edt cet cest eet ist msk pst pdt pdf hd tv dvd cd ft"
)
# The short names with which state agencies sign behind a date: "الرياض 11 أغسطس 2015 م واس".
SIGNED = either("واس | وام | كونا | قنا | بنا | بترا | سبأ | سانا | سونا | وفا | واع | أ ش أ | أ.ش.أ")
# Papers that stand beside a city in datelines of their own and of others. No wires: an archive may be one of them.
OUTLETS = keys("""
الحياة | الشرق الأوسط | عكاظ | الوطن | المدينة | اليوم | الجزيرة | الرياض | الشرق | مكة | سبق | الوئام | عين اليوم
المواطن | تواصل | المرصد | أخبار 24 | أخبار24 | صدى | العربية.نت | العربية نت | الجزيرة.نت | الجزيرة نت | الخليج
البيان | الاتحاد | الاقتصادية | الرياضية | مباشر | أرقام | الراي | القبس | الأنباء | السياسة | الأهرام
ESTA | Rudaw | NRT | Shafaq | روداو | ڕووداو | باسنیوز | کوردستان ٢٤ | خەبەرهەڵ | شەفەق نیوز | CNN | BBC | Al Jazeera
المصري اليوم | اليوم السابع | الشروق | النهار | السفير | الأخبار | القدس العربي | المسلة | المدى برس | السومرية نيوز
شفق نيوز | الغد برس | سكاي نيوز عربية | الحرة | الخليج أونلاين | إيلاف | دنيا الوطن | معا | الغد | الرأي | الدستور
""")
# First names by which a reporter is known behind an Arabic city: "تبوك - عبد الله الحربي:".
GIVEN_NAMES = words(
    "محمد أحمد عبدالله عبد عبدالرحمن عبدالعزيز عبدالملك عبدالمجيد عبدالإله عبدالهادي عبدالكريم عبدالرحيم عبدالسلام"
    " عبدالمحسن"
    " عبداللطيف عبدالوهاب عبدالحميد عبدالخالق عبدالقادر عبدالواحد عبدالسميع خالد فهد سعود سعد سعيد سلطان سلمان"
    " سليمان سالم سامي"
    " صالح صلاح علي عمر عمار عثمان فيصل فارس فايز فواز فؤاد ماجد مازن مبارك محمود محسن مروان مساعد مشعل مصطفى معاذ"
    " منصور موسى"
    " ناصر نايف نواف نبيل هاني هادي هشام وليد ياسر يحيى يوسف إبراهيم إسماعيل أسامة أمين أنس أيمن بندر بدر تركي ثامر"
    " جابر جمال حاتم"
    " حامد حسام حسن حسين حماد حمد حمدان حمود خليل راشد رائد رامي ربيع رضا زكي زياد زيد سامر سيف شاكر شريف طارق طلال"
    " عادل عامر عايض"
    " عباس عبيد عزيز عصام عماد عوض عيسى غازي غالب غسان قاسم كامل كريم كمال ماهر مالك مجدي مرزوق مفلح مهدي نادر نزار"
    " وائل"
    " فاطمة نورة سارة مريم منى هدى هبة هند أمل أسماء خديجة عائشة زينب سميرة ليلى نجلاء ريم رنا دينا منال نادية"
    " كارزان ئارام ڕێبوار هێمن کاوە ئازاد دلشاد"
)
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
    " story summary highlights background context source sources attention contact email subject re fwd from"
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
    " мнение комментарий срочно γνώμη opinión avis"
    " بەپەلە هەنووکە ڤیدیۆ وێنە ڕاپۆرت"
    " قال قالت وقال أكد أعلن ذكر أضاف گفت افزود کرد گوتی وتی"
    " corrected refile refiled tonight today tomorrow yesterday health education traffic markets stocks cricket tennis"
    " business politics obituary obituaries lottery recipe recipes venue republicans democrats sport sports weather"
    " results scores fixtures roundup world science culture football soccer rugby golf crime courts economy finance"
    " comercial coronavirus advertorial promotion quote unquote headlines agenda schedule programme program"
)
MONTHS = {
    fold(name): number
    for number, names in enumerate(
        (
            "january jan jänner januar jän januari janvier enero ene gennaio janeiro ocak stycznia января يناير"
            " كانون_الثاني جانفي ژانویه"
            " ژانویهٔ کانوونی_دووەم",
            "february feb februar feber februari lutego февраля février fév febrero febbraio fevereiro şubat فبراير"
            " شباط فيفري فوریه شوبات",
            "march mar märz mär mars maart marzo março mart marca марта مارس آذار مارچ ئازار",
            "april apr avril abril abr aprile nisan kwietnia апреля أبريل ابريل نيسان أفريل آوریل نیسان",
            "may mai mei mayo maggio maio mayıs maja мая مايو أيار ماي مه ئایار",
            "june jun juni juin czerwca июня junio giugno junho haziran يونيو حزيران جوان ژوئن حوزەیران",
            "july jul juli juillet lipca июля julio luglio julho temmuz يوليو تموز جويلية ژوئیه تەمووز",
            "august aug augustus août agosto ago ağustos sierpnia августа أغسطس آب أوت اوت ئاب",
            "september sep sept septembre września сентября septiembre settembre setembro eylül سبتمبر أيلول سپتامبر"
            " ئەیلوول",
            "october oct oktober okt octobre października октября octubre ottobre outubro ekim أكتوبر تشرين_الأول"
            " اکتبر تشرینی_یەکەم",
            "november nov novembre listopada ноября noviembre novembro kasım نوفمبر تشرين_الثاني نوامبر تشرینی_دووەم",
            "december dec dezember dez décembre grudnia декабря déc diciembre dic dicembre dezembro aralık ديسمبر"
            " كانون_الأول دسامبر"
            " کانوونی_یەکەم",
        ),
        start=1,
    )
    for name in names.replace("_", "\N{NO-BREAK SPACE}").split(" ")
}
WEEKDAYS = {
    fold(name): number  # as datetime counts them: Monday is 0
    for number, names in enumerate(
        (
            "monday mon montag mo lundi lunes الاثنين الإثنين اثنين دوشنبه دو_شنبه دووشەممە",
            "tuesday tue tues dienstag di mardi martes الثلاثاء ثلاثاء سه‌شنبه سه_شنبه سێشەممە",
            "wednesday wed weds mittwoch mi mercredi miércoles الأربعاء أربعاء چهارشنبه چهار_شنبه چوارشەممە",
            "thursday thu thur thurs donnerstag do jeudi jueves الخميس خميس پنجشنبه پنج_شنبه پێنجشەممە",
            "friday fri freitag fr vendredi viernes الجمعة جمعة جمعه هەینی",
            "saturday sat samstag sonnabend sa samedi sábado السبت سبت شنبه شەممە",
            "sunday sun sonntag so dimanche domingo الأحد أحد یکشنبه یک_شنبه یەکشەممە",
        )
    )
    for name in names.replace("_", "\N{NO-BREAK SPACE}").split(" ")
}
PERSIAN_WEEKDAYS = tuple(name for name in WEEKDAYS if name.endswith("شنبه") or name == "جمعه")
# Months of the Iranian calendar, by their Persian and their Afghan names.
IRANIAN_MONTHS = {
    fold(name): number
    for number, names in enumerate(
        (
            "فروردین حمل", "اردیبهشت ثور", "خرداد جوزا", "تیر سرطان", "مرداد امرداد اسد", "شهریور سنبله",
            "مهر میزان", "آبان عقرب", "آذر قوس", "دی جدی", "بهمن دلو", "اسفند حوت",
        ),
        start=1,
    )
    for name in names.split(" ")
}  # fmt: skip
# Months of the Islamic calendar, see `calendars`.
HIJRI_MONTHS = either(
    """
محرم | صفر | ربيع الأول | ربيع الاول | ربيع الثاني | ربيع الآخر | جمادى الأولى | جمادى الأول | جمادى الثانية
جمادى الآخرة | جماد أول | جماد ثاني | جماد الأول | جماد الثاني | رجب | شعبان | رمضان | شوال | ذو القعدة | ذي القعدة
ذوالقعدة | ذو الحجة | ذي الحجة | ذوالحجة | القعدة | الحجة
ربیع‌الاول | ربیع‌الثانی | جمادی‌الاول | جمادی‌الثانی
ذی‌القعده | ذی‌الحجه
Muharram | Safar | Rabi al-Awwal | Rabi ul Awwal | Rabi-ul-Awwal | Rabi al-Thani | Rabi ul Sani | Rabi-us-Sani
Jumada al-Awwal | Jumada al-Ula | Jumadi-ul-Awwal | Jumada al-Thani | Jumada al-Akhirah | Jumadi-us-Sani | Rajab
Shaban | Sha'ban | Shaaban | Ramadan | Ramazan | Shawwal | Dhu al-Qadah | Dhul Qadah | Zul-Qaada | Ziqa'ad
Dhu al-Hijjah | Dhul Hijjah | Dhul-Hijjah | Zul-Hijjah | Zilhaj
""",
    folded=True,
)
DATE_LABELS = either(
    """
First published | Published | Published on | Published at | Posted | Posted on | Posted at | Publication date | Date
Date published | Date posted | Release date | Released | Released on | For immediate release | For release | Dated
Issue of | Issue date | Issue dated | From the issue of | Print edition | Print issue
Created | Erstellt | Erstellt am | Veröffentlicht | Veröffentlicht am | Stand | Datum | Erschienen am | Ausgabe vom
Aus der Ausgabe vom | Erschienen in der Ausgabe vom | Druckausgabe | Druckausgabe vom
Publié le | Édition du | Día | Publicado el | Edición del | Edición impresa
نشر في | نشر يوم | نشر بتاريخ | تاريخ النشر | التاريخ | تاریخ | تاریخ انتشار
زمان انتشار | بەرواری بڵاوکردنەوە | بەروار
""",
    folded=True,
)
_UPDATES = """
Last updated | Last updated on | Last updated at | Last modified | Date updated | Updated | Updated on | Updated at
Modified | Aktualisiert | Aktualisiert am | Zuletzt aktualisiert | Mis à jour le | Mise à jour le
Modifié le | Actualizado el | آخر تحديث
آخرین به‌روزرسانی | آخرین به روزرسانی | تاریخ به‌روزرسانی | به‌روزرسانی
تم التحديث | نوێکراوەتەوە
"""
UPDATE_LABELS = either(_UPDATES, folded=True)
UPDATES_AS_WRITTEN = either(_UPDATES)
