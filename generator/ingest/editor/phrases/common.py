"""Capitalised words of the news that are no name by themselves: the other half of the background. Data. Pure.

Counted over saved news pages, releases and wire stories (words that stand there both with a capital inside a sentence
and in small letters), then chosen by hand. A name may hold such words; it cannot be made of them alone.
"""

from generator.ingest.editor.phrases import words


def spelt(rows: str) -> frozenset[str]:
    """Words in small letters, with their accents and without."""
    return frozenset(rows.split()) | words(rows)


# Before a person's name, and no part of it.
TITLES = spelt(
    """
mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir lord lady dame baroness sen sen. sens sens. rep rep. reps reps. gov
gov. gen gen. col col. capt capt. sgt sgt. lt lt. maj maj. adm adm. cmdr cmdr. supt supt. insp insp. rev rev. hon hon.
pres pres. president presidents vice-president premier minister ministers senator senators congressman congresswoman
congressmen representative representatives governor governors lieutenant mayor chancellor chairman chairwoman chair
executive colonel captain commander sergeant corporal private brigadier marshal admiral superintendent inspector
constable detective officer pope bishop archbishop cardinal reverend rabbi father pastor imam sheikh shaikh ayatollah
hojatoleslam king queen prince princess emperor sultan emir duke duchess earl count baron spokesman spokeswoman
spokesperson ambassador envoy consul secretary judge magistrate prosecutor solicitor director manager coach striker
midfielder defender goalkeeper keeper producer actor actress singer comedian novelist author writer poet playwright
filmmaker composer conductor artist photographer journalist editor columnist analyst economist professor doctor nurse
engineer scientist researcher historian lawyer candidate nominee leader co-leader speaker whip lawmaker mp mps ceo cfo
coo cto founder co-founder emeritus sister brother uncle aunt teammate compatriot commandant treasurer herr frau
bundeskanzler bundeskanzlerin kanzler kanzlerin bundespräsident ministerpräsident ministerpräsidentin bürgermeister
bürgermeisterin oberbürgermeister landrat ministerin innenminister außenminister präsident präsidentin señor señora
presidente presidenta ministro ministra monsieur madame président signor signora dottor
"""
)
# Before a title: "Deputy Foreign Minister".
BEFORE_TITLES = spelt(
    """
vice prime chief deputy assistant associate acting interim former ex crown foreign home interior finance defense
defence health education justice trade labor labour environment agriculture energy transport attorney press general
major grand first senior junior federal state house senate majority minority shadow regional police army navy fire city
county
"""
)
# Of these, words that are also part of names: "Martin Luther King Jr", "Prince William County". They end no name.
ALSO_NAMES = spelt(
    """
king queen prince princess pope sheikh emperor sultan saint st st. lord lady dame ayatollah earl baron count duke
duchess father brother sister uncle aunt bishop private marshal chair keeper miss sir shaikh imam pastor capt capt.
chancellor page cardinal
"""
)
# Of these the title stays before a given name: "King Abdullah", "Pope Francis".
REGNAL = spelt("king queen prince princess pope sheikh emperor sultan saint st st. lord lady dame ayatollah")

# Nationalities, and words made from places.
NATIONS = spelt(
    """
american americans british briton britons english englishman scottish scots welsh irish french german germans italian
italians spanish spaniard portuguese dutch belgian belgians swiss austrian austrians polish poles czech czechs slovak
hungarian hungarians romanian romanians bulgarian bulgarians greek greeks turkish turks kurdish kurds kurd arab arabs
arabic persian persians iranian iranians iraqi iraqis syrian syrians lebanese israeli israelis palestinian palestinians
jordanian jordanians saudi saudis emirati kuwaiti kuwaitis qatari yemeni yemenis omani egyptian egyptians libyan
libyans tunisian algerian algerians moroccan sudanese somali somalis ethiopian ethiopians kenyan kenyans nigerian
nigerians ghanaian african africans south-african zimbabwean ugandan rwandan congolese angolan european europeans asian
asians russian russians soviet soviets ukrainian ukrainians georgian armenian armenians azeri azerbaijani chechen
chechens afghan afghans pakistani pakistanis indian indians bangladeshi nepalese sri-lankan chinese japanese korean
koreans vietnamese thai thais indonesian indonesians malaysian malaysians filipino filipinos singaporean australian
australians aussie zealander zealanders canadian canadians mexican mexicans brazilian brazilians argentine argentinian
argentinians chilean colombian venezuelan peruvian bolivian cuban cubans haitian haitians jamaican danish dane danes
swedish swede swedes norwegian norwegians finnish finn finns icelandic serbian serb serbs croatian croat croats bosnian
bosnians slovenian albanian albanians macedonian kosovar cypriot maltese estonian latvian lithuanian belarusian burmese
cambodian taiwanese tibetan mongolian hispanic hispanics latino latinos latin caribbean texan texans californian
californians floridians hawaiians hawaiian londoner londoners new-yorkers yorkers pennsylvanians virginians ohioans
oregonians iowans illinoisans parisian western eastern northern southern north south east west central mid northwest
northeast southwest southeast midwest north-west north-east south-west south-east christian christians muslim muslims
islamic islamist islamists islam jewish jew jews judaism catholic catholics catholicism protestant protestants anglican
baptist methodist evangelical orthodox hindu hindus hinduism sikh buddhist sunni sunnis shiite shiites shia shias
shi'ite shi'ites zionist republican republicans democrat democrats democratic dems labour labor conservative
conservatives tory tories liberal liberals communist communists socialist socialists nazi nazis marxist green greens
liberal-democrat black blacks white whites
"""
)

# Nouns and other words of politics, offices, business, sport, culture, the net, calendars and headlines.
NOUNS = spelt(
    """
government governments state states federal nation nations national international republic republics union unions
federation confederation commonwealth kingdom empire monarchy coalition opposition administration authority authorities
cabinet congress senate house houses parliament assembly legislature chamber council councils commission commissions
commissioner committee committees subcommittee board boards bureau department departments ministry ministries treasury
exchequer embassy consulate agency agencies office offices officers service services corps force forces army navy
marine marines military armed guard guards police court courts tribunal jury bench bar law laws act acts amendment
amendments constitution constitutional article section title clause resolution treaty convention agreement accord
accords pact protocol charter code policy policies plan plans program programs programme programmes project projects
initiative initiatives strategy reform reforms budget fiscal tax taxes revenue fund funds funding grant grants aid
assistance relief benefit benefits welfare security social public civil civic citizens citizen community communities
people peoples party parties campaign election elections electoral vote voters ballot primary caucus referendum poll
polls member members membership group groups association associations organization organizations organisation
organisations institute institutes institution institutions foundation foundations trust society societies club clubs
league leagues team teams conference conferences summit forum meeting talks session hearing hearings panel task mission
missions delegation alliance partnership partners front movement network networks system systems center centers centre
centres headquarters base camp station stations post posts command commands unit units division divisions brigade
battalion regiment squad squadron fleet ship wing branch region regions regional district districts county counties
province provinces provincial city cities town towns township village villages municipality borough parish neighborhood
neighbourhood capital territory territories island islands isle coast coastal valley river rivers lake lakes bay harbor
harbour port ports sea ocean gulf canal mountain mountains mount hill hills forest park parks garden gardens square
street streets avenue road roads lane drive boulevard highway interstate route bridge tunnel tower towers building
buildings hall palace castle temple mosque church churches cathedral chapel synagogue school schools elementary academy
academies college colleges university universities campus faculty library libraries museum museums gallery galleries
theater theatre cinema stadium arena hotel hotels hospital hospitals clinic medical market markets mall store stores
shop shops airport airports railway railroad airline airlines airways air aviation transport transportation transit
rail bus company companies corporation corporations corp corp. inc inc. ltd ltd. plc co co. llc gmbh ag holdings
holding enterprises enterprise industries industry industrial business businesses trade trading commerce commercial
bank banks banking savings credit investment investments investors securities exchange stock stocks bond bonds index
shares reserve reserves financial finance insurance assurance oil gas petroleum energy power electric nuclear water
steel motor motors auto chemical pharmaceutical telecom telecommunications communications technology technologies tech
computer computers software hardware digital internet web net online website websites site page pages blog blogs app
apps mobile phone phones email e-mail mail media press news newspaper newspapers journal magazine times tribune herald
gazette chronicle radio television tv channel broadcasting studio studios pictures picture film films movie movies
entertainment music album song songs band orchestra choir opera ballet dance show shows book books story stories art
arts award awards prize prizes medal medals festival festivals fair fairs exhibition expo day days night week weekend
month year years decade century season seasons spring summer autumn fall winter morning evening christmas easter
ramadan eid hanukkah thanksgiving halloween holiday holidays birthday anniversary eve new-year games game match matches
cup cups championship championships champion champions tournament open masters final finals semi-final semi-finals
quarter-final round rounds series race racing stage rugby football soccer basketball baseball hockey tennis golf
cricket boxing athletics swimming cycling skiing olympic olympics olympian paralympic world earth universe planet
global west east western earth's moon sun god lord jesus christ bible koran quran pope mass gospel heaven hell allah
prophet saint saints st st. holy sacred father mother family families child children kids youth young women woman men
man girls boys boy girl students student teachers teacher parents veterans veteran soldiers troops officials official
leaders leadership staff workers worker employees employers farmers consumers consumer customers health healthcare care
medicine disease diseases virus coronavirus pandemic epidemic vaccine vaccines drug drugs food foods nutrition safety
science sciences research study studies report reports review survey statistics data information intelligence analysis
development environment environmental climate conservation wildlife nature natural resources agriculture agricultural
farm rural urban housing land lands property construction engineering manufacturing labor labour employment jobs job
work working workforce education training learning teaching literacy culture cultural heritage history historic
memorial monument rights right justice freedom liberty democracy peace war wars terror terrorism terrorist terrorists
crime criminal fraud prison jail protection prevention control defense defence emergency disaster response rescue fire
recovery operation operations action actions support affairs relations matters issues issue question questions answer
answers point points fact facts problem problems crisis case cases trial order orders rule rules regulation regulations
standard standards license licence permit certificate degree diploma bachelor master doctorate phd ph.d ba ma mba level
grade class classes course courses chapter part parts volume number no no. line lines list table figure chart map note
notes letter letters statement statements speech address remarks interview comment comments quote source sources photo
photos photograph image images video videos audio caption file copyright update updated version edition release
press-release contact contacts telephone tel fax room suite floor box directions home household apartment door window
windows wall walls rooms kitchen chair bed car cars truck trucks train trains boat boats plane planes bike van vehicle
vehicles engine engines model models brand brands product products production productions label design designs designer
style fashion beauty quality value price prices cost costs sale sales money cash dollar dollars euro euros pound pounds
yen percent million billion trillion score goal goals win wins loss record records rank ranking star stars hero heroes
legend legends president's governor's mayor's senator's president-elect presidency presidential parliamentary
congressional senatorial legislative judicial diplomatic royal imperial crown princess king's queen's majesty highness
excellency first second third fourth fifth sixth seventh eighth ninth tenth one two three four five six seven eight
nine ten i ii iii iv vi vii viii ix x new old great big little high low upper lower inner outer middle main major minor
top general special joint common universal united independent free equal secret private local long short early late
modern classic contemporary traditional advanced basic annual monthly weekly daily quarterly full total best better
good bad happy sad strong hard easy fast quick deep super mega mini micro real true live living dead death life love
hate hope dream dreams faith truth mind body heart hand hands eye eyes head face blood pride passion fear light dark
ice snow rain storm hurricane earthquake tsunami typhoon cyclone tornado flood floods wind weather temperature red blue
yellow orange purple pink brown gray grey gold golden silver bronze pocket cell key sky sunrise sunset dog dogs cat
cats horse horses bird birds fish animal animals plant plants tree trees flower flowers wood stone rock metal iron
glass paper plastic coffee tea wine beer bread milk cheese chocolate celsius fahrenheit sugar salt pepper cake cooking
recipe recipes restaurant cafe pub rev op ed via etc re pr vip vat gdp ceo pdf faq usd eur gbp gmt est edt utc ad bc am
pm dc d.c pc pcs cd cds dvd dvds hd dna hiv aids lgbt lgbtq ngo ngos id ids it ai ar vr ui ux api url html usb gps sms
mms vod diy ok okay rip aka asap sunday's monday's al ak az ca ct de fl ga hi ia il in ks ky la md me mi mn mo ms mt nc
nd ne nh nj nm nv ny oh or pa ri sc sd tn tx ut va vt wa wi wv wy uk us u.s u.k un u.n eu republican-led democrat-led
gop-led whether meanwhile breaking exclusive watch read click share follow subscribe sign download view related also
see more next previous back menu search close skip executive executives senior junior assistant associate deputy
director directors manager managers management secretary chairman chairwoman president vice chancellor minister
attorney judge judges lawyer lawyers counsel prosecutor prosecutors plaintiff plaintiffs defendant defendants professor
professors doctor doctors nurse nurses scientist scientists engineer engineers expert experts analyst analysts author
authors editor editors writer writers artist artists actor actors players player coach captain owner owners founder
partner guest guests host hosts user users reader readers
"""
)

# Given names: with another word after them they begin a person's name, alone they name nobody.
GIVEN = spelt(
    """
aaron abdul abdullah abigail aisha abraham adam adrian ahmad ahmed aidan alan albert alberto alejandro alex alexander
alexandra alexei alfred ali alice alicia alison allan allen allison alvin amanda amber amelia amir amy ana andre andrea
andreas andrei andres andrew andrzej andy angela angelina angus anita ann anna anne annette annie anthony antoine anton
antonio antony april arnold arthur ashley astrid audrey ayman barack barbara barry bashar beatrice becky ben benjamin
bernard bernd bernie bert beth betty bev beverley beverly bill billy björn bob bobby boris brad bradley brandon brenda
brendan brent brett brian bridget britney bruce bryan caitlin callum calvin cameron camille carl carla carlo carlos
carmen carol caroline carolyn catherine cathy cecilia chad charles charlie charlotte chelsea cheryl chloe chris
christian christiane christina christine christoph christophe christopher chuck claire clara clare claude claudia clive
colin connor conor craig cristiano cristina crystal curtis cynthia daisy damian damien dan daniel daniela danielle
danny darren dave david dawn dean debbie deborah denis denise dennis derek diana diane dick diego dieter dirk dmitri
dmitry dominic dominique don donald donna doris dorothy doug douglas duncan dwight dylan eamonn ed eddie edgar eduardo
edward edwin eileen elaine eleanor elena elias elisabeth elizabeth ella ellen ellie elliot elliott elsie emanuel emily
emma emmanuel enrique eric erica erich erik erin ernest ernesto esther ethan eugene eva evan eve evelyn ewan fabian
faisal fatima federico felipe felix ferdinand fernando fiona florian frances francesca francesco francis francisco
francois françois frank frankie franz fred freddie frederick friedrich gabriel gail gareth garry gary gavin gemma geoff
geoffrey george georges gerald gerard gerhard gerry gianni gideon gilbert giles gillian gina giovanni giuseppe glen
glenn gloria gordon grace graham grant greg gregor gregory greta guillermo gunther gustav guy hamid hannah hans harold
harriet harry harvey hassan hazel heather hector heidi heinrich heinz helen helena helmut hendrik henri henry herbert
herman hermann hilary hillary holger holly horst howard hugh hugo hussein ian ibrahim ignacio igor ilse ines ingrid
irene iris isaac isabel isabella isabelle ivan jack jackie jacob jacqueline jacques jaime jake jakob james jamie jan
jana jane janet janice jared jasmine jason javier jay jean jeff jeffrey jen jennifer jenny jens jeremy jerome jerry
jesse jessica jesus jill jim jimmy jo joachim joan joanna joanne jochen joe joel joerg johan johann johanna johannes
john johnny jon jonas jonathan jordan jorge josef josé jose joseph josephine josh joshua joy joyce juan juanita judith
judy julia julian julie juliet jürgen justin kai karen karim karin karl karolina kate katharina katherine kathleen
kathryn kathy katie katja katrin kay keith kelly ken kenneth kerry kevin khaled khalid kieran kim kirsten klaus knut
kofi kurt kyle lance lara larry lars laura lauren laurence laurent leah lee leila leo leon leonard leonardo leroy
leslie lewis liam lily linda lindsay lindsey lisa liz lloyd lois lori lorraine louis louise lourdes luca lucas lucia
lucy luigi luis luisa lukas luke lydia lynn madeleine maggie mahmoud malcolm manfred manuel marc marcel marco marcus
margaret margarita maria marian marianne marie marilyn mario marion mark markus marlene marta martha martin martina
marvin mary mateo mathias matt matteo matthew matthias maurice mauricio max maximilian may maya megan mehdi mehmet mel
melanie melissa mercedes michael michaela michel michele michelle mick miguel mikael mike mikhail milan milton miranda
miriam mitch mitt mohamed mohammad mohammed moira molly monica monika moritz morgan muhammad murray mustafa nadia
nadine nancy naomi natalia natalie natasha nathan nathaniel neil nelson nicholas nick nicola nicolas nicole nigel
nikolai nils nina noah noel nora norbert norman nouri oleg oliver olivia olivier omar oscar oskar osama otto owen pablo
paddy pamela pascal pat patricia patrick patty paul paula pauline paulo pedro peggy penny percy perry pete peter petra
phil philip philipp philippe phillip phyllis pierre piers priya qasem rachel rafael rainer ralf ralph ramon randy
raquel raul ray raymond rebecca reinhard reinhold renate rene rené reuben rex ricardo richard rick ricky rita rob
robbie robert roberta roberto robin rod rodney rodrigo roger roland rolf roman ron ronald ronnie rory rosa rosemary
ross roy ruby rudi rudolf rudolph rudy rupert russell ruth ryan saad sabine sabrina saddam saeed sally salman sam
samantha samir samuel sandra sandy sara sarah saskia scott sean sebastian sergei sergey sergio seth shane shannon
sharon shaun sheila shirley sid sidney silke silvia silvio simon simone sofia sonia sophia sophie stacey stan stanley
stefan stefanie steffen stella stephan stephane stephanie stephen steve steven stewart stuart sue sunil susan susanne
suzanne svetlana sven sylvia taha tamara tanja tanya tara tariq tatiana ted teresa terrence terri terry thabo thea theo
theodore theresa thomas thorsten tiffany till tim timothy tina tobias toby todd tom tomas tomasz tommy toni tony tracey
tracy trent trevor trudy udo ulf ulrich ulrike ursula ute uwe valerie vanessa vera veronica victor victoria viktor
vincent vinnie viola virginia vivian vivien vladimir volker volodymyr wallace walt walter warren wayne wendy werner
wilfried wilhelm will william willie winston wolfgang woody xavier yasser yvonne yusuf yves zoe
"""
)

# What bodies are called that "of" goes on: "Bank of …", "University of …".
BODIES = spelt(
    """
academy archdiocese army assembly association bank battle bay board bureau cathedral centre center chamber church city
college commission committee confederation conference congress convention council court department diocese directorate
faculty federation foundation friends gulf hospital house institute isle kingdom league library ministry movement
museum national office organisation organization palace parliament port province republic school society sons south
strait straits tower town treaty union university valley
"""
)
# Behind a name, of a company: the name alone may stand for the whole.
COMPANY = spelt(
    """
inc inc. corp corp. corporation ltd ltd. limited plc co co. company llc gmbh ag sa s.a nv n.v spa s.p.a bhd pty group
holding holdings airlines airways bank bancorp brewery breweries brothers communications electric electronics energy
engineering enterprises entertainment financial foods industries insurance international laboratories media motor
motors oil partners petroleum pharmaceuticals resources software solutions steel stores systems technologies technology
telecom
"""
)
