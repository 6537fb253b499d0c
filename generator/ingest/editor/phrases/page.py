"""Lines that pages print around a story: labels, buttons, lists of other stories. Data. Pure.

For any text, near its ends: PREVIOUS, NEXT, SECTIONS, SURE, WEAK, PATTERNS. For a text that is a whole page, where much
more is known to be the page's: also LISTS, COMMENTS, WRITERS, LEGAL, MENU, MORE and TALK, see `ingest.marks`.
"""

from generator.ingest.editor.phrases import keys

# Labels above the headlines of the neighbouring articles.
PREVIOUS = keys("""
Previous Article | Previous Post | Previous Story | Previous News | Prev Article | Prev Post | Prev Story | Older Post
Vorheriger Artikel | Vorheriger Beitrag | Voriger Artikel | Voriger Beitrag | Vorherige Meldung
Article précédent | Artículo anterior | Entrada anterior | Articolo precedente | Artigo anterior | Vorig artikel
Önceki haber | Önceki yazı | Gotara berê | Nûçeya berê
المقال السابق | المقالة السابقة | الخبر السابق | الموضوع السابق | المنشور السابق | التدوينة السابقة
مطلب قبلی | نوشته قبلی | خبر قبلی | مقاله قبلی | نوشتهٔ پیشین
بابەتی پێشوو | هەواڵی پێشوو | وتاری پێشوو | بابەتی پێشتر | هەواڵی پێشتر
""")
NEXT = keys("""
Next Article | Next Post | Next Story | Next News | Newer Post
Nächster Artikel | Nächster Beitrag | Nächste Meldung
Article suivant | Artículo siguiente | Entrada siguiente | Articolo successivo | Próximo artigo | Volgend artikel
Sonraki haber | Sonraki yazı | Gotara din | Nûçeya din
المقال التالي | المقالة التالية | الخبر التالي | الموضوع التالي | المنشور التالي | التدوينة التالية
مطلب بعدی | نوشته بعدی | خبر بعدی | مقاله بعدی | نوشتهٔ بعدی
بابەتی داهاتوو | هەواڵی داهاتوو | وتاری داهاتوو | بابەتی دواتر | هەواڵی دواتر
""")
# The same in one word: believed only below the last sentence of the text.
PREVIOUS_WORD = keys("Previous | Prev | Vorheriger | Précédent | Anterior | Önceki | السابق | قبلی | پێشوو | پێشتر")
NEXT_WORD = keys("Next | Nächster | Suivant | Siguiente | Sonraki | التالي | بعدی | داهاتوو | دواتر")

# Labels above lists of other stories: the headlines below them are foreign.
SECTIONS = keys("""
Related Posts | Related Articles | Related Stories | Related News | Related Content | Related Topics
Related Coverage
Related Links | You May Also Like | You Might Also Like | More Stories | More News | More From This Section
Recommended for You | Recommended Stories | Recommended Articles | Popular Posts | Most Popular | Most Read
Most Viewed | Trending Now | Latest News | Latest Stories | Latest Articles | Top Stories | Read Next | Recent Posts
From Around the Web | Around the Web | From the Web | Sponsored Content | Promoted Stories | Editors' Picks
Ähnliche Beiträge | Ähnliche Artikel | Verwandte Artikel | Verwandte Beiträge | Mehr zum Thema | Neueste Beiträge
Das könnte Sie auch interessieren | Das könnte dich auch interessieren | Auch interessant | Lesen Sie auch
Meistgelesen | Weitere Artikel | Weitere Meldungen | Beliebte Beiträge | Dies könnte Sie auch interessieren
Mehr zu diesem Thema | Weitere Themen | Ähnliche Themen | Ähnliche Meldungen | Ähnliche Nachrichten | Passend zum Thema
Empfehlungen der Redaktion | Neueste Artikel | Neueste Meldungen | Aktuelle Beiträge | Letzte Beiträge
Sur le même sujet | À lire aussi | Articles similaires | Articles en relation | Les plus lus | Vous aimerez aussi
Te puede interesar | También te puede interesar | Noticias relacionadas | Artículos relacionados | Temas relacionados
Lo más visto | Lo más leído | Las más leídas | Las más vistas | Últimas noticias | Otras noticias
Leggi anche | Articoli correlati | Potrebbe interessarti | I più letti | Lees ook | Leia também | Veja também
Zobacz także | Zobacz też | Czytaj także | Czytaj też | Powiązane artykuły | Читайте также | Похожие новости
أخبار ذات صلة | مقالات ذات صلة | مواضيع ذات صلة | اقرأ أيضاً | اقرأ أيضًا | آخر الأخبار | أحدث الأخبار | الأكثر قراءة
الأكثر تصفحاً | قد يعجبك أيضا | مواضيع أخرى | أخبار متعلقة | المزيد من الأخبار | مواضيع متعلقة | الأكثر مشاهدة
إقرأ أيضاً | اخترنا لك | قد يهمك أيضا | أخبار مشابهة | الموضوعات ذات الصلة
مطالب مرتبط | مقالات مرتبط | اخبار مرتبط | آخرین اخبار | پربازدیدترین ها | پربیننده ترین | بیشتر بخوانید
خبرهای مرتبط | اخبار پیشنهادی | جدیدترین اخبار | پربحث ترین | از سراسر وب | مطالب پیشنهادی
بابەتی پەیوەندیدار | هەواڵی پەیوەندیدار | بابەتە پەیوەندیدارەکان | دوایین هەواڵ | دوایین هەواڵەکان
زۆرترین خوێنراوە | زۆرترین خوێنراوەکان | بابەتەکانی تری | هەواڵی زیاتر | نوێترین هەواڵ | نوێترین هەواڵەکان
هەواڵە پەیوەندیدارەکان | بابەتی هاوشێوە | Nûçeyên têkildar | Nûçeyên dawî
""")

# Said by pages and never by stories: cut wherever they stand below or above the story.
SURE = keys("""
Share this | Share this article | Share this story | Share this post | Share on Facebook | Share on Twitter
Share on X
Share on WhatsApp | Share on LinkedIn | Share via Email | Click to share | Tweet this | Pin it | Copy link
Print this
Email this | Print this article | Email this article | Follow us | Follow us on Twitter | Follow us on Facebook
Like us on Facebook | Join us on Telegram | Subscribe now | Sign up for our newsletter
Subscribe to our newsletter | Get our newsletter | Leave a comment | Leave a reply | Cancel reply | Post a comment
Add a comment | View comments | Show comments | Log in to comment
Be the first to comment | View the discussion thread | Comments are closed | No comments | No comments yet
Your email address will not be published | Your email address will not be published. Required fields are marked *
Required fields are marked | Save my name, email, and website in this browser for the next time I comment
Notify me of new posts | Notify me of follow-up comments by email | Notify me of new posts by email
Post was not sent - check your email addresses! | Sorry, your blog cannot share posts by email.
Back to top | Return to top | Go to top | Continue reading | Continue reading below | Keep reading | Story continues
Story continues below advertisement | Article continues below | Read more | Load more | See more | View all
Show more
Skip to content | Skip to main content | Skip to navigation | Advertise with us
About the author
Privacy policy | Cookie policy | Terms of use | Terms of service | Terms and conditions | All rights reserved
Do not sell my personal information | Your California privacy rights | We use cookies | Accept cookies | Site map
Join our mailing list | Get the newsletter | Subscribe to email updates | Print this page | Email a friend
Save this article | Gift this article | Listen to this article | Article continues below advertisement
Continue reading the main story | Show all comments | Report this ad | Why am I seeing this ad?
Download our app | Get the app | Report an error | Thanks for signing up | Thank you for signing up
Opens in new window | Hide caption | Show caption | Toggle caption | View gallery | Play video | Close video
Image copyright | Hide transcript | Sign in | Log in | My account | Adchoices
Schreibe einen Kommentar | Kommentar verfassen | Kommentar schreiben | Artikel teilen | Beitrag teilen | Nach oben
Zum Seitenanfang | Folgen Sie uns | Teilen Sie dies mit | Zur Startseite | Newsletter abonnieren | Jetzt abonnieren
Weiterlesen | Zum Inhalt springen | Zur Navigation springen | Alle Rechte vorbehalten | Datenschutzerklärung
Auf Facebook teilen | Auf Twitter teilen | Per E-Mail teilen | Diesen Artikel teilen | Diesen Beitrag teilen
Direkt zum Inhalt | Schreib einen Kommentar | Schreiben Sie einen Kommentar | Kommentar hinzufügen | Antwort abbrechen
Artikel drucken | Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert
Newsletter bestellen
شارك الخبر | شارك المقال | شارك هذا الخبر | تابعونا على | تابعنا على | اقرأ المزيد | تابع القراءة | ...المزيد
إضافة تعليق جديد | أضف تعليق | اترك تعليقا | اترك ردا | تجاوز إلى المحتوى الرئيسي | الصفحة الرئيسية
جميع الحقوق محفوظة | كل الحقوق محفوظة | لن يتم نشر عنوان بريدك الإلكتروني | اشترك في النشرة البريدية
شارك على فيسبوك | شارك على تويتر | انشر الخبر | نسخ الرابط | تم نسخ الرابط | أرسل لصديق | تابعنا على فيسبوك
حماية الخصوصية | سياسة الخصوصية | سياسة الاستخدام | شروط الاستخدام | إعلانك على موقعنا | تعليقات () | عرض كل الأخبار
// انتهى // | //انتهى// | // يتبع // | للتواصل مع الكاتب ارسل رسالة SMS | استمارة البحث | تسجيل الدخول
ملفات تعريف الارتباط
انتهای متن/ | انتهای پیام/ | انتهای خبر | ادامه دارد... | ادامه مطالعه | ادامه مطلب | مشاهده همه مقالات | ارسال نظر
کپی لینک | لینک کوتاه | ارسال به دوستان | عضویت در خبرنامه | به کانال ما در تلگرام بپیوندید
نظر خود را بنویسید | این خبر را به اشتراک بگذارید | بازگشت به بالا | ثبت نظر
لینک کۆپی بکە | بۆ هاوڕێیەک بنێرە | هەموو مافەکان پارێزراوە | لە فەیسبووک هاوبەشی بکە
زیاتر بخوێنەوە | هاوبەشی پێ بکە | گەڕانەوە بۆ هەواڵەکان | هەموو هەواڵەکان | هەموو بەشەکان | کۆمێنت بنووسە
Zêdetir bixwîne | Parve bike
""")

# Said in the middle of a story, by pages only.
CONTINUES = keys("""
Story continues below | Story continues below advertisement | Story continues after advertisement | Story continues
Article continues below | Article continues below advertisement | Article continues after advertisement
Continue reading below | Continue reading the main story | Scroll down to continue reading | Scroll to continue
""")

# Said by pages, but by stories too: cut only beside a line that is cut, at the very end, or above the story.
WEAK = keys("""
Share | Shares | Total | Tweet | Tweets | Like | Likes | Save | Print | Email | E-mail | Pin | Facebook | Twitter | X
WhatsApp | Telegram | LinkedIn | Pinterest | Reddit | Viber | Messenger | Instagram | YouTube | RSS | Follow
Subscribe
Newsletter | Newsletters | Comments | Comment | Reply | Tags | Tagged | Topics | Categories | Category | Related
Trending
Popular | Latest | Recommended | Featured | Advertisement | Ad | Sponsored | Promoted | Paid post | Menu | Home
Search
Close | Login | Register | Copyright | Permissions | Reprints | Donate | Views | Views: | Author | Disqus | Loading
Contact us | About us | Join the conversation | Join the discussion | Become a member | Support us | Donate now
Sign up | Sign up now
Top | Previous | Next | Prev | Filed under | Posted in | Posted by | Posted on | Link copied | 0 comments
Next Previous
Teilen | Drucken | Kommentare | Anzeige | Werbung | Schlagwörter | Startseite | Suche | Impressum | Kontakt
Datenschutz
Merken | Twittern | Mailen | Abonnieren | Vorheriger | Nächster
شارك | مشاركة | طباعة | التعليقات | تعليقات | الوسوم | سمات | الرئيسية | بحث | اشترك | تابعنا | إعلان | واتساب
فيسبوك | تويتر
تلغرام | السابق | التالي | المزيد | المصادر | تيليجرام | يوتيوب | انستغرام | تسجيل | دخول | القائمة | نشر | أرسل
اشتراک گذاری | اشتراک‌گذاری | برچسب ها | برچسب‌ها | نظرات | دیدگاه‌ها | چاپ | خانه | جستجو | تبلیغات | قبلی | بعدی
هاوبەشکردن | تێبینییەکان | سەرچاوەکان | تاگەکان | سەرەکی | گەڕان | ڕیکلام | پێشوو | داهاتوو | چاپکردن | بینەر
""")

_NETWORK = (
    r"(?:facebook|twitter|x|instagram|youtube|linkedin|telegram|whatsapp|tiktok|pinterest|snapchat|threads|mastodon"
    r"|bluesky|reddit|flickr|google\+?|google news|apple news|tumblr|social media|soundcloud|spotify|vk|viber|signal"
    r"|discord|twitch|wechat|weibo|vimeo|rss)(?!\w)"
)
_CONSENT = (
    r"\b(?:accept|agree|consent|privacy|browser|(?:web)?site|experience|analy[sz]|personali[sz]|policy|traffic|ads"
    r"|advertis|learn more|zustimm|akzept|einverstanden|datenschutz|webseite|mehr dazu|mehr erfahren|personalisier)"
)
_RIGHTS = r"(?:all rights reserved|alle rechte vorbehalten|جمیع الحقوق محفوظه)"
# "Copyright law dates from 1976" tells a story, "Copyright The Harbour 1976" does not.
_SAYS_NOTHING = (
    r"(?!.{0,90}\b(?:in|from|since|until|of|law|laws|act|is|was|were|has|had|will|says?|said|expire[sd]?|for)\b)"
)

# Lines with a part that varies. Each is tried on the folded line; linear, no nested repetition.
PATTERNS = (
    r"للتواصل ارسل sms الی \d.{0,80}",  # blocks of Saudi papers: write to the columnist
    r"تبدا بالرمز ?\(? ?\d{1,5} ?\)? ثم مسافه.{0,60}",
    r"\d{4,7} ?- ?(?:stc|mobily|zain|موبایلی|زین|الاتصالات)\W{0,3}",
    r"(?:لمراسله|للتواصل مع) الکاتب ?:.{1,80}",
    r"\[email.{1,3}protected\].{0,12}",
    r"(?:پایان|انتهای) (?:پیام|خبر|متن) ?/ ?[\w./-]{0,12}",
    r"(?:©.{0,60}?\d{4}|\(c\)\W{0,3}\d{4}|copyright\W{0,3}(?:©|\(c\)|\d{4})).{0,200}",
    rf"(?:\(c\)|copyright) {_SAYS_NOTHING}.{{1,50}}?[ ,©]\d{{4}}(?:[\W_]*|[.,;|–-] ?(?:all|alle) .{{0,150}})",
    rf"(?=.{{0,120}}{_RIGHTS}\W*\Z)(?:[^.!?:]{{0,60}}[.|–—-] ?|.{{0,60}}?(?:\d{{4}}|©).{{0,60}}?)?{_RIGHTS}\W*",
    r"\d[\d.,]*k? (?:shares?|comments?|views?|likes?|tweets?|reads?|kommentare?|retweets?)",
    r"(?:shares?|comments?|views?|likes?|tweets?|kommentare)\W{0,3}\d[\d.,]*k?\W{0,2}",
    r"(?:تعلیقات|المشاهدات|عدد المشاهدات|بازدید)\W{0,3}\d[\d.,]*k?\W{0,2}",
    r"\d{1,3}[ -]?(?:mins?|minutes?|minuten|خوله?ک|دقائق|دقیقه) (?:read|readtime|lesezeit|قراءه|خو[یێ]ندنه?وه|مطالعه)",
    r"(?:lesezeit|reading time)\W{0,3}\d{1,3} \w{1,10}",
    rf"(?:follow|like|join|find) us on (?:our )?{_NETWORK}(?:(?:,|,? and|,? &|,? or) {_NETWORK}){{0,8}}"
    r"(?:(?:,? (?:and|for|to|at)|:|,)? ?[@\w][\w ,&@]{0,50})?\W{0,3}",
    r"(?:(?:this|our) (?:web)?site uses|diese (?:web)?seite verwendet) cookies\b.{0,200}",
    rf"(?:we use|wir verwenden) cookies\b(?:\W*|.{{0,200}}?{_CONSENT}.{{0,200}})",
    r"(?:get|receive|sign up|subscribe)\b.{1,140} (?:in|to|into) your inbox\b(?! and)[^,]{0,30}",
    r"have\b.{1,100} (?:delivered|sent) .{0,30}(?:in|to|into) your inbox\b(?! and)[^,]{0,30}",
    r"(?:sign up|subscribe) (?:for|to) our [^.]{0,60}(?:newsletter|alerts|updates|e-?mails?)\W*",
    r"(?:sign up|subscribe) (?:for|to) the (?:[\w'’]{1,20} ){0,4}newsletter\W*",
    r"(?:read (?:more|also|next)|(?:also read|see also|related)|lesen sie auch|mehr zum thema) ?[:>»] ?.{1,200}",
    r"(?:اقرا ایضا|بیشتر بخوانید) ?[:>»] ?.{1,200}",
    r"\d\d:\d\d ت م",
    r"رابط الخبر بصحیفه [^:]{2,40}:.{0,250}",
)  # fmt: skip

# Labels before the tags that a page prints.
TAG_LABELS = keys("""
Tags | Tag | Tagged | Tagged with | Filed under | Topics | Keywords | Schlagwörter | Schlagworte
الوسوم | سمات | كلمات دلالية | برچسب ها | برچسب‌ها | تاگەکان
""")

# ── For a text that is a whole page ──────────────────────────────────────────────────────────────────────────────

# Labels above lists of other stories that are a single word, or a sentence of somebody's story.
LISTS = keys("""
Related | Related Articles | More from | See also | Explore further | More on this | More on this topic
Further reading | More on this story | Don't miss | Also read | Read also | Trending | Popular | Latest
Recommended | Featured | More
What to read next | Up next | In other news | Top news | Latest posts | New articles | Other stories | More to read
Most commented | Discover more | Editor's picks | Best of the web | Also on our site | Past issues
Das könnte Ihnen auch gefallen | Neue Artikel | Aktuelle Artikel | Mehr lesen | Mehr dazu | Themen im Artikel
Weitere Beiträge | Weitere Nachrichten | Empfehlung der Redaktion | Top-Beiträge | Am beliebtesten | Meist gelesen
Meistgeklickte Beiträge | Meistgelesene Artikel | Beliebteste Artikel | Lesetipps | Zum Thema | Aus dem Archiv
Weiterführende Links | Links zum Thema | Newsticker | Interessant | Weitere Infos | Aktuelle Nachrichten
Aktuelle Meldungen | Letzte Meldungen | Empfohlene Beiträge | Empfohlene Artikel | Mehr Artikel | Auch lesenswert
Mehr News | Top-Themen | Top-Nachrichten | Das ist jetzt wichtig | Anzeige: Empfehlungen
Articles liés | Dans la même rubrique | À voir aussi | Plus d'articles | À la une | Lire aussi | À découvrir
Le puede interesar | Más noticias | Leer también | Lea también | Lee también | Leé también | Más sobre este tema
Te recomendamos | Relacionadas | Recomendados | Lo último | Más leídas | Destacados | Contenido patrocinado
Ultime notizie | Correlati | Da non perdere | Polecane | Najnowsze | Podobne artykuły | Zobacz również
Najczęściej czytane | Meer nieuws | Gerelateerde artikelen | Notícias relacionadas | Mais lidas
Související články | Populárne
Новости по теме | Другие новости | Популярное | Последние новости
ذات صلة | المزيد | مقالات | مختارات | شاهد أيضا | إقرأ أيضا | مرتبط | بیشتر | زیاتر | پەیوەندیدار
""")

# Labels above what readers write: below the story nothing but comments follows.
COMMENTS = keys("""
Comments | Comment | Leave a comment | Leave a reply | Leave a reply Cancel reply | Leave your comment | Add comment
Post a comment | Add a comment | Write a comment | View comments | Show comments | Join the conversation | Responses
Join the discussion | Reader comments | User comments | Discussion | Your comment | Login to comment | No comments
Log in to comment | No comments yet | Comments are closed | Trackbacks | Be the first to comment | Cancel reply
Your email address will not be published | Your email address will not be published. Required fields are marked *
Kommentare | Kommentar | Kommentar schreiben | Kommentar verfassen | Kommentar verfassen Antwort abbrechen
Kommentar hinzufügen | Kommentar abgeben | Kommentar hinterlassen | Schreibe einen Kommentar | Neuer Kommentar
Schreibe einen Kommentar Antwort abbrechen | Schreiben Sie einen Kommentar | Schreib einen Kommentar | Ihr Kommentar
Hinterlasse einen Kommentar | Hinterlassen Sie einen Kommentar | Dein Kommentar | Keine Kommentare | Leserkommentare
Leserbriefe | Antworten | Antwort hinterlassen | Antwort abbrechen | Diskutieren Sie mit | Diskussion | Was denkst du?
Leser-Interaktionen | Neueste Kommentare | Letzte Kommentare | Kommentare als RSS
Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert
Commentaires | Laisser un commentaire | Ajouter un commentaire | Comentarios | Deja un comentario | Deja una respuesta
Commenti | Lascia un commento | Komentarze | Dodaj komentarz | Reacties | Comentários | Комментарии | Diskuze
التعليقات | تعليقات | أضف تعليق | أضف تعليقا | اترك تعليقا | اترك ردا | إضافة تعليق جديد | تعليقات القراء
نظرات | دیدگاه‌ها | نظرات کاربران | ارسال نظر | ثبت نظر | نظر شما | نظر خود را بنویسید
تێبینییەکان | کۆمێنتەکان | کۆمێنت بنووسە | Şîrove
""")

# Labels of boxes about the writer, the outlet or whom the press may call.
WRITERS = keys("""
About the author | About the writer | About the authors | Author | Meet the author | Written by | About | About us
Autor | Autorin | Autoreninfo | Über den Autor | Über die Autorin | Über die Autoren | Zur Person | Zum Autor
Ein Beitrag von | Über uns | Über mich | Pressekontakt | Press contact | Media contact | Contact | Kontakt
Sobre el autor | À propos de l'auteur | L'autore | O autorze | نبذة عن الكاتب
عن الكاتب | درباره نویسنده | دەربارەی نووسەر
""")

# What stands at the foot of a page.
LEGAL = keys("""
Privacy policy | Privacy | Privacy notice | Terms of use | Terms of service | Terms and conditions | Terms
Cookie policy | Legal notice | Legal | Accessibility | Impressum | Datenschutz | Datenschutzerklärung
Datenschutzhinweise | AGB
Nutzungsbedingungen | Netiquette | Cookie-Einstellungen | Aviso legal | Mentions légales | Política de privacidad
Polityka prywatności | Regulamin | Note legali | Colofon | Ochrana osobních údajů
سياسة الخصوصية | شروط الاستخدام | حماية الخصوصية | اتفاقية الاستخدام | حریم خصوصی | قوانین | سیاسەتی تایبەتێتی
""")

# What stands in menus, and between no headline and its story.
NAVIGATION = keys("""
Archive | Archives | Sidebar | Navigation | Menu | Main menu | Footer | Search | Search for | Service | Services | Login
Log in | Sign in | Home | News | Podcasts | Careers | Advertise | Site map | Sitemap | Help | FAQ | RSS | My account
Toggle navigation | Skip to content | Skip to main content
Archiv | Haupt-Sidebar | Menü | Hauptmenü | Footer-Menü | Suche | Suchen | Suche nach | Anmelden | Abmelden
Registrieren | Startseite | Nachrichten | Mediadaten | Jobs | Karriere | Stellenangebote | Abo | Shop | Kontakt
Hauptnavigation | Kontaktformular | Zum Inhalt springen | Direkt zum Inhalt | Zur Navigation springen
Accueil | Rechercher | Recherche | Se connecter | Inscription | Inicio | Buscar | Suscríbete | Suscribirse
Iniciar sesión | Portada | Noticias | Contacto | Cerca | Abbonati | Accedi | Contatti | Szukaj | Zaloguj | Kontakt
Logowanie | Strona główna | Zoeken | Início | Hledat | Přihlásit | Поиск | Войти | Главная | Новости
首页 | 登录 | 注册 | الرئيسية | الصفحة الرئيسية | بحث | القائمة | اتصل بنا | من نحن | تسجيل الدخول | أعلن معنا
خريطة الموقع | خانه | صفحه اصلی | جستجو | ورود | ثبت نام | درباره ما | تماس با ما | آرشیو | پیوندها
سەرەکی | گەڕان | دەربارەی ئێمە | پەیوەندی | چوونەژوورەوە | Serrûpel | Lêgerîn | Têkilî | Anasayfa | Ara | Giriş
""")

# The same, and the buttons around a story.
MENU = NAVIGATION | keys("""
Newsletter | Newsletters | Subscribe | Sign up | Sign me up | Share | Tags | Categories | Advertisement | Follow us
Meta | Partner | Topics | Read more | Facebook | Twitter | Instagram | YouTube | LinkedIn | Pinterest | Name
E-Mail | Email | Website | Video | Videos | Photos | Close | Donate | Teilen | Schlagwörter | Schlagworte
Kategorien | Anzeige | Werbung | Folgen Sie uns | Jetzt anmelden | Newsletter abonnieren | Beitragsnavigation
Beitrags-Navigation | Themen | Weiterlesen | Mehr erfahren | Schließen | Presse | Abonnieren | Drucken | Nach oben
Zurück | Weiter | Partager | S'abonner | Imprimer | Publicité | Vidéos | Compartir | Imprimir | Publicidad
Etiquetas | Deportes | Cerrar | Condividi | Stampa | Pubblicità | Reklama | Udostępnij | Drukuj | Deel | Реклама
Поделиться | 分享 | اشترك | شارك | مشاركة | طباعة | إعلان | فيديو | صور | تابعنا | تابعونا | الأخبار | أخبار | رياضة
اقتصاد | سياسة | ثقافة | اشتراک گذاری | چاپ | تبلیغات | اخبار | ورزشی | فیلم | عکس | هاوبەشکردن | ڕیکلام | هەواڵ
هەواڵەکان | وەرزش | ئابووری | ڤیدیۆ | Nûçe | Paylaş
""")

# Between the paragraphs of a story, and never part of it.
ADVERTISING = keys("""
Advertisement | Advertising | Sponsored | Sponsored content | Anzeige | Werbung | Publicité | Publicidad | Pubblicità
Reklama | Реклама | Advertentie | Continua depois da publicidade | إعلان | إعلانات | تبلیغات | آگهی | ڕیکلام | Reklam
""")

# What the link below a teaser says.
MORE = keys("""
Read more | Read the rest | Continue reading | Keep reading | More | Full story | Read full story | Read article
Learn more | See more | View more | Weiterlesen | Mehr | Mehr lesen | Mehr erfahren | Zum Artikel | Artikel lesen
Lire la suite | Leer más | Ver más | Leggi tutto | Czytaj więcej | Lees meer | Читать далее
اقرأ المزيد | المزيد | ...المزيد | ادامه مطلب | بیشتر بخوانید | زیاتر بخوێنەوە | زیاتر
""")

# Before the headline of another story, on the same line. For folded lines.
BESIDE = (
    r"(?:mehr (?:zu|zum|aus|von|uber|artikel)|more (?:from|on|about|in|stories)|weitere|read (?:more|also|next))\b",
    r"(?:see|watch|also read|related|lesen sie (?:auch|hierzu)|mehr (?:zum thema|lesen)|lees ook|leggi anche|lire aussi"
    r"|a lire aussi|te puede interesar|lea tambien|lee tambien|zobacz takze|czytaj (?:tez|takze)"
    r"|اقرا ایضا|بیشتر بخوانید)"
    r"\b.{0,3}[:>»]",
    r"(?:>>|»|►|▶|➤)",
)
COUNTED_COMMENTS = (
    r"\d{1,6} (?:comments?|kommentare?|responses?|antworten|replies|comentarios|commentaires|thoughts|gedanken)"
    r"\b.{0,80}",
    r"(?:comments?|kommentare?|comentarios|تعلیقات)\W{0,3}\d{1,6}\W{0,3}",
)

# What pages say to their readers in whole sentences, and the words that give a short one away. For lowered lines.
TALK = (
    r"(?:use|uses|using|accept|verwend\w{1,4}|nutz\w{1,3}|usa|utilis\w{1,4}|utiliz\w{1,5}|setz\w{1,3})"
    r" (?:\w{1,12} )?cookies",
    r"cookies?[- ](?:policy|richtlinie|einstellungen|hinweis)|des cookies|cookies que|ملفات تعريف الارتباط",
    r"sign(?:ing)? ?up (?:for|to|with|now|here)|subscri\w{1,6} (?:to|now|for)|your inbox|opt-in|newsletter an"
    r"|newsletter abonn",
    r"(?:our|my|the|this|unser\w{0,2}|mein\w{0,2}|per|weekly|daily|free|monthly|kostenlos\w{0,3}) newsletter",
    r"(?:your|deine?|ihre?|valid|an) e-?mail|e-?mails? (?:von uns|erhalten)|passwor[dt]|captcha|ad-?block",
    r"privacy (?:policy|notice|statement)|datenschutzerkl|terms of (?:use|service)|nutzungsbedingungen",
    r"all rights reserved|alle rechte vorb|creative commons|powered by|^©|^copyright|\d{4} ©|© \d{4}"
    r"|(?:جميع|كل) الحقوق",
    r"(?:enable|aktivier\w{1,3}) \w{0,10} ?javascript|javascript (?:is )?(?:enabled|disabled|aktivier|deaktiv)",
    r"your browser|ihr browser|einverst(?:ä|a)nd|merkliste|bestätige|anmeldung war|moderat(?:ed|iert)",
    r"registrieren sie|melden? (?:dich|sie sich) (?:hier|jetzt)|angemeldet sein|bitte (?:geben sie|gib|fülle|akzept)",
    r"kommentar (?:schreib|hinterl|abge)|(?:leave|post|write) a (?:comment|reply)|log(?:ged)? ?in to"
    r"|please (?:log|sign)",
    r"follow (?:us|him|her|me) on|folgt? uns (?:auf|bei)|folgen sie uns|تابعونا على|اشترك في|لن يتم نشر|خبرنامه",
)
TALK_WORDS = (
    r"cookies|newsletter|javascript|impressum|datenschutz|\bspam\b|loading|abonnieren|خبرنامه|النشرة البريدية",
)
