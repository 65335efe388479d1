/** Texts of why a decision is as it is: all rules beside it, ties, the draw, prices of limits, single applications. */
export const explanation = {
  rules: {
    heading: "Wat elke regel had gegeven",
    intro:
      "Het besluit volgt de regel die vooraf bekend was. De andere regels zijn op dezelfde aanvragen en grenzen doorgerekend.",
    picture: "Punten van de toegekende aanvragen per regel",
    rule: "Regel",
    announced: "aangekondigd",
    points: "Punten",
    funded: "Toegekend",
    spent: "Geld",
    breaches: "Gebroken grenzen",
    none: "geen",
    infeasible: "geen keuze mogelijk",
    line: (funded: string, spent: string) =>
      `${funded} ${funded === "1" ? "aanvraag" : "aanvragen"}, ${spent}`,
    broken: (n: string) => (n === "1" ? "(breekt 1 grens)" : `(breekt ${n} grenzen)`),
    brokenBy: (rule: string, n: string) =>
      `${rule}: ${n === "1" ? "1 gebroken grens" : `${n} gebroken grenzen`}`,
    parts:
      "Bij evenredig verdelen krijgt elke aanvraag een deel van wat zij vraagt, en telt zij voor hetzelfde deel van haar punten mee. Zo kan die regel meer punten halen dan de beste keuze uit hele aanvragen.",
    missing: (rules: string) => `Niet doorgerekend: ${rules}.`,
    only: "Er is geen andere regel waaronder deze ronde te verdelen was.",
  },
  impossible: {
    received: "niet van elke aanvraag staat vast wanneer zij binnenkwam",
    draw: "het lot is nog niet getrokken",
    unknown: "er was op tijd geen keuze bekend",
    because: (rule: string, reason: string) => `${rule} (${reason})`,
    cannot: (rules: string) => `Niet mogelijk voor deze ronde: ${rules}.`,
  },
  ties: {
    lotProven:
      "Als meer keuzes evenveel punten hebben, beslist het vooraf aangekondigde lot. Dat deze keuze dan wint, is bewezen.",
    lotOpen:
      "Als meer keuzes evenveel punten hebben, beslist het vooraf aangekondigde lot. Dat deze keuze dan wint, is niet tot het eind bewezen.",
    moneyProven: (steps: string, step: string) =>
      `Van alle keuzes met evenveel punten gaat de goedkoopste voor, gemeten in stappen van ${step}. Deze keuze telt ${steps} stappen; dat het niet met minder kan, is bewezen.`,
    moneyOpen: (steps: string, step: string) =>
      `Van alle keuzes met evenveel punten gaat de goedkoopste voor, gemeten in stappen van ${step}. Deze keuze telt ${steps} stappen; dat het niet met minder kan, is niet bewezen.`,
  },
  draw: {
    title: "De trekking",
    known:
      "Het lot van elke aanvraag volgt uit een zaad dat vooraf vaststond; iedereen kan het narekenen. Het zaad:",
    before:
      "Het lot wordt door het logboek getrokken. Het geheim is gemaakt toen de ronde werd vastgelegd; alleen de vingerafdruk ervan is al bekend. Bij het besluit wordt het geheim openbaar. Samen met de logboekregel van de ronde geeft het de volgorde.",
    after:
      "Het geheim lag vast voordat de logboekregel bestond, en niemand anders kende het. Uit geheim en logboekregel samen volgt het zaad van het lot: iedereen kan het narekenen.",
    commitment: "Vingerafdruk van het geheim",
    secret: "Geheim",
    hidden: "wordt openbaar bij het besluit",
    entry: "Logboekregel van de ronde",
    noEntry: "dit logboek trekt het lot niet",
  },
  heading: "Wat het besluit bepaalde",
  intro:
    "Wat elke grens kost, wie hoger scoorde en toch niets kreeg, en wie er anders had kunnen zijn. Elk getal hoort bij een bewijs dat na te rekenen is.",
  making: "De uitleg wordt gemaakt. Dit deel vult zich vanzelf.",
  makingSteps: (done: string, of: string) => `Vraag ${done} van ${of}.`,
  made: "De uitleg is er.",
  cancel: "Stop het maken van de uitleg",
  cancelled: "Het maken van de uitleg is gestopt. Het besluit zelf verandert daar niet door.",
  failed: "De uitleg is niet gelukt",
  again: "Maak de uitleg opnieuw",
  download: "Download de uitleg (JSON)",
  seconds: (seconds: string) => `Gemaakt in ${seconds} seconden.`,
  standing: {
    heading: "Kon het anders?",
    unknown:
      "Of er andere keuzes zijn die even goed zijn, is alleen te zeggen als het besluit bewezen optimaal is.",
    names: {
      all: "In elke beste keuze",
      some: "In sommige beste keuzes",
      none: "In geen enkele beste keuze",
      unsettled: "Niet uitgezocht",
    },
  },
  prices: {
    heading: "Wat elke grens kost",
    intro:
      "Per grens: hoeveel punten meer er te halen waren met die grens één stap ruimer, en zonder die grens. Het geld is wat die verdeling meer of minder zou uitgeven.",
    picture: "Punten die elke grens kost",
    limit: "Grens",
    step: "Eén stap",
    steps: {
      budget: "1% meer",
      share: "1 procentpunt",
      count: "1 aanvraag",
      amount: "1% ruimer",
    },
    looser: "Eén stap ruimer",
    without: "Zonder deze grens",
    level: "Bewijs",
    exact: "exact",
    range: "een bereik",
    none: "–",
    free: "0 punten",
    gain: (points: string, money: string) => `${points} (${money})`,
    points: (points: string) => `${points} ${points === "1" || points === "-1" ? "punt" : "punten"}`,
    between: (low: string, high: string) => `${low} tot ${high} punten`,
    moreMoney: (money: string) => `${money} meer uitgegeven`,
    lessMoney: (money: string) => `${money} minder uitgegeven`,
    sameMoney: "evenveel uitgegeven",
    shares: "Alle aandelen samen",
    together: (n: string, gain: string) =>
      n === "1"
        ? `De ene grens die hier niet staat, kost ${gain}.`
        : `De ${n} grenzen die hier niet staan, kosten samen ${gain}.`,
    togetherList: (n: string) => (n === "1" ? "welke grens dat is" : `welke ${n} grenzen dat zijn`),
    nothing: "Geen enkele grens kost punten die apart te noemen zijn.",
    source: "Bron: de uitleg bij het besluit. Meer punten betekent dat de grens punten kost.",
  },
  inversions: {
    heading: "Hogere score, toch geen geld",
    caption: "Afgewezen aanvragen met een hogere score dan een toegekende",
    application: "Aanvraag",
    score: "Score",
    count: "Lager en wel toegekend",
    over: "De laagste daarvan",
    why: "Waarom ruilen niet kan",
    fits: "ruilen had gepast; het besluit is niet bewezen optimaal",
    list: (n: string) => (n === "1" ? "bekijk deze aanvraag" : `bekijk deze ${n} aanvragen`),
    listFirst: (shown: string, total: string) => `bekijk de eerste ${shown} van deze ${total} aanvragen`,
    first: (shown: string, total: string) =>
      `De ${shown} met de hoogste score van ${total}; alle staan in de download.`,
  },
  groups: {
    share: "Deel van het geld",
  },
  application: {
    heading: "Waarom, en wat had geholpen",
    standing: "Kon het anders",
    inTheWay: "Wat in de weg stond",
    points: "Nodige score",
    cost: "Nodig bedrag",
    ask: "Reken score en bedrag precies uit",
    askText:
      "Het precieze antwoord kost rekentijd. Let op bij het bedrag: waar een grens een minimum stelt, is minder vragen niet altijd beter; dat staat er dan bij.",
    here: "Dit gebeurt in uw browser.",
    there: "Deze ronde is groot; de server rekent het uit.",
    running: "Score en bedrag worden uitgerekend …",
    steps: (done: string, of: string) => `Stap ${done} van ${of}.`,
    cancel: "Stop",
    done: "Uitgerekend.",
    failed: "Dit is niet gelukt",
    inBrowser: "Uitgerekend in uw browser, met bewijs; niet vastgelegd.",
  },
};
