"""Words of places: cities that stand alone in a dateline, regions that stand behind one. Data. Pure.

A city needs no place in these lists to be read from a dateline that is otherwise plain (an agency, a date, a region,
or capitals and a dash). They decide where the form alone is too weak: a colon, a line of its own, a script without
capitals. So names that are also words or persons (NICE, READING, MOBILE, الخبر) are left out.
"""

from generator.ingest.editor.phrases import keys
from generator.text import key


def region_key(name: str) -> str:
    """The key under which "N. Mex.", "N Mex", "n.mex" are one region, and "D C" and "D.C."."""
    return key(name).replace(" ", "")


def _regions(rows: str) -> frozenset[str]:
    return frozenset(region_key(name) for row in rows.splitlines() for name in row.split("|") if name.strip())


# Cities that newspapers let stand alone, capitals, and others from which papers often report.
CITIES = keys("""
Atlanta | Baltimore | Boston | Chicago | Cincinnati | Cleveland | Dallas | Denver | Detroit | Honolulu | Houston
Indianapolis | Las Vegas | Los Angeles | Miami | Milwaukee | Minneapolis | New Orleans | New York | New York City
Oklahoma City | Philadelphia | Phoenix | Pittsburgh | St. Louis | St Louis | Salt Lake City | San Antonio
San Diego | San Francisco | Seattle | Washington | United Nations | Albuquerque | Anchorage | Annapolis | Ann Arbor
Atlantic City | Baton Rouge | Billings | Birmingham | Bismarck | Boise | Boulder | Casper | Charlotte | Chattanooga
Cheyenne | Colorado Springs | Columbus | Concord | Corpus Christi | Des Moines | Dover | Duluth | El Paso
Fairbanks | Fargo | Fort Lauderdale | Fort Worth | Fresno | Galveston | Grand Forks | Grand Rapids | Harrisburg
Hartford | Helena | Jacksonville | Jefferson City | Jersey City | Juneau | Kansas City | Knoxville | Las Cruces
Little Rock | Long Beach | Louisville | Lubbock | Memphis | Mesa | Missoula | Montpelier | Nashville | Newark
New Haven | Oakland | Omaha | Orlando | Palm Beach | Portland | Providence | Pueblo | Raleigh | Rapid City | Reno
Roanoke | Sacramento | St. Paul | St Paul | San Jose | San Juan | Santa Ana | Santa Fe | Santa Monica | Savannah
Shreveport | Sioux City | Sioux Falls | Spokane | Tacoma | Tallahassee | Tampa | Toledo | Topeka | Tucson | Tulsa
Virginia Beach | West Palm Beach | Wichita | Wilmington | Winston-Salem | Silicon Valley | Capitol Hill
Guantanamo Bay | Calgary | Edmonton | Halifax | Montreal | Montréal | Ottawa | Quebec City | Québec | Regina
Saskatoon | St. John's | Toronto | Vancouver | Winnipeg | Yellowknife | Whitehorse | Acapulco | Asuncion | Asunción
Belmopan | Bogota | Bogotá | Brasilia | Brasília | Buenos Aires | Cali | Cancun | Caracas | Ciudad Juarez | Cordoba
Curitiba | Georgetown | Guadalajara | Guatemala City | Guayaquil | Havana | Kingston | La Paz | Lima | Managua
Medellin | Mexico City | Ciudad de México | México | Monterrey | Montevideo | Nassau | Panama City | Paramaribo
Port of Spain | Port-au-Prince | Porto Alegre | Quito | Recife | Rio de Janeiro | Salvador | San Salvador | Santiago
Santiago de Chile
Santo Domingo | São Paulo | Sao Paulo | Tegucigalpa | Tijuana | Valparaiso | La Habana | Aberdeen | Amsterdam
Andorra la Vella | Antwerp | Athens | Barcelona | Basel | Belfast | Belgrade | Berlin | Bern | Berne | Bilbao | Bonn
Bordeaux | Bratislava | Bremen | Bristol | Brussels | Bucharest | Budapest | Cardiff | Cologne | Copenhagen | Davos
Donetsk | Dortmund | Dresden | Dublin | Duesseldorf | Dusseldorf | Edinburgh | Essen | Florence | Frankfurt | Gdansk
Geneva | Genoa | Ghent | Gibraltar | Glasgow | Gothenburg | Grenoble | Hamburg | Hanover | Helsinki | Innsbruck
Istanbul | Izmir | Ankara | Antalya | Adana | Diyarbakir | Gaziantep | Kharkiv | Kherson | Kiev | Kyiv | Krakow
Lausanne | Leeds | Leipzig | Lille | Lisbon | Liverpool | Ljubljana | London | Luxembourg | Lviv | Lyon | Madrid
Malmo | Manchester | Mariupol | Marseille | Milan | Minsk | Monaco | Monte Carlo | Moscow | Munich | Naples
Nicosia | Novosibirsk | Nuremberg | Odesa | Odessa | Oslo | Palermo | Paris | Podgorica | Porto | Prague | Pristina
Reykjavik | Riga | Rome | Rotterdam | Salzburg | San Marino | Sarajevo | Seville | Simferopol | Skopje | Sofia
Stockholm | St. Petersburg | Strasbourg | Stuttgart | Tallinn | The Hague | Tirana | Toulouse | Turin | Valencia
Valletta | Vatican City | Venice | Vienna | Vilnius | Warsaw | Wiesbaden | Zagreb | Zurich | Sevastopol | Chisinau
Vaduz | Leningrad | East Berlin | West Berlin | Athen | Brüssel | Bruxelles | Bukarest | Den Haag | Düsseldorf
Florenz | Genf | Genève | Göteborg | Hannover | Jerewan | Kairo | Kiew | Köln | København | Kopenhagen | Lissabon
Lisboa | Londres | Luxemburg | Mailand | Moskau | Moscou | München | Münster | Neapel | Neu-Delhi | Nürnberg
Peking | Pékin | Prag | Roma | Rom | Saarbrücken | Straßburg | Teheran | Tokio | Venedig | Warschau | Wien | Zürich
Kapstadt | Mainz | Magdeburg | Potsdam | Schwerin | Erfurt | Kiel | Bagdad | Damaskus | Jerusalem | Tel Aviv | Haifa
Ramallah | Bethlehem | Nablus | Gaza City | Rafah | Khan Younis | Amman | Beirut | Tripoli | Damascus | Aleppo
Homs | Idlib | Raqqa | Kobani | Qamishli | Hasaka | Deir al-Zor | Baghdad | Basra | Mosul | Kirkuk | Najaf | Karbala
Kerbala | Fallujah | Falluja | Ramadi | Tikrit | Samarra | Baquba | Erbil | Arbil | Sulaimani | Sulaimaniyah
Sulaymaniyah | Slemani | Duhok | Dohuk | Halabja | Zakho | Sinjar | Tal Afar | Tehran | Isfahan | Mashhad | Shiraz
Tabriz | Qom | Ahvaz | Bandar Abbas | Kermanshah | Sanandaj | Mahabad | Bushehr | Riyadh | Jeddah | Jiddah | Mecca
Makkah | Medina | Madinah | Dammam | Dhahran | Taif | Abha | Tabuk | Jazan | Najran | Abu Dhabi | Dubai | Sharjah
Doha | Manama | Kuwait | Kuwait City | Muscat | Sanaa | Sana'a | Aden | Hodeidah | Taiz | Cairo | Alexandria
Port Said | Suez | Luxor | Benghazi | Tobruk | Tunis | Algiers | Rabat | Casablanca | Marrakesh | Khartoum
Omdurman | Juba | Addis Ababa | Asmara | Djibouti | Mogadishu | Hargeisa | Nairobi | Mombasa | Kampala | Entebbe
Kigali | Bujumbura | Dar es Salaam | Dodoma | Lusaka | Harare | Bulawayo | Maputo | Lilongwe | Blantyre | Gaborone
Windhoek | Pretoria | Johannesburg | Cape Town | Durban | Maseru | Mbabane | Antananarivo | Port Louis | Luanda
Kinshasa | Goma | Brazzaville | Libreville | Yaounde | Douala | Bangui | N'Djamena | Niamey | Bamako | Timbuktu
Ouagadougou | Abidjan | Accra | Lome | Cotonou | Lagos | Abuja | Kano | Maiduguri | Port Harcourt | Monrovia
Freetown | Conakry | Bissau | Banjul | Dakar | Nouakchott | Praia | Salisbury | Kabul | Kandahar | Herat | Jalalabad
Mazar-i-Sharif | Kunduz | Islamabad | Karachi | Lahore | Peshawar | Quetta | Rawalpindi | Multan | Faisalabad
Hyderabad | Sialkot | Muzaffarabad | Gilgit | Sukkur | Larkana | Gujranwala | Abbottabad | New Delhi | Delhi
Mumbai | Bombay | Calcutta | Kolkata | Chennai | Madras | Bangalore | Bengaluru | Ahmedabad | Pune | Jaipur
Lucknow | Kanpur | Patna | Bhopal | Nagpur | Chandigarh | Amritsar | Srinagar | Jammu | Guwahati | Ranchi
Bhubaneswar | Kochi | Thiruvananthapuram | Visakhapatnam | Vijayawada | Indore | Surat | Vadodara | Dehradun
Shimla | Kathmandu | Thimphu | Dhaka | Chittagong | Colombo | Jaffna | Yangon | Rangoon | Naypyitaw | Mandalay
Bangkok | Chiang Mai | Phnom Penh | Vientiane | Hanoi | Ho Chi Minh City | Saigon | Singapore | Kuala Lumpur
Petaling Jaya | Johor Baru | Johor Bahru | George Town | Ipoh | Kuching | Kota Kinabalu | Kota Baru | Kuantan
Putrajaya | Seremban | Shah Alam | Alor Setar | Jakarta | Bandung | Surabaya | Denpasar | Banda Aceh | Dili
Bandar Seri Begawan | Manila | Cebu City | Davao City | Zamboanga City | Baguio City | Quezon City | Beijing
Shanghai | Guangzhou | Shenzhen | Chongqing | Tianjin | Wuhan | Nanjing | Hangzhou | Chengdu | Xi'an | Urumqi
Lhasa | Harbin | Hong Kong | Macau | Taipei | Kaohsiung | Tokyo | Osaka | Kyoto | Hiroshima | Nagasaki | Nagoya
Sapporo | Fukushima | Sendai | Naha | Yokohama | Seoul | Busan | Pyongyang | Ulan Bator | Ulaanbaatar | Almaty
Astana | Nur-Sultan | Bishkek | Tashkent | Samarkand | Dushanbe | Ashgabat | Baku | Yerevan | Tbilisi | Sukhumi
Grozny | Vladivostok | Yekaterinburg | Kazan | Canberra | Sydney | Melbourne | Brisbane | Perth | Adelaide | Hobart
Darwin | Auckland | Wellington | Christchurch | Port Moresby | Suva | Honiara | Noumea | Apia | Nuku'alofa | Москва
Санкт-Петербург | Київ | Киев | Минск | София | Београд | Алматы | Астана | Тбилиси | Ереван | Баку | Αθήνα
Θεσσαλονίκη | Λευκωσία | Βρυξέλλες | الرياض | جدة | مكة | مكة المكرمة | المدينة المنورة | الدمام | الظهران | الطائف
تبوك | بريدة | عنيزة | القصيم | أبها | خميس مشيط | جازان | جيزان | نجران | الباحة | عرعر | سكاكا | الأحساء | الهفوف
القطيف | الجبيل | ينبع | حفر الباطن | الخرج | القنفذة | الدوادمي | بيشة | رفحاء | القريات | طبرجل | محايل عسير
محايل | صبيا | صامطة | أبو عريش | رابغ | الزلفي | المنطقة الشرقية | الدوحة | المنامة | الكويت | مسقط | أبوظبي
أبو ظبي | دبي | الشارقة | عجمان | رأس الخيمة | الفجيرة | صنعاء | عدن | تعز | الحديدة | مأرب | المكلا | بغداد
البصرة | الموصل | كركوك | أربيل | السليمانية | دهوك | النجف | كربلاء | الفلوجة | الرمادي | تكريت | سامراء | الناصرية
العمارة | الديوانية | بابل | ديالى | الأنبار | دمشق | حلب | حمص | إدلب | اللاذقية | دير الزور | الرقة | القامشلي
بيروت | طرابلس | صيدا | عمان | عمّان | الزرقاء | إربد | القدس | القدس المحتلة | رام الله | غزة | نابلس | الخليل
بيت لحم | رفح | القاهرة | الإسكندرية | الجيزة | بورسعيد | الخرطوم | أم درمان | جوبا | بنغازي | سبها | تونس | صفاقس
الجزائر | وهران | قسنطينة | الرباط | الدار البيضاء | مراكش | طنجة | فاس | نواكشوط | مقديشو | جيبوتي | أنقرة
اسطنبول | إسطنبول | طهران | قم | إسلام آباد | كراتشي | لاهور | بيشاور | كابول | نيودلهي | نيو دلهي | مومباي | دكا
كولومبو | جاكرتا | كوالالمبور | سنغافورة | مانيلا | بانكوك | بكين | بيجين | شنغهاي | هونغ كونغ | طوكيو | سول | سيول
بيونغ يانغ | موسكو | كييف | لندن | باريس | برلين | فرانكفورت | ميونيخ | روما | ميلانو | الفاتيكان | مدريد | برشلونة
لشبونة | بروكسل | لاهاي | أمستردام | جنيف | زيورخ | فيينا | براغ | وارسو | بودابست | أثينا | نيقوسيا | ستوكهولم
أوسلو | كوبنهاغن | هلسنكي | واشنطن | نيويورك | لوس أنجليس | لوس أنجلوس | شيكاغو | بوسطن | هيوستن | سان فرانسيسكو
الأمم المتحدة | أوتاوا | تورونتو | مونتريال | المكسيك | برازيليا | ريو دي جانيرو | بوينس أيرس | كاراكاس | هافانا
سيدني | كانبيرا | أديس أبابا | نيروبي | لاغوس | أبوجا | داكار | باماكو | جوهانسبرغ | كيب تاون | سراييفو | بلغراد
تيرانا | باكو | تبليسي | يريفان | تهران | مشهد | اصفهان | شیراز | تبریز | اهواز | کرمانشاه | سنندج | ارومیه | زاهدان
کرمان | رشت | بندرعباس | کابل | هرات | دوشنبه | هەولێر | سلێمانی | دهۆک | کەرکووک | هەڵەبجە | زاخۆ | بەغدا | بەسرە
مووسڵ | شنگال | خانەقین | کۆیە | ڕانیە | چەمچەماڵ | سنە | مهاباد | کرماشان | ورمێ | قامیشلۆ | کۆبانێ | ئامەد
ئەنقەرە | ئەستەنبوڵ | تاران | مۆسکۆ | لەندەن | پاریس | بەرلین | واشنتۆن | نیویۆرک | دیمەشق | بەیرووت | ئەستانبول
""")

# Letters that are a state behind a comma, and a word of a sentence behind a blank.
ALSO_WORDS = frozenset("in or me hi ok oh la pa ma de al co id mo ar il us no so".split())

# Behind "Frankfurt/" no second city, but the river on which the first lies.
RIVERS = frozenset(["main", "oder", "havel", "saale", "inn", "donau", "ruhr", "neckar", "saar"])

# What places of two words often begin or end with. The others in capitals may as well be a headline.
BEGINS = frozenset("san santa santo st st. saint ste. fort ft. port puerto el las los mount mt. bad tel deir".split())
ENDS = frozenset(
    "city springs falls beach rapids creek hills heights valley island islands lake grove harbor harbour junction"
    " township bluff bluffs forks bay cove landing ferry haven point ridge mills crossing".split()
)

REGIONS = _regions("""
Alabama | Ala. | AL | Alaska | AK | Arizona | Ariz. | AZ | Arkansas | Ark. | AR | California | Calif. | Cal. | CA
Colorado | Colo. | CO | Connecticut | Conn. | CT | Delaware | Del. | DE | Florida | Fla. | FL | Georgia | Ga. | GA
Hawaii | Hawai'i | HI | Idaho | ID | Illinois | Ill. | IL | Indiana | Ind. | IN | Iowa | IA | Kansas | Kan. | Kans.
KS | Kentucky | Ky. | KY | Louisiana | La. | LA | Maine | ME | Maryland | Md. | MD | Massachusetts | Mass. | MA
Michigan | Mich. | MI | Minnesota | Minn. | MN | Mississippi | Miss. | MS | Missouri | Mo. | MO | Montana | Mont.
MT | Nebraska | Neb. | Nebr. | NE | Nevada | Nev. | NV | New Hampshire | N.H. | New Jersey | N.J. | New Mexico
N.M. | N. Mex. | New York | N.Y. | North Carolina | N.C. | North Dakota | N.D. | N. Dak. | Ohio | OH | Oklahoma
Okla. | OK | Oregon | Ore. | OR | Pennsylvania | Pa. | Penn. | PA | Rhode Island | R.I. | South Carolina | S.C.
South Dakota | S.D. | S. Dak. | Tennessee | Tenn. | TN | Texas | Tex. | TX | Utah | UT | Vermont | Vt. | VT
Virginia | Va. | VA | Washington | Wash. | WA | West Virginia | W.Va. | W. Va. | WV | Wisconsin | Wis. | Wisc. | WI
Wyoming | Wyo. | WY | District of Columbia | D.C. | Puerto Rico | P.R. | Guam | American Samoa | U.S. Virgin Islands
Washington State | Alberta | Alta. | British Columbia | B.C. | Manitoba | Man. | New Brunswick | N.B. | Newfoundland
Nfld. | Newfoundland and Labrador | Nova Scotia | N.S. | Ontario | Ont. | Prince Edward Island | P.E.I. | Quebec
Québec | Que. | Saskatchewan | Sask. | Yukon | Nunavut | Northwest Territories | New South Wales | Queensland
Victoria | Tasmania | South Australia | Western Australia | Northern Territory | England | Scotland | Wales
Northern Ireland | Britain | Great Britain | United Kingdom | UK | U.K. | Channel Islands | Isle of Man | Sicily
Sardinia | Corsica | Bavaria | Saxony | Catalonia | Crimea | Chechnya | Dagestan | Siberia | Kosovo | Kurdistan
Kurdistan Region | Kurdistan Region of Iraq | Iraqi Kurdistan | Iraqi Kurdistan Region | West Bank | Gaza
Gaza Strip | Golan Heights | Palestine | Palestinian Territories | Kashmir | Indian-controlled Kashmir | Punjab
Sindh | Balochistan | Khyber Pakhtunkhwa | Tibet | Xinjiang | Okinawa | Hokkaido | Bali | Java | Sumatra | Mindanao
Darfur | Puntland | Somaliland | Western Sahara | United States | USA | U.S.A. | U.S. | US | Canada | Mexico
Guatemala | Belize | Honduras | El Salvador | Nicaragua | Costa Rica | Panama | Cuba | Haiti | Dominican Republic
Jamaica | Bahamas | Barbados | Bermuda | Trinidad and Tobago | Trinidad | Grenada | Saint Lucia | Colombia
Venezuela | Guyana | Suriname | French Guiana | Ecuador | Peru | Bolivia | Brazil | Paraguay | Uruguay | Argentina
Chile | Falkland Islands | Ireland | France | Spain | Portugal | Andorra | Monaco | Italy | Malta | Switzerland
Liechtenstein | Austria | Germany | West Germany | East Germany | Belgium | Netherlands | The Netherlands | Holland
Luxembourg | Denmark | Norway | Sweden | Finland | Iceland | Greenland | Estonia | Latvia | Lithuania | Poland
Czech Republic | Czechia | Czechoslovakia | Slovakia | Hungary | Slovenia | Croatia | Bosnia
Bosnia and Herzegovina | Bosnia-Herzegovina | Serbia | Montenegro | Macedonia | North Macedonia | Albania | Greece
Cyprus | Turkey | Türkiye | Bulgaria | Romania | Moldova | Ukraine | Belarus | Russia | Soviet Union | USSR
U.S.S.R. | Georgia | Armenia | Azerbaijan | Yugoslavia | Syria | Lebanon | Israel | Jordan | Iraq | Iran | Kuwait
Saudi Arabia | Bahrain | Qatar | United Arab Emirates | UAE | U.A.E. | Oman | Yemen | Egypt | Libya | Tunisia
Algeria | Morocco | Mauritania | Sudan | South Sudan | Eritrea | Ethiopia | Djibouti | Somalia | Kenya | Uganda
Rwanda | Burundi | Tanzania | Zanzibar | Zambia | Zimbabwe | Rhodesia | Malawi | Mozambique | Botswana | Namibia
South Africa | Lesotho | Swaziland | Eswatini | Madagascar | Mauritius | Seychelles | Comoros | Angola | Congo
Democratic Republic of Congo | Republic of Congo | Zaire | Gabon | Equatorial Guinea | Cameroon
Central African Republic | Chad | Niger | Nigeria | Benin | Togo | Ghana | Ivory Coast | Burkina Faso | Mali
Senegal | Gambia | Guinea | Guinea-Bissau | Sierra Leone | Liberia | Cape Verde | Afghanistan | Pakistan | India
Nepal | Bhutan | Bangladesh | Sri Lanka | Maldives | Myanmar | Burma | Thailand | Laos | Cambodia | Vietnam
Malaysia | Brunei | Indonesia | East Timor | Timor-Leste | Philippines | China | Taiwan | Mongolia | Japan
South Korea | North Korea | Korea | Kazakhstan | Kyrgyzstan | Uzbekistan | Tajikistan | Turkmenistan | Australia
New Zealand | Papua New Guinea | Fiji | Samoa | Tonga | Vanuatu | Solomon Islands | New Caledonia | Deutschland
Österreich | Schweiz | Suisse | Italia | España | Brasil | México | NH | NJ | NM | NY | NC | ND | RI | SC | SD | DC
BC | NB | NS | ON | QC | SK | AB
""")
