"""Lines that pages print around a story: labels, buttons, lists of other stories. Data. Pure."""

from generator.ingest.phrases import keys

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
Meistgelesen | Weitere Artikel | Weitere Meldungen | Beliebte Beiträge
أخبار ذات صلة | مقالات ذات صلة | مواضيع ذات صلة | اقرأ أيضاً | اقرأ أيضًا | آخر الأخبار | أحدث الأخبار | الأكثر قراءة
الأكثر تصفحاً | قد يعجبك أيضا | مواضيع أخرى | أخبار متعلقة | المزيد من الأخبار
مطالب مرتبط | مقالات مرتبط | اخبار مرتبط | آخرین اخبار | پربازدیدترین ها | پربیننده ترین | بیشتر بخوانید
بابەتی پەیوەندیدار | هەواڵی پەیوەندیدار | بابەتە پەیوەندیدارەکان | دوایین هەواڵ | دوایین هەواڵەکان
زۆرترین خوێنراوە | زۆرترین خوێنراوەکان | بابەتەکانی تری | هەواڵی زیاتر
""")

# Said by pages and never by stories: cut wherever they stand below or above the story.
SURE = keys("""
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
WEAK = keys("""
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
TAG_LABELS = keys("""
Tags | Tag | Tagged | Tagged with | Filed under | Topics | Keywords | Schlagwörter | Schlagworte
الوسوم | سمات | كلمات دلالية | برچسب ها | برچسب‌ها | تاگەکان
""")
