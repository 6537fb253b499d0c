"""Names that news is full of, and how much each of them says: the background that tags are weighed against. Data. Pure.

A name on no list says all it can (weight 1). The more often the news names something, the less it says of one article:
"United States" must recur where "Thornquay" need only be named. A row stands in the order name = other spellings of
the same thing; the first is the tag. Also what these lists are for: they know that "General Motors" is no general.
Only names that mean one thing in the news; "Reading", "Turkey" and the like are left to the capitals of the text.
"""

from collections.abc import Iterator, Mapping

ENGLISH: Mapping[float, str] = {
    0.3: """
United States = U.S. = US = USA = U.S.A. = America = United States of America | Washington = Washington D.C. = D.C. |
Europe | Western Europe | West Bank and Gaza | World War II = Second World War = World War Two | Middle East
= Mideast | Britain = United Kingdom = UK = U.K. = Great Britain | New York = New York City = N.Y. | London | Africa |
Asia | England
    """,
    0.67: """
United Nations = U.N. = UN | European Union = EU = E.U. | White House | Wall Street | NATO = Nato | China | Russia |
Japan | Germany | France | India | Iraq | Iran | Israel | Italy | Spain | Canada | Mexico | Brazil | Australia |
Saudi Arabia | Afghanistan | Pakistan | Syria | Ukraine | Turkey | South Korea | North Korea | Soviet Union = USSR
= U.S.S.R. | Egypt | Paris | Moscow | Beijing | Tokyo | Berlin | Brussels | Geneva | Los Angeles | Chicago |
California = Calif. | Texas | Florida = Fla. | Scotland | Wales | Ireland | Northern Ireland | Gulf | Pentagon |
Hollywood | Facebook | Twitter | Google | Latin America | South America | North America | Central America |
Southeast Asia | Eastern Europe | Internet | FBI | CIA | BBC | CNN | Medicare | Medicaid | Social Security | COVID-19
= Covid-19 = Covid = COVID
    """,
    0.7: """
Albania | Algeria | Angola | Argentina | Armenia | Austria | Azerbaijan | Bahrain | Bangladesh | Belarus | Belgium |
Bolivia | Bosnia = Bosnia-Herzegovina = Bosnia and Herzegovina | Botswana | Bulgaria | Burkina Faso | Burma |
Burundi | Cambodia | Cameroon | Chad | Chile | Colombia | Congo | Costa Rica | Croatia | Cuba | Cyprus |
Czech Republic | Czechoslovakia | Denmark | Dominican Republic | East Timor | Ecuador | El Salvador | Eritrea |
Estonia | Ethiopia | Fiji | Finland | Gabon | Georgia | Ghana | Greece | Grenada | Guatemala | Guinea | Guyana |
Haiti | Honduras | Hungary | Iceland | Indonesia | Ivory Coast = Côte d’Ivoire = Cote d’Ivoire = Côte d'Ivoire |
Jamaica | Jordan | Kazakhstan | Kenya | Kosovo | Kuwait | Kyrgyzstan | Laos | Latvia | Lebanon | Lesotho | Liberia |
Libya | Lithuania | Luxembourg | Macedonia | Madagascar | Malawi | Malaysia | Maldives | Mali | Malta | Mauritania |
Mauritius | Moldova | Mongolia | Montenegro | Morocco | Mozambique | Myanmar | Namibia | Nepal | Netherlands
= The Netherlands = Holland | New Zealand | Nicaragua | Niger | Nigeria | Norway | Oman | Panama | Papua New Guinea |
Paraguay | Peru | Philippines = The Philippines | Poland | Portugal | Puerto Rico | Qatar | Romania | Rwanda |
Senegal | Serbia | Sierra Leone | Singapore | Slovakia | Slovenia | Somalia | South Africa | South Sudan | Sri Lanka |
Sudan | Suriname | Sweden | Switzerland | Taiwan | Tajikistan | Tanzania | Thailand | Togo | Trinidad and Tobago |
Tunisia | Turkmenistan | Uganda | United Arab Emirates = UAE = U.A.E. | Uruguay | Uzbekistan | Venezuela | Vietnam |
West Germany | East Germany | Yemen | Yugoslavia | Zambia | Zimbabwe | Palestine | Kurdistan | Kurdistan Region
= Kurdistan Region of Iraq = Iraqi Kurdistan | West Bank | Gaza = Gaza Strip | Golan Heights | Vatican | Hong Kong |
Chechnya | Crimea | Tibet | Kashmir | Catalonia | Bavaria | Siberia | Quebec | Ontario | British Columbia | Alberta |
Manitoba | New South Wales | Queensland | Tasmania | Caribbean | Scandinavia | Balkans | Mediterranean | Arctic |
Antarctica | Persian Gulf | Red Sea | Black Sea | North Sea | South China Sea | Strait of Hormuz = Straits of Hormuz |
Suez Canal | Panama Canal | Atlantic | Pacific | Alabama = Ala. | Alaska | Arizona = Ariz. | Arkansas = Ark. |
Colorado = Colo. | Connecticut = Conn. | Delaware | Hawaii | Idaho | Illinois = Ill. | Indiana | Iowa | Kansas |
Kentucky | Louisiana | Maine | Maryland | Massachusetts = Mass. | Michigan = Mich. | Minnesota = Minn. | Mississippi |
Missouri | Montana | Nebraska | Nevada = Nev. | New Hampshire | New Jersey = N.J. | New Mexico = N.M. |
North Carolina | North Dakota | Ohio | Oklahoma = Okla. | Oregon | Pennsylvania | Rhode Island | South Carolina |
South Dakota | Tennessee = Tenn. | Utah | Vermont | Virginia | Washington State = Washington state | West Virginia |
Wisconsin | Wyoming = Wyo. | Manhattan | Brooklyn | Queens | Bronx | World Bank | International Monetary Fund = IMF
= I.M.F. | World Trade Organization = World Trade Organisation = WTO | World Health Organization
= World Health Organisation | European Commission | European Parliament | European Central Bank | Federal Reserve
= Fed = Federal Reserve Board = U.S. Federal Reserve | Bank of England | Bank of Japan | Bundesbank | Supreme Court
= U.S. Supreme Court | Capitol Hill | Arab League | African Union | OPEC = Opec | ASEAN = Asean | OECD |
Security Council = U.N. Security Council = UN Security Council | International Atomic Energy Agency = IAEA | UNICEF
= Unicef | UNESCO = Unesco | Amnesty International | Human Rights Watch | Red Cross = International Red Cross |
Greenpeace | International Criminal Court | International Court of Justice | Islamic State = ISIS = ISIL
= Islamic State of Iraq and the Levant = Islamic State of Iraq and Syria | Al Qaeda = al-Qaeda = al Qaeda = Al-Qaeda
= al-Qaida = al Qaida = Al Qaida | Taliban | Hamas | Hezbollah = Hizbollah = Hizbullah | Hashd al-Shaabi
= Hashd al-Shabi = Popular Mobilization Forces | Quds Force = Qods Force | Revolutionary Guards = Revolutionary Guard
= Islamic Revolutionary Guard Corps = IRGC | Peshmerga = peshmerga | Downing Street | Whitehall | House of Commons
= Commons | House of Lords = Lords | Home Office | Foreign Office | Scotland Yard | Buckingham Palace | Labour Party
= Labor Party | Conservative Party | Tory Party | Liberal Democrats = Lib Dems = Liberal Democratic Party |
Republican Party = GOP | Democratic Party | Green Party | Department of Homeland Security = Homeland Security
= Homeland Security Department | Department of Defense = Defense Department = Department of Defence | State Department
= Department of State | Justice Department = Department of Justice | Treasury Department
= Department of the Treasury | Commerce Department = Department of Commerce | Department of Energy
= Energy Department | Agriculture Department = Department of Agriculture = USDA | Department of Education
= Education Department | Department of Health and Human Services = HHS | Department of Veterans Affairs
= Veterans Affairs | Labor Department = Department of Labor | Department of Transportation
= Transportation Department | Department of the Interior = Interior Department | Environmental Protection Agency
= EPA | Food and Drug Administration = FDA | FEMA = Federal Emergency Management Agency |
Customs and Border Protection = U.S. Customs and Border Protection = CBP | Immigration and Customs Enforcement
= U.S. Immigration and Customs Enforcement = ICE | Drug Enforcement Administration = DEA |
Bureau of Labor Statistics | Office of Management and Budget = OMB | Americas | Federal Communications Commission
= FCC | Federal Trade Commission = FTC | Securities and Exchange Commission = SEC | Internal Revenue Service = IRS |
National Security Agency = NSA | NASA = Nasa | NOAA = National Oceanic and Atmospheric Administration |
Centers for Disease Control and Prevention = CDC = Centers for Disease Control | Coast Guard = U.S. Coast Guard |
National Guard | Secret Service | Peace Corps | Senate Judiciary Committee | Senate Finance Committee |
Armed Services Committee | Geneva Conventions = Geneva Convention | Kyoto Protocol | Patriot Act = USA Patriot Act |
Affordable Care Act = Obamacare | World Trade Center = World Trade Centre | Ground Zero | Guantanamo Bay
= Guantánamo Bay = Guantanamo = Guantánamo | Abu Ghraib | Green Zone | Brexit | Premier League | Champions League |
World Cup | Olympic Games = Olympics | Super Bowl | Winter Olympics = Winter Olympic Games | Paralympics | Formula One
= Formula 1 | Grand Slam | Six Nations | FIFA = Fifa | UEFA = Uefa | NBA | NFL | NHL | MLB | FA Cup | Wimbledon |
Tour de France | US Open = U.S. Open | French Open | Australian Open | Davis Cup | Ryder Cup | Grand National |
Academy Awards = Academy Award = Oscars = Oscar | Golden Globes = Golden Globe | Grammys = Grammy = Grammy Awards
= Grammy Award | Emmys = Emmy | Baftas = Bafta = BAFTA | Nobel Prize | Nobel Peace Prize | Pulitzer Prize |
Booker Prize | Turner Prize | Cannes | Sundance | Broadway | Silicon Valley | Nasdaq = NASDAQ | Dow Jones |
New York Stock Exchange = NYSE | London Stock Exchange | City of London | Eurostar | Heathrow | Amtrak
    """,
    0.8: """
Amsterdam | Athens | Atlanta | Auckland | Baghdad | Baltimore | Bangkok | Barcelona | Basra | Beirut | Belfast |
Belgrade | Birmingham | Bogota = Bogotá | Bonn | Boston | Bristol | Bucharest | Budapest | Buenos Aires | Cairo |
Calcutta = Kolkata | Cambridge | Canberra | Cape Town | Caracas | Cardiff | Charlotte | Cincinnati | Cleveland |
Copenhagen | Dallas | Damascus | Delhi | Denver | Detroit | Dhaka | Doha | Dubai | Dublin | Edinburgh | Erbil = Irbil
= Arbil | Fallujah | Florence | Frankfurt | Glasgow | Hamburg | Havana | Helsinki | Hiroshima | Houston | Islamabad |
Istanbul | Jakarta | Jeddah | Jerusalem | Johannesburg | Kabul | Karachi | Kiev = Kyiv | Kirkuk | Kuala Lumpur |
Las Vegas | Leeds | Lima | Lisbon | Liverpool | Madrid | Manchester | Manila | Mecca | Medina | Melbourne | Miami |
Milan | Minneapolis | Monaco | Montreal | Mosul | Mumbai = Bombay | Munich | Nairobi | Najaf | New Delhi |
New Orleans | Newcastle | Orlando | Oslo | Ottawa | Oxford | Philadelphia | Phoenix | Pittsburgh | Prague | Pristina |
Pyongyang | Ramallah | Rio de Janeiro = Rio | Riyadh | Rome | Sacramento | San Antonio | San Diego | San Francisco |
San Jose = San José | Sao Paulo = São Paulo | Santiago | Sarajevo | Seattle | Seoul | Shanghai | Sheffield | Sofia |
Southampton | St. Louis = St Louis | Stockholm | Strasbourg | Sulaimani = Sulaymaniyah = Sulaimaniyah = Slemani |
Sydney | Tallinn | Tehran = Teheran | Tel Aviv | The Hague | Tikrit | Toronto | Tripoli | Tunis | Vancouver | Venice |
Vienna | Vilnius | Warsaw | Yangon = Rangoon | York | Zagreb | Zurich = Zürich | Duhok = Dohuk | Halabja | Karbala |
Sinjar | Aleppo | Homs | Idlib | Ankara | Kandahar | Peshawar | Lahore | Colombo | Microsoft | Apple | IBM | Intel |
Amazon | Sony | Samsung | Nokia | Yahoo = Yahoo! | eBay | YouTube | Netflix | Disney = Walt Disney | General Motors
= GM | General Electric | Ford = Ford Motor | Toyota | Honda | Nissan | Boeing | Airbus | Volkswagen | Siemens |
Nike | Coca-Cola | Wal-Mart = Walmart | McDonald’s = McDonald's | Goldman Sachs | Citigroup | HSBC | Lehman Brothers |
Bank of America | JP Morgan = J.P. Morgan = JPMorgan | Merrill Lynch | Royal Dutch Shell = Shell | Exxon Mobil
= ExxonMobil = Exxon | British Airways | American Airlines | United Airlines | Delta Air Lines | British Telecom |
Time Warner | News Corp = News Corporation | Tesla | Uber | Instagram | WhatsApp | Wikipedia | Linux | Windows |
Android | Harvard = Harvard University | Yale = Yale University | Stanford = Stanford University | MIT |
Princeton University | Oxford University = University of Oxford | Cambridge University = University of Cambridge |
New York Times = The New York Times | Washington Post = The Washington Post | Wall Street Journal
= The Wall Street Journal | Daily Telegraph | Guardian = The Guardian | Financial Times | Le Monde | Der Spiegel |
New Yorker = The New Yorker | Los Angeles Times | Manchester United = Man Utd = Man United | Manchester City
= Man City | Arsenal | Chelsea | Real Madrid | Bayern Munich | Everton | Tottenham = Tottenham Hotspur |
Newcastle United | Aston Villa | Leeds United | Celtic | Rangers | AC Milan | Inter Milan | Juventus |
New York Yankees = Yankees | Boston Red Sox = Red Sox | Buckingham | Westminster | Barack Obama = President Obama |
Donald Trump = Donald J. Trump | Joe Biden | George W. Bush = George Bush = George W Bush | Bill Clinton |
Hillary Clinton = Hillary Rodham Clinton | Ronald Reagan | Jimmy Carter | Tony Blair | Gordon Brown | David Cameron |
Margaret Thatcher | Theresa May | Boris Johnson | Angela Merkel | Vladimir Putin | Mikhail Gorbachev |
Saddam Hussein | Osama bin Laden = Osama Bin Laden = Usama bin Laden | Bashar al-Assad = Bashar Assad |
Hosni Mubarak | Yasser Arafat = Yasir Arafat | Ariel Sharon | Benjamin Netanyahu = Binyamin Netanyahu | Kofi Annan |
Nelson Mandela | Pope John Paul II = John Paul II | Pope Benedict XVI = Benedict XVI | Pope Francis |
Queen Elizabeth II = Queen Elizabeth | Prince Charles | Prince William | Prince Harry | Prince Philip |
Princess Diana | Fidel Castro | Hugo Chavez = Hugo Chávez | Jacques Chirac | Emmanuel Macron | Recep Tayyip Erdogan
= Recep Tayyip Erdoğan = Tayyip Erdogan | Xi Jinping | Kim Jong-un = Kim Jong Un | Muammar Gaddafi = Moammar Gadhafi
= Muammar Qaddafi = Muammar al-Gaddafi
    """,
}
# Names in German running text. German capitals say little, so what stands here is found wherever it recurs.
GERMAN: Mapping[float, str] = {
    0.4: """
Deutschland = Bundesrepublik = Bundesrepublik Deutschland | Europa | USA = Vereinigte Staaten
    """,
    0.7: """
Österreich | Schweiz | Frankreich | Großbritannien | England | Schottland | Irland | Italien | Spanien | Portugal |
Griechenland | Türkei | Polen | Tschechien | Ungarn | Rumänien | Bulgarien | Serbien | Kroatien | Slowenien |
Slowakei | Kosovo | Albanien | Russland | Ukraine | Belarus | Litauen | Lettland | Estland | Finnland | Schweden |
Norwegen | Dänemark | Island | Niederlande | Belgien | Luxemburg | Liechtenstein | Südtirol | Kanada | Mexiko |
Brasilien | Argentinien | Chile | Kolumbien | Venezuela | Nicaragua | Kuba | China | Japan | Indien | Pakistan |
Afghanistan | Iran | Irak | Syrien | Israel | Libanon | Jordanien | Ägypten | Libyen | Tunesien | Marokko | Algerien |
Saudi-Arabien | Katar | Jemen | Nordkorea | Südkorea | Taiwan | Vietnam | Thailand | Indonesien | Philippinen |
Australien | Neuseeland | Südafrika | Nigeria | Kenia | Äthiopien | Somalia | Sudan | Ruanda | Kongo | Afrika |
Asien | Südamerika | Lateinamerika | Naher Osten = Nahost | Bayern | Baden-Württemberg | Hessen | Sachsen |
Thüringen | Brandenburg | Niedersachsen | Nordrhein-Westfalen = NRW | Rheinland-Pfalz | Saarland |
Schleswig-Holstein | Sachsen-Anhalt | Mecklenburg-Vorpommern | Tirol | Vorarlberg | Kärnten | Steiermark |
Burgenland | Oberösterreich | Niederösterreich | Salzburg | Berlin | Hamburg | München | Köln | Frankfurt |
Stuttgart | Düsseldorf | Leipzig | Dresden | Hannover | Nürnberg | Bremen | Dortmund | Duisburg | Bochum | Wuppertal |
Bielefeld | Bonn | Münster | Mannheim | Karlsruhe | Augsburg | Wiesbaden | Mainz | Gelsenkirchen | Mönchengladbach |
Braunschweig | Chemnitz | Kiel | Aachen | Magdeburg | Freiburg | Lübeck | Erfurt | Rostock | Kassel | Potsdam |
Saarbrücken | Oldenburg | Osnabrück | Heidelberg | Darmstadt | Regensburg | Würzburg | Ingolstadt | Ulm | Heilbronn |
Göttingen | Wolfsburg | Jena | Koblenz | Trier | Cottbus | Wien | Graz | Linz | Innsbruck | Klagenfurt | Zürich |
Basel | Genf | Lausanne | Luzern | Paris | London | Rom | Madrid | Barcelona | Brüssel | Amsterdam | Kopenhagen |
Stockholm | Oslo | Helsinki | Warschau | Prag | Budapest | Athen | Istanbul | Ankara | Moskau | Kiew = Kyjiw |
Peking | Tokio | New York | Washington | Los Angeles | San Francisco | Jerusalem | Bagdad | Damaskus | Teheran |
Kabul | Kairo | Dubai | Hongkong | Sydney | Bundestag | Bundesrat | Bundeswehr | Bundesregierung |
Bundesverfassungsgericht | Bundesgerichtshof | Europäische Union | Europäische Kommission = EU-Kommission |
Europäische Zentralbank = EZB | Vereinte Nationen | Weltgesundheitsorganisation | Robert-Koch-Institut
= Robert Koch-Institut = RKI | Bundesagentur für Arbeit | Deutsche Bahn | Deutsche Bank | Deutsche Post |
Deutsche Telekom | Deutscher Wetterdienst | Deutsches Rotes Kreuz | Europäischer Gerichtshof | Piratenpartei | Nato
= NATO | Volkswagen | Mercedes | Porsche | Siemens | Bosch | Lufthansa | Thyssenkrupp | Greenpeace | Facebook |
Google | Microsoft | Apple | Amazon | Tesla | Netflix | Wikipedia | Twitter | Vatikan | Bundesliga | Olympia |
Champions League | FC Bayern | SPD | CDU | CSU | FDP | AfD | ÖVP | FPÖ | SPÖ | ZDF | ARD | WDR | NDR | ORF | DFB |
DHB | ADAC | BMW | IBM | SAP | NASA = Nasa
    """,
}
# Names in Arabic, Persian and Sorani running text, each as that language writes it. No word that is also another word.
ARABIC: Mapping[float, str] = {
    0.4: """
السعودية = المملكة العربية السعودية | الولايات المتحدة = الولايات المتحدة الأمريكية = الولايات المتحدة الأميركية
= أمريكا = أميركا
    """,
    0.7: """
الرياض | مكة المكرمة = مكة | المدينة المنورة | الطائف | تبوك | الدمام | القصيم | جازان | نجران | أبها | الأحساء |
الجبيل | المنطقة الشرقية | الإمارات = الإمارات العربية المتحدة | دبي | أبوظبي = أبو ظبي | الشارقة | الكويت | البحرين |
المنامة | الدوحة | سلطنة عمان | مسقط | اليمن | صنعاء | تعز | الحديدة | العراق | بغداد | البصرة | الموصل | أربيل |
كركوك | السليمانية | إقليم كردستان = كردستان | سوريا = سورية | دمشق | إدلب | لبنان | بيروت | الأردن | فلسطين | القدس |
غزة = قطاع غزة | الضفة الغربية | إسرائيل | القاهرة | الإسكندرية | سيناء | ليبيا | طرابلس | بنغازي | الجزائر |
الدار البيضاء | موريتانيا | السودان | الخرطوم | الصومال | جيبوتي | تركيا | أنقرة | إسطنبول | إيران | طهران |
أفغانستان | باكستان | إسلام آباد | الصين | بكين | اليابان | طوكيو | كوريا الجنوبية | كوريا الشمالية | ماليزيا |
إندونيسيا | روسيا | موسكو | أوكرانيا | ألمانيا | برلين | فرنسا | باريس | بريطانيا | لندن | إيطاليا | إسبانيا |
اليونان | أوروبا | كندا | واشنطن | نيويورك | البرازيل | الأرجنتين | المكسيك | أستراليا | جنوب أفريقيا = جنوب إفريقيا |
نيجيريا | إثيوبيا | كينيا | الأمم المتحدة | مجلس الأمن | جامعة الدول العربية = الجامعة العربية | مجلس التعاون الخليجي
= مجلس التعاون لدول الخليج العربية | الاتحاد الأوروبي | الاتحاد الأفريقي = الاتحاد الإفريقي | حلف شمال الأطلسي |
البنك الدولي | صندوق النقد الدولي | منظمة الصحة العالمية | منظمة التعاون الإسلامي | البيت الأبيض | الكونغرس | أوبك |
أرامكو السعودية = أرامكو | الخطوط السعودية | داعش | تنظيم القاعدة | حزب الله | الحوثيين = الحوثيون | الحشد الشعبي |
الإخوان المسلمين = الإخوان المسلمون | طالبان | عاصفة الحزم | كأس العالم | دوري أبطال آسيا | برشلونة | ريال مدريد |
مانشستر يونايتد | فيفا
    """,
}
PERSIAN: Mapping[float, str] = {
    0.4: """
ایران = جمهوری اسلامی ایران | آمریکا = ایالات متحده آمریکا = ایالات متحده = امریکا
    """,
    0.7: """
تهران | مشهد | اصفهان | شیراز | تبریز | کرمانشاه | خوزستان | آذربایجان | کردستان | گیلان | مازندران | عراق | بغداد |
اقلیم کردستان | سوریه | دمشق | حلب | لبنان | بیروت | فلسطین | غزه = نوار غزه | اسرائیل = رژیم صهیونیستی | ترکیه |
آنکارا | استانبول | عربستان = عربستان سعودی | ریاض | یمن | قطر | کویت | بحرین | امارات متحده عربی | مصر | قاهره |
افغانستان | کابل | پاکستان | هند | چین | پکن | ژاپن | کره شمالی | کره جنوبی | روسیه | مسکو | اوکراین | آلمان |
فرانسه | پاریس | انگلیس = بریتانیا | لندن | ایتالیا | اسپانیا | هلند | اروپا | واشنگتن | کانادا | برزیل | آرژانتین |
مکزیک | ونزوئلا | کوبا | استرالیا | سازمان ملل = سازمان ملل متحد | شورای امنیت | اتحادیه اروپا |
آژانس بین‌المللی انرژی اتمی | صندوق بین‌المللی پول | ناتو | کاخ سفید | کنگره آمریکا | سپاه پاسداران |
مجلس شورای اسلامی | شورای نگهبان | حزب الله = حزب‌الله | حماس | داعش | القاعده | طالبان | پرسپولیس | تراکتورسازی |
ملوان | ذوب آهن | فولاد خوزستان | رئال مادرید | بارسلونا | منچستریونایتد | لیورپول | بایرن مونیخ | جام جهانی |
لیگ برتر | لیگ قهرمانان آسیا | فیفا
    """,
}
SORANI: Mapping[float, str] = {
    0.4: """
کوردستان = هەرێمی کوردستان | عێراق = عیراق
    """,
    0.7: """
هەولێر | سلێمانی | دهۆک | کەرکوک | هەڵەبجە | شەنگال = شنگال | بەغدا = بەغداد | بەسرە | مووسڵ = موسڵ | ئێران | تاران |
تورکیا | ئەنقەرە | ئیستەنبوڵ | سووریا = سوریا | دیمەشق | کۆبانێ = کۆبانی | ڕۆژئاوا | عەفرین | ئەمریکا = ئەمەریکا
= ویلایەتە یەکگرتووەکانی ئەمریکا | واشنتۆن | ڕووسیا = روسیا | مۆسکۆ | فەڕەنسا = فەرەنسا | پاریس | ئەڵمانیا |
بەریتانیا | لەندەن | ئیسرائیل | فەلەستین | سعودیە | ئەوروپا | یەکێتیی نیشتمانی = یەکێتیی نیشتمانیی کوردستان |
پارتی دیموکراتی کوردستان = پارتی دیموکراتی | نەتەوە یەکگرتووەکان | پێشمەرگە | داعش | حەشدی شەعبی
    """,
}

# Given names that begin a name with "son of": محمد بن نايف.
ARABIC_GIVEN = frozenset(
    """
محمد أحمد احمد محمود عبدالله عبدالعزيز عبدالرحمن عبدالملك عبدالمحسن عبدالإله عبداللطيف عبدالكريم عبدالهادي عبدالوهاب
عبدالمجيد عبدالحميد خالد فهد فيصل سعود سلطان سلمان سعد سعيد نايف نواف ناصر نصر بندر بدر تركي طلال طارق مشعل مشاري متعب
ماجد مساعد منصور مقرن محسن حمد حامد حمود حسن حسين حاتم هاشم هشام يوسف يعقوب يحيى إبراهيم ابراهيم إسماعيل صالح صلاح
صباح سليمان سامي سالم زيد زايد راشد ريان ثامر جابر جاسم جلوي جمال علي عمر عمار عثمان عادل عايض عبيد عساف عياف عيسى
غازي غالب قاسم قابوس كمال ماهر مبارك مصعب معاوية موسى مهند نهار وليد وائل تميم حمدان خليفة ذياب شخبوط هزاع العنود نورة
فاطمة سارة هيا لولوة موضي لطيفة هند
    """.split()
)


def rows(names: str) -> Iterator[tuple[str, ...]]:
    """(the name of the tag, its other spellings …) of each row."""
    for row in names.split("|"):
        yield tuple(" ".join(name.split()) for name in row.split("="))
