/** What people make passwords of: words, names, teams, brands. Written down for this purpose; no leaked list is in it. */
export const WORDS = `
0192837465 102030 1029384756 111222333 111222333444 112233 11235813 121212 12131415 123123 1232323 123321 1234321
12344321 123454321 1234567890a 123456789a 12345678a 12345679 1234567a 123456a 123456aa 123456abc 123456q 123456qwerty
12345a 12345abc 12345qwe 12345qwert 1234qwer 123654 123654789 12369874 123abc 123qwe 12qw34er 131313 1314520 13243546
134679 134679852 13579246 147258 14789632 159357 159753 1701ncc 192837465 1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y
1qaz1qaz 1qaz2wsx 1x2c3v4b 1z2x3c4v 1z2x3c4v5b 25800852 25802580 271828182 314159 36925814 3rjs1la7qe 420420 456123
4815162342 50cent 5150 5201314 5211314 741852 741852963 75315942 75395146 7758521 789456 852456 8675309 96385274
987654 a123456 a1b2c3d4 aaa111 aaliyah aardvark abc abc123 abcd abcdef abcdefg abcdefgh abdullah aberdeen abigail
ability absolute abstract academy access accident accord account acdc acer achieve achilles acrobat activity actor
actress acura adams adelaide adequate adgjmp adgjmptw adidas admin administrator adrian adriana adrienne advance
advanced adventure aerosmith affair africa african agent007 ahmad ahmed airborne aircraft airforce airplane aisha ajax
alabama alan alaska albatross albert alberto alcatel alchemist alchemy alcohol alejandra alejandro aleksandr
aleksandra aleksey alessandra alessandro alessio alex alexander alexandra alexandre alexandria alexis alfaromeo alfred
alfredo algebra alice alicia alien alison allah allen alligator allison allright allstar almighty alpaca alphabet
alpine always amadeus amanda amateur amazing amazon amazonia amber ambition ambrosia america american amethyst amnesia
amsterdam anaconda anakin anal analog analyst anarchist anarchy anastasia ancient andersen anderson andrea andrew
android andromeda andy angel angela angeleyes angelfish angelica angelina animal annabell annabelle annette
anniversary anonymous anteater antelope anthem anthony antidote antique antoine antonia antonio anubis anyone anything
aphrodite apocalypse apollo apparent apple applejack applesauce appletree approach april aquaman aquarium aquarius
aragorn arcade archangel archer archery architect arctic argentina ariel aries arizona arkansas armada armadillo
armageddon armchair army arsenal arsenic artemis arthur artist artistic arturo asd123 asdf asdfgh asdfghjk asdfghjkl
asdzxc ashlee ashleigh ashley ashtray assassin asses assfuck asshole asswipe asteroid astonish astonmartin astrid
astronaut astronomer astronomy astros atari athena athens athlete athletics atlanta atlantic atlantis atlas attack
atticus attitude attorney auction audi audrey august augustus aurelia aurora austin australia austria author autobahn
autobot automatic autumn avalanche avatar avenger aviation avocado awesome awkward azerty azertyuiop azsxdc azsxdcfv
baboon baby babyboy babydoll babyface babygirl babylove bach backdoor backpack backstage backstreet backup backward
bacon bad badass badboy badger badgirl badman badminton bailey baker balance ballerina ballet balloon ballroom bambi
bamboo banana bandit banker banking banshee baptist barbados barbara barbarian barbecue barber barbie barcelona
bareback bargain barman barnes barney barnyard baroness barracuda bart baseball baseline basement basilisk basketball
bass bassman bassplayer bastard bathroom bathtub batman battery battle battlefield battleship baxter bayern beachboy
beachbum beaches beagle beaner bear beatbox beatles beatrice beatriz beautiful beauty beaver beavis beckham bedroom
beer beethoven beetle beginner beijing belfast belgium believe believer belinda bella bellevue beloved benedict
benetton benfica bengals benjamin bennett bentley benz berkeley berlin bermuda bernadette bernard bernardo bernice
berserk berserker bertha besiktas bestfriend bethany beverley beverly beyonce bianca bible bicycle bieber bigbang
bigbird bigboy bigbutt bigcock bigdog bigfoot biggie biggun bigmac bigman bigred bike biker bilbo billiards billion
billy binary biology birdhouse birdie birdman birmingham birthday biscuit bishop bismarck bison bitch bitchass bitches
black blackberry blackbird blackburn blackcat blackdog blackfire blackhawk blackheart blackhole blackie blackjack
blacklab blackmagic blackman blackout blackpink blackpool blackrose blacksabbath blacksmith blackstar blackwater blade
blanca blaster blazer bleach blessed blessing blink182 blizzard blockbuster blonde blondie blood bloodline bloodlust
bloody blossom blowjob blowme blue bluebell blueberry bluebird blueblue blueboy bluedog blueeyes bluefish bluegrass
bluejays blueline bluemoon blueprint blueshoes bluesky bluesman bluewater bmw boba bobafett bobby bobcat bobdylan
bobmarley bobsmith bodyguard boeing bogart bogota bohemian bollywood bombay bombshell bonanza bond007 bonfire bonjovi
bonnie boobies booboo boobs boogie bookstore bookworm boomer boomerang bordeaux borderline boris boston botanical
bottle bottoms boulder boulevard bouncer boxing boy boyd boyfriend bracelet bradford bradley brainstorm branches
brandnew brandon brandy brasil brave braveheart bravo brazil brazilian breakaway breakdance breakdown breaker
breakfast breathe breeze brenda brendan brewer brian brianna bridges bridget bright brighton brigitte brilliant
bristol britain british britney brittany brittney broadband broadway broken brokenheart broker broncos brooklyn brooks
broomstick brother brotherhood brown brownie bruce brucewayne bruins bruno brutus bryan bryant bts bubba bubbles
buccaneer bucket buckeyes buckingham budapest buddha buddhist buddies buddy buddyboy budlight budweiser buffalo
bugatti bugsbunny buick builder bulldog bulldozer bullet bulletproof bullfight bullfrog bulls bullseye bullshit
bumblebee bungalow bunny bunnyboy burberry burger burgess burke burrito bursar burton business buster butcher butler
butter buttercup butterfl butterfly butthead buttons c3por2d2 cabbage caddy cadillac caesar cairo caitlin calculus
calcutta calendar calgary california caligula callie callofduty calories calvin camaro cambodia cambridge camelback
camelot camels cameron camilla camille campbell campfire camping campus canada canadian canadiens candice candlelight
candles candy candyman cannabis cannibal cannon canon cantona canucks capetown capital cappuccino caprice capricorn
capslock captain captainamerica caracas caramel caravan cardboard cardiff cardinal career caribbean carla carlito
carlos carlson carmen carnage carnival carol carolin carolina caroline carolyn carousel carpenter carr carter cartman
cartoon casablanca casandra casanova cascade casey cashflow cashmoney casino casio casper cassandra cassidy cassie
castaway castle casual cat catalyst catapult catarina catdog caterina caterpillar catfish cathedral catherine cathleen
catholic cats catwoman cavaliers caveman cecilia celebrate celebrity celeste celestial celina cello cellphone celtic
centaur central century cereal cerebral ceremony cesar chainsaw challenger chambers chameleon champ champagne champion
championship chance chandelier chandler chanel changeit changeme changes channel chantal chaos chaplain chapman
chapter character charcoal charger charisma charizard charlene charles charlie charlotte charm charmaine charming
chatter chavez checkers checkmate cheeky cheer cheerleader cheese cheesecake cheesy cheetah chef chelsea chemical
chemistry cherokee cherries cherry cheryl cheshire chessman chester chestnut chevelle chevrolet chevy chewbacca chewie
chewy chicago chickadee chicken chico chiefs chihuahua children1 chili chilipepper chimpanzee china chinatown
chinchilla chinese chip chipmunk chipper chivalry chivas chloe chocolat chocolate choices chopin choppers chris christ
christa christel christian christie christin1 christina christine christmas christopher christy chrome chronic
chronicle chrysler chuck chuckles chucknorris church churchill cigarette cinderella cindy cinema cinnamon circle
circus cisco citadel citizen citroen civic claire clara clarence clarinet clarissa clark clarke classic classical
classroom claudia clayton clemens clement cleopatra clerk clifford clinton clippers clockwork cloud cloudnine cloudy
clover clown clubbing clueless clyde coach coaster cobalt cobra cocacola cockatoo cockroach cocksucker coco cocoa
coconut code codename coder cody coffee coffeecup coffin cohen coke coldbeer coldplay coleman colgate colin collection
collector colleen college collins colombia colonel colonial colorado colorful colts columbia columbus combat comeback
comedian comedy comet comfort comics commander commando communist community compact company compaq compass complete
complex computer concept concert concord concorde concrete1 condition conductor confidence confused connect
connecticut connection connor conquer conqueror conrad constance constantine consultant contact contest continental
contract contrast control controller conway cook cookie cookiemonster cooking cool coolcool cooldude coolgirl coolguy
coolman coolness cooper copper cordelia cordoba coreee corey corinne cormorant cornbread cornelia cornell corner
cornflakes corona corsair corvette cosmic cosmopolitan cosmos cottage cotton cougar council counselor counter
counterstrike counting country countryboy countrygirl courage courier courtney coventry cow cowboy cowgirl cows cox
coyote cracker crackhead craig cranberry crawfish crawford crayons crazy crazybitch crazyboy crazyfrog crazygirl
crazyman creamy creation creative creator creature credit creeper crescent cricket criminal crimson crips cristian
cristiano cristina critical crocodile crossbow crossfire crossroads crow cruiser crusade crusader cruz crystal cubs
cucumber cuddles culture cumshot cumslut cunningham cupcake curious currency curtain curtis custom customer cutie
cutiepie cutlass cyborg cycling cyclone cyclops cynthia cypress czech dachshund daddy daddysgirl daffodil daffy
daihatsu daisies daisy daisydog dakota dallas dalmatian damage damnation dance dancefloor dancehall dancer dancing
dandelion danger dangermouse dangerous daniel daniela danielle danny daphne daredevil darius dark darkangel darkknight
darklord darkman darkmoon darkness darkside darkstar darkwing darlene darrell darren darthmaul darthvader dartmouth
darwin data database daughter daum dauphin david davidson davinci davis dawn dawson daybreak daydream daylight daytona
deadhead deadline deadman deadpool deadwood dealer dean deanna dearest death deathnote deathrow deathstar deathwish
debbie deborah decade december decent decision deepblue deeper deepsea deere default defender defense defiant
definition deftones delaware delicate delicious delight delilah deliver delivery dell delorean delta deltaforce deluxe
democrat demon demonic denise denmark dennis dentist denver department depeche depechem depechemode deputy derby derek
desert designer designs desiree desmond desperado desperate destination destiny destroy destroyer destruction
detective detroit deutsch deutschland developer development devil devildogs devilman devilmaycry dexter diabetes
diablo dialog diamond diana diane diaz dick dickhead dictator dictionary diego diesel dieter different digger digimon
digital dilbert dimension dimitri dina dingo dinner dinosaur diplomat direct direction director dirtbike dirty
dirtydog disaster disco discount discover discovery disney disneyland display distance distant diversity divine
division dixie dixieland dixon dmitriy doberman doctor doctorwho document dodge dodgers dog dogfight doggie doggy
doggystyle doghouse1 dogs dogwood dollar dollface dolly dolores dolphin domain dominic dominique domino donald
donaldduck donkey donkeykong donna donovan dontknow donuts doodle doom doomsday doorbell doorknob dora doris dorothea
dorothy dortmund douche doughnut douglas downhill download downtown draconis dracula dragon dragonball dragonballz
dragonfire dragonfly dragonforce dragonheart dragonlord dragster dreamcast dreamer dreaming dreamland dreams dresden
drift drifter drifting drinking driver driveway drowning drowssap drpepper drummer drums drunken dublin ducati duck
duckling dudedude dudley duke dukeduke dumbass dumbledore dumbo dumpling dundee dungeon dunn duracell durango durham
dustin dusty dutchman dwayne dylan dynamic dynamite dynasty eagle eagleeye earnhardt earth earthlink earthquake easter
eastern eastside eastwood eatme eclipse ecology economic economy edelweiss edgar edinburgh edison edith editor edmund
edna eduardo education edward edwin eeyore egypt eileen einstein ekaterina elaina elaine elcamino eldorado eleanor
election electra electric electrical electricity electro electron electronic elegance elegant element elemental
elementary elena elephant elevator eleven elisabeth eliza elizabet elizabeth elizaveta ella ellen ellie ellis elmo
elsa elvira elvis elvisp emanuel embassy embrace emerald emergency emerson emil emilio emily eminem emma emmanuel
emotion emperor empire employee empress empty enchanted endless endurance energizer energy engine engineer engineering
england english enigma enjoy enrico enrique ensemble enter enternow enterprise entertain entropy entry envelope
environment epiphone epsilon equality equation equinox erasure eric erica ericsson erika ernest ernesto erotic erotica
escalade escape escobar escort esmeralda essence essex estelle esther estrella eternal eternity ethan ethernet eugene
europe eva evanescence evans evelyn evening everest evergreen everlast everlasting everton everybody everyone
everything evil evildead evolution excalibur excellent excelsior exchange exciting exclusive execute executive
executor exeter exhaust existence exo exodus exotic expedition experience expert explode exploited explorer explosion
explosive express expression extension exterminator extra extreme eyeball eyes fabian fabio fabrizio fabulous facebook
facility factory fairies fairplay fairy fairytale faith faithful falcon fallen fallenangel fallout falloutboy familia
family familyguy famous fanatic fantasia fantastic fantasy faraway farmboy farmer farming farside fashion fastback
fastball fastcar faster fastlane fatality fatass fatboy fatcat father fatima fatman fearfactory fearless feather
february federal federico feelgood felicia felicity felipe felix fellowship feminine fender fenerbahce ferdinand
ferguson fernanda fernandez fernando ferrari festival fiction fiddle fiddler fields fiesta fiftycent fight fighter
fighting fila filter filthy finalfantasy finance financial finger finland fiona fire fireball firebird fireblade
firebolt firefighter firefire firefly firefox firehawk fireman firestar firestarter firestone firestorm firewalker
firewall fireworks firstborn fish fishbone fishbowl fishcake fisher fisherman fishhook fishing fishtank fitness
fitzgerald flagship flame flamengo flamingo flanders flash flashback flasher flashlight flatline flavor flawless
fleetwood fleming fletcher1 flexible flight flipflop flipper floating floppy flora florence flores florida flounder
flower flowerpower floyd fluffy flute flyboy flyers flyfish flying focus folklore foolish football footloose forbidden
forest forester forever forget forgiven forgotten formula forsaken fortress fortune forum forward foster foundation
fountain fourteen fowler fox foxes foxtrot foxylady fracture fragile fragment france francesca francesco francis
francisco frank frankenstein frankfurt frankie franklin freaky freckles fred freddie freddy frederic frederick
frederik freebird freedom freefall freeforall freelance freeman freemason freepass freestyle freeuser freezer freezing
freightliner french frenchie frenzy fresh freshman friday friedrich friend friendly friendship friendster frisky frodo
frog frogger froggie froggy frogman frontier frontline frosty frozen fuck fuckall fucked fucker fuckface fucking
fuckinga fuckme fuckoff fuckthat fuckthis fucku fuckyou fujitsu fuller fullmetal fullmoon function funfun funky funny
funnyman funtime furious fusion futbol futurama future gabriel gabriela gabriele gabriell gabrielle galactic
galatasaray galaxie galaxy galileo gallery gambit gambler gameboy gamecock gamecube gameover gameplay gamer games
gaming gandalf ganesh gangsta gangstar gangster ganja ganster garage garbage garcia garden gardener gardenia gareth
garfield gargoyles garland garlic garner garrett gary gasoline gateway gathering gator gavin gazelle gears gecko
gemini general generation generic genesis genetic geneva genevieve genius genoa gentle gentleman geoffrey geometry
george georgetown georgia georgie georgina gerald geraldine gerard gerardo gerbil german germany geronimo1 gerrard
gertrude getaway ghost ghostbusters ghostface ghostly ghostrider giant gibbon gibbs gibraltar gibson gifted giggles
gilbert gilberto gillette gilligan gilmore ginger gino giorgio giovanni giraffe girlfriend girlpower girls giulia
giuliana giuseppe gizmo gladiator gladly gladstone gladys glamour glasgow glasses glenn glitter global gloria glorious
glory gmail goalie goalkeep goalkeeper goaway goblin godbless goddess godfather godisgood godislove godsmack1 godspeed
godzilla goforit gohan goku gold golden goldeneye goldfinger goldfish goldie goldmine goldrush goldstar goldstein
goldwing golf golfball golfer golfing gomez gonzalez goober goodboy goodbye gooddog goodgirl goodies goodlife goodluck
goodman goodness goodtimes goodwill goodwin goofball goofy google gordon gorgeous gorilla gotcha gothic government
grace graceful gracie graciela gradient graduate graffiti graham grandam grandma grandmother grandpa grandprix granite
grapefruit grapes graphic grass grasshopper grateful graves graveyard gravity gravy gray grease greatest greatness
greatwhite greece green greenbean greenday greene greeneyes greengreen greenman greentea greenville greenwood gregory
gretchen gretsch greyhound griffin griffith grinch grinder grizzly groove groovy groucho group grumpy gryffindor
guadalupe guardian gucci guerilla guerrero guest guillaume guillermo guilty guineapig guinness guitar guitarist
guitarman gummybear gundam gunner gunship gunsmoke gunsnroses gustav gustavo gutierrez gwendolyn gymnast gymnastics
gypsy habibi hacker hades hailey haircut halflife halfmoon halfway hallmark halloween halo hamburger hamilton hamlet
hammer hammerhead hammertime hampshire hamster handbag handball handbook handicap handjob handsome handyman hangman
hangover hannah hannahmontana hannibal hannover hans hansen hansolo hanson happiness happy happyday happyfeet harbor
hardball hardcore hardrock hardware hardwood hardy harley harleydavidson harmless harmonic harmony harold harper
harriet harris harrison harry harrypotter harvard harvest harvey hassan hatchet hateme hateyou hatred hattrick havana
hawaii hawaiian hawk hawkeye hawkins hawkwind hayes headache headless headlight headshot healing health healthy
heartbeat heartbreak heartbroken heartless heat heather heaven heavenly heavymetal hector hedgehog heidi heineken
heinrich helen helena helene helga helicopter helios hell hellbent hellboy hellfire hello hellohello hellokitty
helloworld hellraiser hellyeah helmet helpless helpme helsinki henderson hendrix henrietta henry herald herbert
hercules heritage hermann hermes hermione hernandez hero heroes heron herring hershey hicks hidden higgins highheel
highland highlander highlife highschool hightimes highway hilary hill hillary hillbilly hillside himalaya hinata
hiphop hippo historia history hitachi hitchhiker hitman hobbit hockey hoffman hogwarts holiday holiness holland
hollister hollow holly hollywood holmes holyghost holyland holyshit homebase homeboy homecoming homeless homemade
homer homerun homesick homework homies honda hondacivic honest honesty honey honeybadger honeybear honeybee honeybun
honeydew honeymoon honeypie hongkong honolulu honor hookers hooligan hoosiers hooters hope hopeful hopkins horacio
horizon hornet horny horoscope horse horseman horsemen horseshoe hospital hostage hot hotboy hotchick hotdog hotel
hotgirl hotline hotmail hotmama hotpink hotrod hotsauce hotshot hotstuff hottest hottie hotwheels hound hounddog
household housewife houston howard howareyou hubert hudson hugh hughes hugo hugs hugsandkisses hulk human humanity
humberto humble hummer hummingbird humor humphrey hundred hungary hungry hunt hunter hunting huntress hurricane
huskies husky hussein hustle hustler hybrid hydrogen hyena hyperactive hypnosis iamcool iamgod iamlegend iamthebest
ian ibanez ibrahim icarus iceberg icecream icecube icehouse iceland iceman ichigo idaho idiot iforgot ignacio ignatius
iguana ihatethis ikea illinois illuminati illusion ilona ilovegod ilovehim ilovejesus ilovemom iloveu iloveyou!
imagination imagine imation imcool imgood immigrant immortal immortality imogen impact impala imperial important
impossible impulse imsexy imthebest inception incredible incubus independence independent india indian indiana indigo
indonesia industry infamous infantry inferno infinite infiniti infinity inflames influence ingrid inkognito innocent
innovation insane insanity inside insight insomnia inspector inspiration inspiron instagram instant instinct institute
insurance integra integral intel intelligence intense inter interest interface interior intermilan international
internet interval interview intimate intrepid introvert intruder inuyasha invader invasion invictus invincible
invisible iowa ireland irina1 iris irish iron ironmaiden ironman ironside irving isaac isabel isabella isabelle
isadora island islander isolation israel istanbul isuzu itachi italia italian italy ivan ivanhoe iverson ivonne jack
jackal jackass jackdaniels jacket jackie jackjack jackpot jackrabbit jackson jacksonville jacob jacqueli jacqueline
jagermeister jaguar jailbait jake jakejake jalapeno jamaica jamaican james jamesbond jamie jamjam jane janet janice
janine janitor january japan japanese jaroslav jasmine jason jasper java jaybird jayhawks jaywalker jayz jazz jazzman
jean jeanette1 jeanne jeannie jedi jeepster jeff jefferson jeffrey jellybean jellyfish jenkins jennifer jenny jensen
jeremiah jeremias jeremy jerome jerry jerusalem jesse jessica jessie jester jesus jesuschrist jesusfreak jesuslovesme
jethro jets jetski jetta jewel jewelry jimbob jimenez jimihendrix jimmorrison jimmy jimmypage jinx joachim joan joanie
joanna joanne jocelyn jockey jodie joel johan johanna johannes1 john johncena johndeere johngalt johnjohn johnlennon
johnny johnson johnston joker jolene jonas jonasbrothers jonathan jonathon jones jordan jorge jorgito josef josefina
joseph josephine joshua journal journey joy joyful joystick juan juanita juanito jubilee judge judgement judith judy
juggalo juggernaut juggler juicy jules julia julian juliana julianne julie juliet juliette julius july jumper jumping
june jungle junior jupiter jurassic jurgen justdoit justice justin justinbieber justine justme justus juventus kahuna
kaiser kakao kakashi kangaroo kansas kara karaoke karate karen karina karl karla karolina kasandra kashmir kassandra
kassidy katana katarina katelyn katerina katharine katherine kathleen kathmandu kathryn kathy katie katrina kawasaki
kay kayla keepout keepsake keith keller kellogg kelly kelsey kelvin kendall kendra kennedy kenneth kenny kent kentucky
kenworth kermit kerouac kevin keyboard keyhole keystone khalid kickass kickbox kickboxer kickflip kickoff kidrock kiev
killah killer killerbee killjoy killkill killme killswitch kilowatt kimberley kimberly kindness king kingdom
kingdomhearts kingfisher kingkong kingpin kingston kirk kirsten kirsty kissable kisses kissing kisskiss kissme
kissmyass kitchen kitten kitty kittycat kittykitty kiwi klaus klein knicks knight knightrider knitting knockers
knockout knowing knowledge knoxville koala kobe kodak kodiak konstantin kookaburra korea korean korn kramer krishna
kristen kristian kristin kristina kristine krusty krypton kryptonite krystal kungfu kurt kurtcobain kyle labrador
labyrinth lacoste ladder ladies ladybird ladybug lagoon lagos lakers lakeside lakewood lamar lambchop lambert
lamborghini lamont lancashire lancaster lance lancelot landlord landmark landmine landrover language lantern larissa
larry lars larson lasagna laser laserjet lasttime lasvegas latino latoya laughing laughter laura lauren laurence
laurent lauretta lavender lawless lawnmower lawrence lawson lawyer laziness leader leadership leah leandro leanne
leather lebanon lebowski lebron ledzeppelin leeds legacy legend legendary legion legolas leicester leipzig leisure
lemon lemonade lemur lena leningrad lennon lenovo leo leona leonard leonardo leopard leopold leprechaun leroy lesbian
leslie lespaul leticia letmein letmeinn letsgo letterman letters levi lewis lexmark lexus liberal liberty libra
librarian library license lidia lifeguard lifeless lifestyle lifesucks lifetime1 lightbulb lighter lighthouse lighting
lightnin lightning lightsaber lightspeed lightyear liliana lillian lillie lilmama lily limited lincoln linda lindsay
lindsey lineage lineman lingerie linkin linkinpark linus linux lion lionel lioness lionheart lionking1 lipstick liquid
lisa lisbon literature little littlebear littlebit littleboy littlefish littlefoot littlegirl littleman littleone
liverpool lizard lkjhgf lkjhgfdsa lkjlkj llama lloyd lobster location lockdown locker lockheed locksmith locomotive
logan logical login logistic logitech loki lola lolipop lollipop lollypop london loneliness lonely lonesome lonestar1
lonewolf long longbeach longboard longbow longhair longhorn longjohn longshot longtime looking lookout loophole lopez
lordoftherings lorena lorenzo loretta lorraine losangeles loser lostsoul lottery lotus loudly louie louis louisa
louise louisiana love loveable lovebird lovebug lovecraft lovegirl lovehate lovehurts loveit lovelace loveless
lovelife lovelove lovely loveme lover loverboy lovergirl loverman lovesex lovesick lovesong lovestory lovesucks loveu2
loveya loveyah loveyou loving lovingyou lowe lowlife lowrider loyal loyalty lucas lucia luciana lucid lucien lucifer
lucille lucinda lucky luckycat luckycharm luckydog luckyman luckyone luckystar lucy ludwig luffy luggage luigi luis
luisa luke lullaby lumber lunatic lunchbox lunchtime luxury lydia lynch lyons mabel macbeth macgyver machine
machinehead macintosh mack mackenzie madagascar madcow maddog madeleine madeline madison madman madmax madness madonna
madrid maestro mafia magazine magdalena magellan magenta maggie maggot magic magical magician magistrate magnetic
magneto magnificent magnolia magnum magnus magpie mahalo mailman maine mainframe mainstreet majestic major makeover
makeup malachi malaysia malcolm malibu mallard mallrats mammoth management manager manatee manchester mandarin
mandolin mandrake mandy mango manhattan manhunt maniac manitoba mankind mann manowar mansion manson mantis manual
manuel manuela manutd mapleleafs maplestory maradona marathon marble marc marcel marcella marcelle marcello marcelo
march marcia marcopolo marcos marcus margaret margarita margie margot marguerite maria mariah mariana marianna
marianne mariano maribel maribeth maricel marie mariella marigold marihuana marijuana marilyn marilynmanson marina
marine mariners marino mario mariposa marisol marissa maritime marius marjorie mark marketing marko marlboro marlene
marley marlin marlon marmalade marquez marriage married mars marseille marsh marshal marshall marta martial martian
martin martina martine martinez martini marvel marvelous marvin mary maryland mascot maserati mason masquerade
massacre massage massive master masterbate mastercard masterkey mastermi mastermind mastodon matador mateo material
mathematics mathew mathias mathilde matilda matrix matteo matthew matthias mattress mature maude maureen maurice
mauricio mauro mausoleum maverick mavis max max1 maxima maximilian maximum maximus maxine maxmax maxpower maxwell may
maya mayday mayflower mayhem mayor mazda mazda626 mccarthy mccartney mccoy mcdonald mcfly mckenzie mckinney mclaren
mclaughlin meandyou meatball meatloaf mechanic medallion medical medicine medieval medina meditation mediterranean
medusa megabyte megadeth megaman megan megapass megastar megatron melanie melbourne melinda melissa mellon mellow
melody melvin member memorial memories memory memphis menace mendez mendoza mentor mentos mephisto mercedes mercedez
merchant mercury mercy meredith meridian merlin mermaid messenger messi messiah metalgear metallic metallica meteor
meteora methodist metoyou metropolis mets mexican mexico meyer miami michael michaela michaeljordan michelangelo
michele michelle michigan mickey mickeymouse microbe microlab micron microphone microsoft midget midland midnight
midori midway midwest mighty mightymouse miguel mikael mike mikemike mikey milan mildred milena miles military milkman
milkshake milkyway millenium millennium miller millhouse million millionaire mills milo milton mina mindless minecraft
miner mineral minerva minimoni minimum minister minneapolis minnesota minnie minniemouse minotaur miracle mirage
miranda mirella miriam mirror mischief misery misfit missing mission mississippi missouri missy missyou mistletoe
mistress misty mitchell mitsubishi mittens mnbmnb mnbvcx mnbvcxz mnemonic mobile mobydick model modelsim modern
mohamed mohammad mohammed mohawk moises moisture mojo molecule mollie molly mollydog molson moment mommy mona
monalisa1 monarch monday mondeo monet money moneyman mongolia mongoose monica monique monitor monk monkey monkeyboy
monkeybutt monkeyman monolith monopoly monroe monsoon monster montana monterey montgomery montreal monument moocow
mookie moomoo moonbeam moondog moonlight moonraker moonshine moonstar moonstone moonwalk moonwalker moore moose
morales mordor moreno morgan morning morningstar morocco morpheus morris morrison mortal mortalkombat mortgage
mortimer morton moscow moses moskva mosquito mother motherfucker motherland motherwell motion motivation motocross
motorbike motorcycle motorhead motorola mountain mountaindew mouse mousepad movement movies mozart muah mudvayne
muffin muhammad mulberry mulder mulligan mumbai mumbles munchies munich munoz murder murderer murphy murray muscle
museum mushroom music musica musical musician musiclove musiclover musicman mustafa mustang mustard mutant
mychemicalromance mydog myers mygirl myhouse mylife myname myra myrtle myself mysterio mysterious mystery mystic
mystical mystique myth mythology nadia nadine nairobi naked nala nancy naomi napoleon napoli naruto nas nascar
nashville natalia natalie natalya natasha nathalie nathan nathaniel national1 native natural naturally nature naughty
nautilus navajo naver navigate navigator navy nazareth ncc1701 ncc1701d ncc1701e nebraska necromancer needle negative
neighbor neighbour neil nelly nelson nemesis nemo neo neopets neptune nescafe nestor netgear netherlands netscape
network neutral nevada neverland nevermind nevermore newborn newcastle newdelhi newhouse newlife newman newpass
newpassword newport newstart newt newton newworld newyear newyork newyorker newzealand nguyen nicaragua niceguy
nicholas nichole nichols nick nickel nickelback nickname nickolas nicola nicole nicotine nightfall nightfire nighthawk nightingale nightlife nightmare nightowl nightshade nighttime nighttrain nightwing
nightwish nike nikita nikki nikolai nikolaus nikolay nikon nina nineteen ninety ninja nintendo nipple nirvana nissan
nitro nitrogen noble nobody noelle nokia noname nonsense nonstop noodle nopass nopassword nora norbert norfolk norma
norman northern northside northstar northwest norton norway norwegian norwich nosferatu nostromo notebook nothing
nothingness notorious nottingham novation novell novelty november novembre nowayout nowhere nuclear nude nugget
number1 numberone numbers numerical nurse nursing oakland oakley oasis oatmeal obelisk obiwan oblivion obrien observer
obsession obsidian ocean ocelot oconnor octavia octavio october octopus oddball odin odysseus odyssey office officer
offline offspring okinawa oklahoma olaf oldman oldschool oldsmobile oleander oleg olga oliver olives olivia olivier
olson olympia olympic olympus omar omega omegaman omnibus onedirection onelove onepiece onering onetwothree onion
online onlyme onlyyou ontario onyx opendoor openmind openopen opensesame opensource openup opera operatic operation
operator ophelia opposite optical optimist optimus optimusprime option optiquest oracle orange orangejuice orangutan
orbital orchard orchestra orchid ordinary oregon oreo organic orgasm orgasmic origami original1 orioles orion orlando
orleans orpheus ortega orthodox ortiz osbourne oscar oslo ostrich oswald othello otis ottawa otter otto ou812 outback
outdoors outkast outlaw outlook outside outsider overdose overdrive overflow overkill overland overload overlook
overlord overtime owens owl oxford oxygen oyster ozzy p4ssw0rd p@ssw0rd p@ssword pa55w0rd pa55word pablo pacers
pacific package packard packers pacman paddington painkiller paintball painter painting pakistan palace palermo
palestine palmer palmtree pamela panama panasonic pancake panda pandabear pandemonium pandora pantera panther panties
panty pantyhose papillon parachute parade paradigm paradise paradox paraguay parakeet parallel paramedic paramore
paranoia paranoid parasite paris parker parks parliament parrot partner party partyboy partygirl pascal pass passage
passat passenger passion passive passover passpass passport passw0rd passwd password passwort past pasta pastor pat
patches pathfinder patience patient patricia patrick patriot patsy patterson paul paula paulina pauline pavement
pavilion payday paymaster payne peace peaceful peacemaker peach peaches peacock peanut peanutbutter pearl pearljam
peasant pebble pedro peekaboo pegasus peggy pele pelican penalty pendragon pendulum penelope penguin peninsula penis
pennstate penny pennywise pentagon pentagram penthous penthouse pentium people pepper peppermint pepperoni pepsi
percival percussion perez perfect perfection performance perfume periscope periwinkle perkins permanent perry
persephone perseus persian person personal personality perspective peter peterbilt petersburg petersen peterson petra
petrified petunia peugeot peugeot206 phantom pharaoh pharmacist pharmacy phenomenon phil philadelphia philip philippa
philippe philippines phillies phillip philosophy phoebe phoenix phone photo photograph photography photoshop physical
physics pianist piano pianoman piazza picasso piccolo pickle pickup picture piercing pierre pig pigeon piggy piglet
pigpen pikachu pilgrim pillow pilot pimp pimpdaddy pimpin pimping pimple pinball pineapple pingpong1 pink pinkfloyd
pinkie pinklady pinkpink pinkrose pinky pinnacle pinoy pioneer pipeline pipeman piper piramide piranha pirate pisces
pistachio pistons pitbull pittsburgh pixies pizza pizzahut pizzaman planet planning plasma plastic platinium platinum
platoon platypus playback playball playboy player playgirl playgroup playhouse playmaker playmate playoffs playstation
playtime pleasant pleasure plumber pluto plymouth pocahontas pocket poet pointer poipoi poison poiuyt poiuytrewq
pokemon pokerface poland polarbear polaris polaroid police policeman politics polopolo polska poltergeist polynomial
poncho pontiac pony poodle pooh poohbear pookie poolman poophead poopie poopoo poopy popcorn popeye poppies popsicle
popstar popular population porcupine porn porno pornographic pornography pornstar porpoise porsche porsche911 portable
portal porter portland portrait portugal poseidon positive positron possible postal postcard postman potato potatoes
potential potter poughkeepsie powder powell power powerade powerful powerhouse powermac powerman powerpuff practice
prada pradeep prague prairie praise prakash prasanna prashant prayer preacher precious precision predator prelude
premier premium present president presidio presley pressure prestige preston pretender pretty prevail price priest
primavera primetime prince princesa princess principal pringles printer printing priority priscilla prisoner pritchard
privacy private privilege problem process processor prodigy producer product production professional professor profile
profit program programmer progress project prometheus promise promised propaganda property prophecy prophet prospect
prosper protect protected protection protector protein protocol proton prototype proverb provider province provista
psalm psychic psycho psychology psychotic public publisher puffin pulsar puma pumpkin punisher punkrock1 punkrocker
puppet puppies puppy puppydog purdue purgatory purity purple purpose pussy pussycat puzzle pyramid python q123456
q1w2e3 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 qawsed qawsedrf qazqaz qazwsx qazwsxedc qazxsw quake quality quantum quarter
quarterback quebec queen quentin quest question quicksand quicksilver quiet quiksilver quinn quixote qw123456 qwaszx
qwe123 qwe123qwe qweasd qweasdzxc qwer123 qwerasdf qwert qwerty qwertyui qwertyuiop r2d2c3po rabbit raccoon racecar
racer racerx rachael rachel racing racquetball radar radeon radiance radiant radiation radical radio radiohead rafael
rafaela ragnarok ragtime raider railroad railway rainbow raincoat raindrop rainfall rainmaker rainman rainyday
raistlin1 ralph ramadan rambo ramirez rammstein ramon ramona ramos ramrod randall random randy ranger raphael rapid
rapper raptor rapture raquel rascal raspberry rasputin rasta rastafari rastaman ratatouille rattlesnake raul raven
raymond reaction reading readyset reagan realestate realism reality realmadrid realtime realtor reaper rebeca rebecca
rebel rebellion rebound recall receiver reckless record recording recovery recycle red redalert redbaron redbone
redbull reddevil reddog reddragon redeemer redemption redeye redfire redfish redfox redhat redhead redhorse redhot
redhotchili redlight redline redman redneck redred redriver redrose redrum redshift redskin redsox redstar redwings
redwood reebok reed reeses reeves referee reflection reflex reggae reggie regiment regina reginald register1
registration regulator reindeer relax release relentless reliable relief religion reloaded rembrandt remedy remember
reminder remington remix remote renaissance renata renate renault rene renee renegade replay repository reptile
republic rescue research reserve residence resident residentevil resistance resolute resource respect restart
restaurant restless result retarded retired retriever retro return revelation revenge reverend reverse review revival
revolution revolver reward rex reyes reynaldo reynolds rhapsody rhino rhodes rhonda rhythm ricardo rice richard
richardson richie richmond richrich rick ricky riddle ride rideordie rider ridgeback riffraff riga righteous rightnow
rightside rihanna riley ringer ringo ringtone ripper risky rita rivendell river rivera riverdale riverside roadhouse
roadkill roadking roadrun roadrunner roadster robbie robert roberta roberto robertson robin robinhood robinson robocop
robotech robotics rocco rochelle rochester rockandroll rockefeller rocker rocket rocketman rockford rocknroll rockon
rockport rockstar rockwell rocky rodeo rodger rodney rodolfo rodrigo rodriguez roger roland rolex rollerblade
rollercoaster rolling rollingstone rollsroyce roma roman1 romance romania romantic romeo romero ron ronald ronaldinho
ronaldo rooney roosevelt rooster root rootbeer rosa rosalie rosalind rosalinda rosanna rosanne rosario rose rosebud
rosemarie rosemary rosewood rosie ross roswell rotterdam rottweiler rough roulette router rowing rowland roxana
roxanne roxy roy royal royalty rubber rubberduck ruben ruby rudolf rudy rufus rugby ruiz runaway runescape runner
running rush2112x russ russell russia russian rusty rutgers ruth ruthless ryan saab sabbath saber sabrina sacramento
sacred sacrifice saddle sadie sadness safari safety sagittarius sailboat sailing sailor sailormoon saint saintseiya
sakura salamander salasana salem sales sally salma salmon salsa saltlake saltwater salvador salvage salvation
salvatore salzburg sam sam1 samael samantha samba samir sammy samson samsonite samsung samuel samurai samwise sanchez
sanctuary sandals sanders sandiego sandman sandra sandrine sandstorm sandwich sandy sanfrancisco sanity sanjay santa
santaclaus santacruz santafe santana santiago santino santos sapphire sara sarah sarajevo saratoga sargent sarita
sascha sasha sasquatch sassy sasuke satan satan666 satellite satisfaction saturday saturn saul sausage savage savannah
savior sawyer sax saxophone scandal scanner scarab scarecrow scarface scarlet scarlett schalke04 schedule scheduler
schmidt schneider schnitzel scholar school schooner schumacher schwartz science scientist scirocco scissors scooby
scoobydo scoobydoo scooter scorpio scorpion scotland scott scottie scottish scout scrabble scrappy scratch scream
screamer screen screwdriver screwyou script scripture scrooge scruffy scubadiver sculptor sculpture seagull seahawk
seahorse seal seaman search seashell seaside season seattle sebastian secret secretary section secure security
seinfeld selena selma semester seminar semper semperfi senator seneca senior sensation sensitive sentinel seoul
separate sephiroth september septembre serena serendipity serenity sergeant sergey sergio serious serpent server
service sesame sesamestreet seth settlers seven seventeen seventh seventy sevenup severance sexmachine sexsex sexual
sexx sexxy sexy sexybabe sexyboy sexygirl sexylady sexything shadow shadowman shadowy shady shaggy shakespeare shakira
shalimar shallow shalom shaman shampoo shamrock shane shanghai shannara shannon shaq sharapova shari sharingan shark
sharlene sharon sharp sharpie shaun shauna shaved shaw shawn sheba sheep sheepdog sheffield sheila shelby shelly
shelter shelton shenlong shepherd sheriff sherlock sherman sherri sherry sherwood shimmer shine shineon shinigami
shining shinobi shiny ship shipping shipyard shirley shit shitface shithead shitty shiva shiznit shock shocker shogun
shooter shooting shopping shortcake shortcut shortstop shorty shotgun shotokan shoulder shovel showgirl showtime shrek
shrimp shuttle siberia siberian siblings sickness sid sidekick sideshow sideways sidewinder sidney siemens sierra
sigma sigmachi signal signature sigrid silence silent silentbob silenthill silicon silly silver silverado silverback
silverbird silverbullet silverfox silverstar silverstone silvia simba simmons simon simona simone simple simplepl
simpleplan simplicity simpson sims sinbad sincere sinclair singapore singer singing single sinister sinner siobhan
sirius sister sith sixers sixflags sixpack sixteen sixty skateboard skater skating skeeter skeleton sketch skillet
skinhead skinny skipper skippy skittles skull skunk skydive skydiver skyhigh skylark skylight skyline skyrocket
skywalk skywalke skywalker slacker slamdunk slammer slappy slapshot slashdot slaughter slave slavery slayer
sledgehammer sleeper sleeping sleepy slimjim slimshady slipknot slippers slippery sloth slovakia slovenia slowpoke
slugger sluggo slytherin small smallville smallwood smart smartass smasher smashing smeghead smile smiley smiling
smirnoff smith smithers smoke smoker smokeweed smokey smokie smokin smoking smooth smoothie snake snakebite snapdragon
snape snapper snapple snapshot sneakers sneaky snickers sniper snoop snoopdogg snoopy snow snowball snowbird snowboard
snowboarding snowbunny snowdrop snowfall snowflake snowman snowmobile snowstorm snowwhite snowy snuggles snyder soccer
soccerball soccerboy soccerstar social socialist society socks socrates1 sofia sofie softball software solange solar
solaris solarsystem soldier soleil solidarity solidsnake solitaire solitary solitude solomon solution somebody someday
somehow someone somerset somethin something sonia sonic sonja sony sonyericsson sooners sophia sophie soprano sorcerer
soto soulfly soulmate sound sounders soundgarden south southafrica southern southpark southpaw southside southwest
souvenir sovereign space spaceball spacecadet spaceman spaceship spagetti spaghetti spain spanish spanker spanky
sparkle sparks sparky sparrow spartacus spartan spawn speaker special specialist specialk species spectacular spectrum
speech speed speedo speedracer speedster speedway speedy spencer sphinx spider spiderma spiderman spidey spielberg
spike spinach spinner spiral spirit spiritual spitfire splash splinter spoiled spongebob spooky spoon spooner sports
sportsman sportster spot spotlight spring springer springfield springtime sprinkle sprinter sprite spurs sputnik squad
square squash squirrel squirt stabbing stability stable stacey stacy stafford stage stalin stalker stallion stallone
stan standard standby stanford stanislav stanley star starbright starbuck starchild starcraft stardust starfire
starfish starfleet stargate stargazer starlet starlight starling starlite starman starry starship start1 starter
startrek startup starwars state station statistics statue steady stealth steam steel steelers steelhead steelman
stefan stefania stefanie stefano steffi stella stellar steph stephan stephane stephani stephanie stephen stereo
sterling steve steven stevie steward stewart stickers stickman sticky stiletto stingray stinker stinky stitch stock
stockholm stocking1 stockings stone stonecold stoned stonehenge stoner stonewall stopit storage stork storm
stormtrooper stormy straight straightedge strange stranger strategy stratocas stratocaster stratus strawber
strawberries strawberry stream street strength strider striker string striper stripes stripper strong stronger
stronghold structure struggle stu stuart stubborn student studio studman stuff stumpy stunner stunning stupid
stupidity stuttgart style subaru sublime submarine submit suburban subway success successful suckcock suckdick sucker
suckit suckmydick sue suffolk sugar sugarbaby sugarbear sugarcane sugarplum suicide suitcase sullivan sultan summer
summerfun summerlove summertime sunbird sunburn sundance sunday sundevil sundown sunfire sunflowe sunflower sunlight
sunny sunnyboy sunnyday sunrise sunset sunshine super superb superboy superdog superduper superfly supergir supergirl
supergod superhero superior superman supermario supermen supermoto supernatural supernova supersonic supersport
superstar supervisor support supra supreme surface surfboard surfer surfing surgeon surgery surprise surrender surrey
survival survivor susan susana susanna sushi suspect suspense sussex sutherland sutton suzanne suzuki sven svetlana
swallow swan swansea sweden swedish sweet sweetangel sweetbaby sweetdreams sweetest sweetgirl sweetheart sweetie
sweetiepie sweetlove sweetnes sweetpea sweety swimmer swimming swinger swinging switch switzerland sword swordfis
swordfish swordsman sydney sylvania sylvester sylvia sylvie symbol sympathy symphony syndicate syndrome synergy
syracuse1 system tabasco tabitha tacobell tacoma tadpole taekwondo tahoe tailgate tailor takeshi talent talented
talisman tallulah tamara tamarack tammy tampax tangerine tango tanker tanya tanzania tapestry tara tarantino tarantula
target tarheel tarot tarpon tarzan tasha tasmania tate tatiana tattoo tatyana taurus tawny taylor taz teacher teamwork
teapot teardrop technics techno technology ted teddy teddybear teenage teenager tehran telecaster telecom telegraph
telephone telescope television temp tempest template temple temporal temporary temppass temptation tempter temptress
tenchi tenderness tennessee tennis tequila terence teresa terminal terminator terminus termite terrance terrapin
terrence terrible terrific terror terrorist terry tesla tess test testament tester testing testpass testuser tetris
texans texas texasranger textbook thailand thankful thanks thanksgiving thankyou thebeach thebest thebird thebomb
theboss thecat thecure thedoors thedude theforce thegame thegreat thelast thelma theman theodora theodore theone
therapist therapy theresa thermal therock thesaurus thesis thething theused thinker thinking thinkpad thirsty
thirteen13 thirty thisisit thistle thomas thompson thor thorn thousand thrasher threesome thriller throttle thug
thuglife thumbs thumper thunder thunderb thunderball thunderbird thunderbolt thundercat thunderstorm thursday thx1138
tiberius ticket tickle ticktock tifa tiffany tiger tigercat tigereye tigerlily tigerman tigger tim timberlake
timberland timberwolf timbuktu timeless timewarp timex timothy tina tinker tinkerbe tinkerbell tinman titanic titanium
titans titleist tits titties tittyfuck toad toaster tobacco tobias toby today todd together tokyo toledo tolerant tom
tomahawk tomas tomato tomcat tommy tomorrow tonight tony tool toonami toonarmy toothbrush toothpaste tootsie topaz
topcat topdog topgear topgun topper topsecret tornado toronto torpedo torres tortoise torture toshiba tottenham toucan
touchdown touching touchstone tower toyota tracey tracie tracker tractor tracy trademark trader trading traffic
tragedy trailblazer trailer training trampoline tran trance tranquil transam transfer transform transformer transistor
transit translate translator transport trapdoor trapper trashcan travel traveler traveller travelling travis treasure
treasurer treble tree treehouse trekker tremendous trent trenton trevor triangle triathlon tribal tribble tribunal
tribute triceratops tricia tricky trident triforce trigger trillion trinidad trinitro trinity trip triplecrown
triplets triplex trisha tristan triton triumph triumphant trixie trojan trombone trooper trophy tropical tropicana
trouble troubled troublemaker truck trucker trucking truelove trumpet trust trustful trustgod trustme trustno
trustnobody trustnoone truth tsunami tucker tuesday tulip tundra tungsten tunis tunisia tupac tupacshakur turbine
turbo turkey turkish turkiye turner turntable turquoise turtle tutorial tuxedo tweety tweetybird twelve twenty
twentyone twice twilight twinkle twins twinstar twisted twister twitter tyler typewriter typhoon tyrannosaurus tyrant
tyrone u2 ubuntu ukraine ultima ultimate ultra ultraman ultrasound ulysses umbrella umpire unbreakable unbroken
uncensored uncle undead underdog underground undertak undertaker underworld unforgettable unforgiven unhappy unicorn
uniform union unique unity universal universe university unknown unlimited unlock unlucky unreal upgrade upsidedown
uptown upyours uranium uranus ursula usa usarmy user username usmarine usmc utah utility utopia utopian vacation vader
vagabond vagina vagrant valdez valencia valentin valentina valentine valentino valeria valerie valery valet valhalla
valkyrie valley valor value vampire vancouver vandalism vanessa vangogh vanguard vanhalen vanilla vanity vargas
vasquez vaughn vauxhall vector vegas vegeta vegetable vegetarian velociraptor velocity velvet vendetta vengeance
venice venom venture venus vera verbatim verification veritas verizon vermont vernon verona veronica versace versatile
version vertical vertigo veteran vicente vicious vicki vicky victor victoria victory videogame vienna vietnam
vietnamese vigilante viking vikki viktor village villain vince vincent vincenzo vineyard vintage viola violence violet
violetta violin viper virgil virgin virginia virginity virgo virtual virus vision visionary visitor vital vitamin vito
vivaldi vivian viviana vivid vivien vixen vladimir vladislav vodafone vodka volcano volcom voldemort volkswagen
volleyball voltage volunteer volvo voodoo vortex voyager vulcan vulture waffle wagner waiter waiting waitress
wakeboard wakeup wales walker walking wallace wallpaper wally walmart walnut walrus walsh walt waltdisney walter
waltham wanda wanderer wanderlust wanker wanted warcraft ward warden wardrobe wareagle warehouse warhammer warlock
warlord warmth warner warning warpaint warpath warren warrior warsaw warszawa warthog warwick wasabi wasdwasd
washington wasp wassup wasted watchdog watcher watching watchman watchmen water1 waterboy watercolor waterfall
watergate waterloo waterman watermelon waterpolo waterproof waters watkins watson watts wavelength wayne wealthy
weapon weasel weather weaver webb weber webmaster website webster wedding wednesday weed weekend weezer weightlifting
weirdo welch welcome welcometo weldon wellington wells wendell wendy werdna werewolf werner wesley west westbrook
westcoast western westham westlife westpoint westside westwind westwood wetpussy whale whatever whatisthis whatnow
whatsup whatthe whatthefuck wheeler wheels whiplash whirlwind whiskers whiskey whisper whistle whistler white
whiteboard whiteboy whitehorse whitehouse whiteman whiteout whiterose whitesnake whitesox whitetiger whitewolf whitey
whitman whitney whoami whoareyou whocares wholesale whynot wicked wilbur wildcard wildcat wildchild wilderness
wildfire wildflower wildlife wildman wildrose wildwood wilfred wilhelm willard william williamson willie willis willow
willpower wilma wilson wimbledon winchester windfall windmill window windowsxp windsor windstar windstorm windsurf
winfred winger winifred winner winnie winniethepooh winning winnipeg winston winter wintertime wireless wisconsin
wisdom wishbone wishes witch witchcraft witchery witches without witness wizard wizardry woaini woaini1314 wolf
wolf359 wolfgang wolfhound wolfman wolfpack wolverin wolverine wolves woman wombat women wonder wonderboy wonderful
wonderland wonderwall wonderwoman wood woodchuck wooden woodie woodland woodpecker woodruff woodstock woodward
woodwork woody woofwoof wordpass wordpress workaholic worker working workout workshop workstation world worldcup
worldofwarcraft worldwide worship worthless wrangler wrestle wrestlemania wrestler wrestling wright wrinkled wrinkles
writer writing wsxedc wyoming xanadu xander xavier xbox xbox360 xerox xfiles xmas xmen xoxo xoxoxo xperia xsw21qaz
xtreme xxxxxx xylophone yahoo yak yale yamaha yamato yankee yanni yasmin yates yellow yellowcard yellowjacket
yellowstone yesenia yesterda yesterday yoda yoga yogibear yogurt yolanda yomama york yorkshire yosemite youandme
youknow young younggun younglove youngman youngone youngster yourmama yourmom yourname yourself youth youtube yoyo
yugioh yugoslavia yukon yumyum yuri yvette yvonne z123456 z1x2c3v4 z1x2c3v4b5 zachariah zachary zachery zagreb
zanzibar zaq1 zaq12wsx zaq1xsw2 zaq1zaq1 zaqwsx zaragoza zealot zebra zeke zelda zenith zephyr zeppelin zepplin zero
zerozero zeus zidane ziggy zildjian zimbabwe zinger zion zodiac zoe zoey zoltan zombie zoology zoomzoom zorro zucchini
zurich zxasqw zxc123 zxcv zxcvbn zxcvbnm
`;

/** Korean ones. They are typed as they are, or on the keys of the Korean layout with it switched off: `사랑해` is `tkfkdgo`. */
export const KOREAN = `
사랑 사랑해 사랑해요 사랑합니다 사랑한다 사랑하는 내사랑 첫사랑 사랑이 사랑아 너를사랑해 행복 행복해 행복하자 행복하게 행복한 우리가족
가족 우리집 엄마 아빠 엄마아빠 아들 우리아들 딸 우리딸 아기 애기 누나 오빠 언니 동생 친구 여보 자기야 자기 공주 왕자 공주님 왕자님
안녕 안녕하세요 안녕하십니까 반가워 반갑습니다 감사 감사합니다 고마워 고맙습니다 미안해 미안 축하해 생일축하 화이팅 파이팅 힘내 힘내자 대박 부자 부자되자
비밀 비밀번호 비번 암호 패스워드 아이디 관리자 마스터 비밀이야 몰라 몰라요 모르겠다 바보 바보야 멍청이 천사 악마 천재 돼지 강아지 고양이 호랑이 사자 토끼 여우
늑대 용 곰 곰돌이 야옹이 멍멍이 나비 하늘 바다 구름 별 별빛 달 달빛 태양 햇살 바람 비 눈 눈꽃 꽃 장미 벚꽃 무지개 봄 여름 가을 겨울 우주 지구 희망 소망 믿음 자유
평화 평화통일 꿈 미래 추억 영원 영원히 운명 행운 기쁨 웃음 미소 눈물 슬픔 한국 대한민국 대한 민국 서울 부산 대구 인천 광주 대전 울산 제주 제주도 독도 조선 고려 신라
백제 삼성 현대 엘지 기아 롯데 네이버 카카오 카카오톡 다음 구글 하나님 예수님 예수 주님 할렐루야 아멘 교회 성경 은혜 부처님 컴퓨터 인터넷 게임 스타 스타크래프트 리니지
메이플 메이플스토리 롤 축구 야구 농구 월드컵 붉은악마 박지성 손흥민 김연아 류현진 이순신 세종대왕 홍길동 김철수 이영희 김민수 김민지 김지훈 김지영 김영희 이민호 박민수
최지우 김수현 이지은 아이유 방탄소년단 방탄 빅뱅 소녀시대 원더걸스 동방신기 슈퍼주니어 엑소 블랙핑크 트와이스 학교 선생님 학생 대학교 의사 변호사 회사 사장님 돈 돈벌자 로또
로또일등 일등 최고 최강 짱 무적 영웅 전설 황제 제왕 왕 슈퍼맨 배트맨 테토 에겐 테토남 에겐남 테토녀 에겐녀
`;

/** Russian ones, typed the same way: `пароль` is `gfhjkm`. */
export const RUSSIAN = `
пароль привет любовь солнце солнышко наташа настя анастасия александр александра андрей алексей алексеевич сергей дмитрий михаил максим
владимир виктор виктория екатерина катя катюша марина марианна татьяна таня светлана ольга оксана елена лена ирина людмила надежда вера
валентина валерия вероника кристина ксения юлия юлька маша машенька мария дарья дашка полина софия алина алиса анна анечка наталья
николай иван игорь евгений антон артем артур роман руслан павел петр олег станислав ярослав вадим виталий денис кирилл константин
вячеслав василий григорий георгий данил даниил тимофей зайчик зайка котенок кошка собака медведь лошадь любимая любимый люблю люблютебя
ятебялюблю красотка принцесса королева ангел ангелочек бабочка цветок ромашка роза весна лето осень зима июнь июль август сентябрь
октябрь ноябрь декабрь январь февраль россия москва спартак зенит динамо локомотив футбол хоккей чемпион победа деньги миллион
компьютер интернет клавиатура телефон спасибо пожалуйста здравствуй дракон воин убийца смерть жизнь счастье судьба надежда мечта звезда
звездочка космос галактика пирожок шоколад конфетка клубника малина апельсин мандарин банан картошка водка пиво самолет корабль машина
мерседес автомобиль паровоз трактор учитель школа университет студент мамочка папочка мама папа бабушка дедушка семья сестра брат дружба
друзья подруга кукла малышка малыш крокодил черепаха обезьяна пингвин дельфин попугай волчица волк тигр львица рыбалка охотник снежинка
снежок мороз гитара музыка танцы йцукен йцукенг фывапр фывапролд ячсмить
`;
