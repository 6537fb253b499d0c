"""Words that are part of a name, or never are: for sentences and tags. Data. Pure."""

from generator.ingest.editor.phrases import words
from generator.ingest.editor.phrases.common import spelt

ABBREVIATIONS = words(
    "mr mrs ms dr prof st sen sens rep reps gov gen col lt capt sgt maj cmdr adm hon rev fr pres supt insp messrs"
    " jr sr vs v no"
    " nos vol inc ltd co corp bros dept univ assn jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu"
    " fri sat sun"
    " calif fla ill mich minn pa tex wash mass conn ariz colo ga ind kan ky la md mo neb nev okla ore tenn va wis"
    " wyo ave blvd"
    " rd sq mt ft approx est fig etc al cf eg ie bzw ca dr. hr hrn fr. nr str tel usw evtl ggf inkl abs mio mrd"
)

# Capitalised where a sentence begins: never part of a name. English first, then the commonest of other languages.
NOT_IN_A_NAME = spelt(
    """
a about above according across after afterwards again against ago all almost alone along already also although
altogether always am among amongst an and another any anybody anyone anything anyway are asked asking at away back be
because been before behind being below beside besides between beyond both but by can cannot can't could couldn't dear
despite did didn't do does doesn't doing don't done down due during each earlier either else elsewhere enough
especially even eventually ever every everybody everyone everything everywhere except few finally following for forget
former formerly from further given gone got had hadn't has hasn't have haven't having he he'd he'll he's hello hence
her here here's hers herself hi him himself his how how's however i i'd i'll i'm i've if in indeed inside instead into
is isn't it it'd it'll it's its itself just last late lately later least less let let's like likely likewise many may
maybe me meanwhile might mine more moreover most much must my myself near nearby nearly neither never nevertheless next
no nobody none nonetheless nor not nothing now nowadays nowhere obviously of off often oh ok okay on once one only onto
or other others otherwise our ours ourselves out outside over overall own per perhaps please plus previously quite
rather re really recently regarding regardless said same say saying says see several shall she she'd she'll she's
should shouldn't similarly since so some somebody someone something sometimes somewhere soon speaking still
subsequently such suddenly sure take than thank thanks that that's the their theirs them themselves then there there's
thereafter therefore these they they'd they'll they're they've this those though through throughout thus to today
together tomorrow tonight too toward towards two three four five six seven eight nine ten twenty hundreds thousands
millions under underneath unless unlike unlikely until unto up upon us usually versus very via was wasn't we we'd we'll
we're we've well were weren't what what's whatever when whenever where where's whereas wherever whether which while who
who's whoever whole whom whose why will with within without won't would wouldn't yep yes yesterday yet you you'd you'll
you're you've your yours yourself added adding adds based born built came combined compared considering founded gave
getting give go going held imagine including knowing known led looking made make makes making meet met named noting
prior put read remember reported reportedly run running seeing show spent think thought told took try trying turning
used using want went won worked monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays
thursdays fridays saturdays sundays january february march april may june july august september october november
december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.
am pm a.m p.m a.m. p.m. gmt edt pst pdt cst cdt bst cet utc mon tue tues wed thu thur thurs fri sat sun der die dem ein
eine einen einem einer eines und oder aber denn doch nicht kein keine ist sind war waren wird werden wurde wurden hat
haben hatte kann können soll sollen muss müssen am an auf aus bei beim bis durch für gegen hinter im in mit nach neben
ohne seit über unter vom vor während wegen zu zum zur zwischen ich du er sie es wir ihr sein seine ihre mein meine
unser unsere dieser diese dieses jeder jede jedes alle viele wenn weil dass als ob auch noch nur schon sehr so wie was
wer wo warum hier dort dann damit dabei dazu deshalb daher heute gestern morgen jetzt immer wieder mehr montag dienstag
mittwoch donnerstag freitag samstag sonntag januar jänner februar märz mai juni juli oktober dezember une du et ou où
mais donc car ni il elle ils elles on nous vous je ce cet cette ces son sa ses leur leurs notre votre au aux dans sur
sous par pour avec sans chez vers entre depuis pendant après avant selon comme que qui quoi dont quand sont était être
avoir a ont avait ne pas plus moins très bien même aussi ainsi alors encore toujours janvier février avril juin juillet
août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi lo uno una unos unas u pero en con
sin para según sobre entre hasta desde hacia cuando donde como porque aunque no sí más menos muy ya también además así
este esta estos estas ese esa eso sus nuestro han había hay es son era fue ser está están estaba ayer hoy mañana ante
tras durante mientras enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes
martes miércoles jueves viernes sábado domingo il gli dei degli delle della dello dal dalla nel nella nei sul sulla con
per tra fra anche non che chi cosa quando dove come perché più meno molto già ancora sono è era essere hanno questo
questa questi quello suo sua loro uma uns umas do na nas nos pelo pela com sem mas não sim mais muito já também ele ela
eles elas seu sua foi é aos à às quem onde porque então ainda isso este esta esse essa het een en dat die dit deze zijn
haar hun wij zij ik jij niet geen maar ook nog wel naar bij door voor met zonder och att det som är var inte men på av
till från har hade jag han vi ni detta jeg ikke og på fra til som var er
"""
)
# Part of a name at most: alone they say nothing.
NOT_ALONE = words(
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
