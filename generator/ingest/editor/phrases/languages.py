"""The little words by which languages of one script are told apart, and the letters that only some of them have. Data.
Pure.

For each language forty to seventy of its commonest words, in small letters, with their accents, those that it shares
with others too: shared words weigh for all who have them, so the lists must be about equally complete. A new language
is a row; where it is close to another, both rows need the words that part them.
"""

from collections.abc import Iterable, Mapping
from itertools import product
from types import MappingProxyType

_LATIN = {
    "en": "the of and to in a is that for it was on with as at by this be from are have has had not but they which"
    " or an his her their its he she we you i who will would were been said more when about there than after all"
    " can could also out up what new if into over no so my our do before how where",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus"
    " er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor"
    " zur bis mehr durch man sein wurde sei wir ich ihr sagte kann wenn vom habe beim unter gegen",
    "nl": "de en van het een in is dat op te zijn met voor niet aan er die om ook als bij door naar uit maar over"
    " wordt worden heeft dan nog werd zich deze tot of hebben hij ze kan wel meer geen al waar haar hun zal onder"
    " was wij je ik dit tegen moet na had volgens",
    "af": "die van en in is het dat te nie om vir met op as aan by wat hy sy deur was ook maar 'n sal kan hulle uit"
    " wees tot sê haar nog na ons word ek daar of moet oor baie wie toe hom al meer hierdie",
    "lb": "de vun an den der eng en op déi datt mat ass fir net sech dat awer och gëtt wéi nach bei sinn huet vum"
    " hat am dass duerch zu een hunn ginn dem géif well just d'",
    "sv": "och i att det som en på är av för med den till inte har de om ett men var jag från så kan när hade nu"
    " sig ut man eller vid under efter också han hon vi ska blir över skulle än mot säger alla sin finns ha där"
    " mycket dem sina",
    "da": "og i at det er en til på af der den for med som har de ikke et om han fra var men ved kan vil blev også"
    " efter være sig eller over så ud nu mod havde siger hun skal kun når dem bliver op sin end jeg mere meget"
    " hvor ham blevet",
    "no": "og i det er på som en til for av at med har de ikke den et om han fra var men ved kan vil ble også etter"
    " være seg eller over så ut nå mot hadde sier hun skal bare når dem blir opp sin enn jeg mer mye hvor vært ham"
    " blitt kommer noe",
    "is": "og að í á er sem um til var við en með það af hann fyrir ekki hefur því þar hún eru þá frá eftir verið"
    " þeir sér þetta upp hafi vegna þess verður segir eða ég hafa svo einnig þegar",
    "fi": "ja on ei että se oli hän mutta joka kun myös ovat sen kuin mukaan niin jo vain tai jos hänen ole nyt"
    " mitä vuoden kanssa ne voi olisi sitä ollut jonka sekä jälkeen tämä eivät noin eikä enää hänet siitä kaikki"
    " olla minä tässä mukana jotka vielä",
    "et": "ja on ei et ka see oli kui mis aga oma ta või siis selle seda kes ning pärast nii pole veel välja olnud"
    " mida eest kuid nad tema kus juba meie üle ütles mille just ole peab saab enam saanud vaid mitte jaoks nende"
    " kõik sest",
    "lv": "un ir ar no par uz ka arī kas tas bet kā pie tika lai viņš tā nav pēc vai tikai kad bija šo var gan tiek"
    " līdz ko to jau būs vairāk tās viņa savu es ja ne mēs viņi šī jo kuras starp",
    "lt": "ir kad į su iš yra tai bet kaip ar jis apie po buvo už dėl nuo tik jo prie per dar savo ne jau iki jos"
    " kai taip kurie jie bus kuris gali labai jų metų nėra pat mes aš ji būti arba",
    "pl": "w i na z do się nie że to jest o jak po od dla za przez a ale są co przy był ich tym ma oraz tego jego"
    " już tak być tylko było które która który może jej czy także ze roku by gdy pod tej między we jednak go im"
    " tych",
    "cs": "a v se na je že z o do s to i za by pro jsou jako ale ve po k od už jeho podle který které která při ze"
    " bylo byl jen až tak také aby když jak před co nebo má bude u své jejich není však mezi jsem byla další ji mu",
    "sk": "a v sa na je že z o do s to aj za by pre sú ako ale vo po k od už jeho podľa ktorý ktoré ktorá pri zo"
    " bolo bol len až tak aby keď čo pred alebo má bude u svoje ich nie však medzi som bola ďalšie si tiež ktorí"
    " kto mu",
    "sl": "in je v na se za da so ki z pa ne bi po s ali tudi o kot ni od bo le pri ko do še sta bil iz ga jih pred"
    " več bila ta ima že zaradi lahko kako tako ker vse med biti njegov k proti smo bili tem sem",
    "hr": "i je u na se da su za od a s o koji nije će ne bi kao iz do što ali koja bio samo koje te kako još po"
    " prema više sve nakon ili to biti bila jer sam prije tko netko nitko također gdje tijekom treba tisuća tisuću"
    " milijuna vijeće uz dvije kod rekao ovo već godine zbog nego vrijeme europske europski tvrtke tvrtka tjedna"
    " tjedan priopćenju siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga"
    " studenog prosinca hrvatske hrvatski hrvatska",
    "bs": "i je u na se da su za od a s o koji nije će ne bi kao iz do što ali koja bio samo koje te kako još po"
    " prema više sve nakon ili to biti bila jer sam prije ko neko niko šta također gdje tokom treba hiljada"
    " hiljadu miliona vijeće uz dvije kod kazao ovo već godine zbog nego vrijeme evropske evropski kompanije"
    " kompanija sedmice saopćenju januara februara marta aprila maja juna jula augusta septembra oktobra novembra"
    " decembra bih bosne hercegovine",
    "sr-Latn": "i je u na se da su za od a s o koji nije će ne bi kao iz do što ali koja bio samo koje te kako još"
    " po prema više sve nakon ili to biti bila jer sam pre posle ko neko niko šta takođe gde tokom treba hiljada"
    " hiljadu miliona veće uz dve kod rekao ovo već godine zbog nego vreme evropske evropski kompanije kompanija"
    " nedelje saopštenju januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra"
    " srbije srbija srpski",
    "hu": "a az és hogy nem is egy meg ez volt csak de azt már el mint ha még van ki aki lesz vagy sem után szerint"
    " között pedig ezt azonban minden mert nagyon ami fel kell lehet majd ő olyan amely most arra be több így"
    " akkor illetve nincs valamint ezért",
    "ro": "de și în a la cu că pe o din care este un nu mai au fost pentru să ca se sunt prin al va fi după lui dar"
    " am ale are sau ce despre între ei unui fără până această acest iar doar cei mult spus dacă i cum şi sa ani"
    " unei către",
    "sq": "të e në dhe i për me që një është nga së u më ka si janë do por tha ishte kjo ai po nuk duke edhe ky"
    " kanë pas ata vetëm kishte mund as deri cila cili tij atë kur mbi apo gjatë saj ndërsa shumë sipas",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en ne kadar sonra ama dedi var ancak o değil ya her"
    " ise mi göre kendi olduğunu diye yeni önce iki tarafından ki ben biz şey bile yok oldu nasıl hem şu etti"
    " belirten",
    "az": "və bir bu da ilə üçün olan çox də daha o ki var isə kimi sonra görə olub edib ən bütün həmin edilib"
    " deyib qədər lakin öz belə edən hər olaraq haqqında ilk azərbaycan dedi yeni onun ölkə arasında tərəfindən"
    " mən biz yox",
    "kmr": "û di de ku li ji bi ev ew ez tu em hûn wan wî wê min te me xwe jî na ne dike dikin kir kirin bû bûn bûye"
    " ye yê yên ya hat hatin hatiye got her hemû piştî berî nav ser bo heta lê an yan gelek roj sal navbera vê vî van"
    " dê tê tên kiriye girt weke wek wekî çawa nîne kes tenê gorî hin tev dibe dibin hatine jê pê re ve",
    "zza": "û ra ser ke yo zî bî rê no na nê yê kerd kerdo kerdê vano vana ver zaf hetê xo ma to mi ey aye înan çi"
    " beno benê biyo biya bîyo ke o ê de do bi seba nameyê mîyan zaza zî",
    "fr": "de la le et les des en du un une que dans est pour qui au par sur pas plus il a ce ne avec se sont son"
    " sa ou aux mais comme ont été cette elle ses leur aussi nous être fait on tout après deux ces entre sans sous"
    " vous ils selon était avait même je si où très peut",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ha o este si"
    " fue son entre está cuando muy sin sobre también hasta hay desde todo nos durante dos esta ya según han era"
    " tras otros ese porque contra esto años dijo me ser",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou"
    " quando muito nos já também só pelo pela até isso ela entre depois sem mesmo aos ter seus foi são está ser há"
    " era pelos você disse anos sobre segundo contra tem às",
    "gl": "de a o que e do da en un para con non unha os no se na por máis as dos como pero ao el das á seu súa ou"
    " cando moi nos xa tamén só polo pola ata iso ela entre despois sen mesmo aos ter seus foi son está ser hai"
    " era dixo anos sobre segundo contra ten onde esta este",
    "ca": "de la i que el en a els les per un del amb una es al no s'ha se va són més com ha l' d' dels ser però"
    " també seu seva entre sobre fins o ja pel aquest aquesta molt hi si on tot fer quan després sense ho han qui"
    " ens està segons això pels què",
    "it": "di e il la che in a per un è del della con non una i le si da al sono dei nel come ha anche alla più gli"
    " lo delle dal ma o su dalla nella se questo ai loro suo sua tra stato alle ci era hanno cui dopo degli due"
    " essere solo ad ed già prima perché molto fra quando",
    "eu": "eta da ez dira bat du izan dute ere zuen hau zen den egin baina dela dago behar hori edo bere duen ziren"
    " beste horrek baino gehiago bi honetan egiten nahi gabe arte ondoren urte bezala zuten dituzte zituen",
    "mt": "li ta u ma f' fil tal l-għal minn biex kien din dan huwa kienet hija għal mhux jew meta wara fuq bejn"
    " dwar kif biss hu hemm jekk il-gvern qal qed se sabiex dawn aktar kull madwar ukoll kienu huma",
    "ga": "an agus na ar a i is go le sé ag tá sa bhí ó do ní as nach faoi mar sin bhfuil siad seo chun sí raibh"
    " leis ach den aon dá bheith ann gur féin sna ina eile tar éis",
    "gd": "an agus na ar a is air le e ann tha bha do gu nach ach bho ri sin seo chaidh bhon airson iad aig aige às"
    " anns gun bidh robh cha nam nan gum fhèin ma cuideachd eile",
    "cy": "y yn a i o ar yr i'r mae am wedi bod gan ei eu ac fod wrth hefyd ond oedd gyda sydd fel at hyn mewn er"
    " roedd cael nid dan rhwng dros ym mwy iawn oes fe dweud un wneud neu",
    "eo": "la de kaj en estas al ne por kiu kun ke ĝi mi el li pri sed ili pli ankaŭ kiel per estis kiuj sur povas"
    " aŭ sia ĉi tiu post dum ĉiuj oni antaŭ nur ĝis tio inter ŝi se jam",
    "id": "yang dan di dengan untuk dari ini dalam itu pada tidak akan juga ke oleh karena bisa ada adalah tersebut"
    " bahwa sebagai telah mereka saat lebih sudah kata dia kami saya atau harus para antara banyak hanya menjadi"
    " setelah seperti masih dapat ujar menurut tahun namun kepada secara satu ia belum anda jika mengatakan uang"
    " polisi perusahaan pemerintah kota kantor senin kamis jumat minggu indonesia jakarta sejumlah sementara"
    " terjadi pihak selasa rabu",
    "ms": "yang dan di dengan untuk dari ini dalam itu pada tidak akan juga ke oleh kerana boleh ada adalah"
    " tersebut bahawa sebagai telah mereka semasa lebih sudah kata beliau kami saya atau perlu para antara banyak"
    " hanya menjadi selepas seperti masih dapat berkata menurut tahun namun kepada secara satu ialah anda jika"
    " iaitu wang polis syarikat kerajaan bandar pejabat isnin khamis jumaat ahad malaysia lumpur daripada sahaja"
    " apabila bagi pihak turut katanya selasa rabu",
    "tl": "ang ng sa na mga at ay para ito ni hindi kung si may siya nga pa din kanyang isang lang ko mo naman nila"
    " kay nang o pero dahil kaya sila ako kami iyon noong wala lamang ating mula upang mas rin ilang daw",
    "vi": "và của là có cho không được một các trong đã với người những khi này để cũng đó về ra vào tại nhiều từ"
    " như năm đến ông theo trên lại việc sau phải đang thì sẽ bị nhà nước làm hơn ngày rất còn bà",
    "sw": "ya na wa kwa katika ni za la kuwa hiyo cha kama huo alisema watu huyo lakini mwaka baada hata hivyo"
    " ambao ambayo wake yake nchi pia kutoka vya hii hilo sana wakati kila bila mwa hayo wao hao zaidi huku au si",
    "so": "oo ka ee in iyo ku ah waa la uu soo u ay ayaa waxaa loo si kale badan waxa kala ugu leh wax dhan dadka"
    " isku kaas uga waxay hadda aan ma aad lagu laga ahaa kuwa yahay sidoo markii",
    "uz": "va bu bilan uchun ham bir da oʻz bo'lgan deb u bo'lib o'zbekiston kerak edi bo'yicha emas yangi esa ko'p"
    " qilish haqida shu yil har keyin uning ular hamda yoki qilib ega so'ng o'z boʻlgan boʻlib boʻyicha"
    " oʻzbekiston koʻp",
    "ha": "da a ya na ta ne cewa ba ce su wannan an ga don yi wani shi kuma sun amma ko cikin yadda wata tun kan"
    " daga wasu domin bayan kasar yana mai sai suka aka duk",
    "ht": "a ak nan pou yo te ki la ap se yon li sou pa ke nou gen avèk tout men mwen fè sa lan kap w m si jan oswa"
    " kote pi ou peyi ayiti",
}  # fmt: skip
_CYRILLIC = {
    "ru": "и в не на что с по он как его это к но из у за от так для о до был же бы все она или их было если мы"
    " когда только также после во может года который этом есть быть при том ещё еще уже сообщает были была со них"
    " которые чтобы под нет я вы себя",
    "uk": "і в не на що з у до та як його це за від для про він але й або був є їх після також які який так було"
    " якщо ми коли тільки вже може року бути при ще були була зі них щоб під немає я ви з'явився перед через між"
    " повідомляє із цього",
    "be": "і ў не на што з у да як яго гэта за ад для пра ён але або быў ёсць іх пасля таксама якія які так было"
    " калі мы толькі ўжо можа года быць пры яшчэ былі была са каб пад няма я вы перад праз паміж паведамляе гэтага",
    "bg": "на и да в за се от с е не че са по които като ще към беше до това при който може след той но още само им"
    " му те или както която бе през си има тя ги го между със обаче вече ни ако защото съобщава бъде години",
    "mk": "на и да во за се од со е не дека ќе по кои како ги до беше тоа при кој може тој но уште само им му тие"
    " или која има таа го меѓу сите бидејќи ако би што ја а беа овој најави години биде нема",
    "sr": "и је у на се да су за од а са о који није ће не би као из до што али која био само које те како још по"
    " према више све након или то бити била јер сам пре после ко шта такође где током треба због године",
    "kk": "және бұл бір да үшін мен де деп болып ол осы бар өз көп қазақстан оның жылы кейін ғана туралы болған"
    " бойынша керек емес еді сол жаңа дейін",
    "ky": "жана бул бир да үчүн менен де деп болуп ал ушул бар өз көп анын жылы кийин гана тууралуу болгон боюнча"
    " керек эмес эле ошол жаңы чейин кыргыз",
    "mn": "нь байна энэ юм болон гэж бол байгаа байсан тус хийх болно их бөгөөд ч ба дээр мөн тэр нэг хоёр оны"
    " улсын монгол дараа гэсэн",
    "tg": "ва дар аз ба ки бо ин барои ҳам он аст мебошад шуд ё то як буд кард дигар тоҷикистон бар соли шудааст"
    " ҳамчун аммо карда мешавад",
    "tt": "һәм бу да дә өчен белән бер дип иде ул булган татарстан бар үз күп аның соң гына турында булып буенча"
    " кирәк",
}  # fmt: skip
_DEVANAGARI = {
    "hi": "के है में की को से का और ने पर हैं यह भी कि नहीं एक कर इस लिए था जो हो गया तो ही कहा साथ अपने किया रहे"
    " बाद थी या जा वह सकता तक",
    "mr": "आहे या आणि व तर हे आहेत मध्ये नाही हा ही ते होते केली होता झाली म्हणून पण असे केले मात्र यांनी त्या"
    " करण्यात आले आली एक होती येथे",
    "ne": "छ र को मा ले हो गरेको भएको पनि छन् का गर्ने यो गरेका भने हुने लागि गर्न थियो उनले एक तथा नेपाल भन्ने"
    " रहेको सो बताए",
}  # fmt: skip
_HEBREW = {
    "he": "של את על לא עם הוא כי זה גם אל היא אבל או יותר כל אני היה לאחר בין רק אם כך הם מה אשר עד לפי ידי כדי זו",
    "yi": "און די איז אין פֿון פון דער צו דאָס דאס פֿאַר נישט מיט אַז אז אַ א האָט האט זיך ער דעם מען זײַן זיין וואָס וואס",
}
_ARABIC = {
    "ar": "في من على إلى الى ان أن عن التي الذي ما لا هذا هذه بعد مع كان قد ذلك بين كما وقد أو او هو هي خلال قال"
    " وقال كانت وأن غير عام تم كل لم عند حتى أنه انه وفي ومن منذ ضد إن لها له حيث وكان وذلك ثم عبر",
    "fa": "و در به از که این را با است برای آن می شد کرد های بود خود شده هم تا یک کند ها شود اما بر ما کرده داد"
    " دارد یا هر او باید اند گفت همه دو وی پس اگر می‌شود می‌کند است. افزود نیز دیگر مورد بین",
    "ckb": "لە بە کە بۆ ئەو ئەم و لەگەڵ دەکات هەر یان کرد بوو هەموو دوای پێش سەر لەو لەم ئەوە ئەوەی دەکەن هەیە نییە"
    " بەڵام وەک تر یەک لەسەر نێوان دەبێت کردووە ڕۆژی ساڵی",
    "ur": "کے کی میں ہے کا اور سے کو نے پر ہیں کہ یہ بھی اس کر نہیں ایک گیا تھا جو ہو لیے تو کیا ان تک ہی تھے وہ"
    " رہے گئی بعد ساتھ کہا",
    "ps": "د په او چې ته کې له دی هم نه یې دا سره کړې شوي کړی څخه وي ده هغه پر دي به خو کوي شوی لپاره افغانستان",
    "sd": "جي ۾ ۽ جو کي تي سان آهي کان به جا ته ان نه هن هو ڪري هڪ آهن ٿي وڃي لاءِ",
    "ug": "ۋە بىر بۇ بىلەن ئۇ دەپ ئۈچۈن بولۇپ ھەم قىلىپ بولغان ئۇيغۇر شۇ خىتاي كېيىن",
}  # fmt: skip

# How many of a hundred words must be on the list of a language, where that is not ten. Languages with many little words
# have cousins that no row knows (Asturian, Friulian, Low German, Breton), whose texts hold half as many of them.
_SPARSE = "tr az fi et lt uz so kk ky"
_RICH = "de nl sv da no fr pt ro en sq af lb tl ga cy eo mt"
_MIDDLING = "kmr"
_RICHEST = "es it ca gl"
LEAST: Mapping[str, float] = MappingProxyType(
    dict.fromkeys(_SPARSE.split(), 0.07)
    | dict.fromkeys(_MIDDLING.split(), 0.14)
    | dict.fromkeys(_RICH.split(), 0.2)
    | dict.fromkeys(_RICHEST.split(), 0.28)
)


# Keyboards mix these letters, so a word in Arabic script is known in all its forms.
_FORMS = {"ي": "يیى", "ی": "يیى", "ى": "يیى", "ك": "كک", "ک": "كک", "ه": "هەہ", "ە": "هەہ", "ہ": "هەہ"}


def _by_word(lists: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Word → the languages that use it."""
    found: dict[str, tuple[str, ...]] = {}
    for language, row in lists.items():
        for form in sorted({form for word in row.split() for form in _forms(word)}):
            found[form] = (*found.get(form, ()), language)
    return MappingProxyType(found)


def _forms(word: str) -> Iterable[str]:
    return map("".join, product(*(_FORMS.get(letter, letter) for letter in word)))


LATIN = _by_word(_LATIN)
CYRILLIC = _by_word(_CYRILLIC)
DEVANAGARI = _by_word(_DEVANAGARI)
HEBREW = _by_word(_HEBREW)
ARABIC = _by_word(_ARABIC)
