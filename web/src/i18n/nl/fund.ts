/** Texts of the funds and of the list of rounds. */
export const fund = {
  list: {
    title: "Fondsen",
    intro:
      "Elk fonds voert een afspraak uit het akkoord uit. Vooraf staat vast hoeveel geld er is en hoe het wordt verdeeld.",
    empty: "Dit programma heeft nog geen fondsen.",
    envelope: "Beschikbaar",
  },
  clause: "Voert uit",
  envelope: (amount: string) => `Er is ${amount} beschikbaar.`,
  call: {
    title: "Aanvragen",
    announced: "Aangekondigd",
    open: "Open",
    closed: "Gesloten",
    period: (opens: string, closes: string) => `Open van ${opens} tot ${closes}.`,
    note: "Op dit systeem kan nog niet worden aangevraagd. Een fondsbeheerder zet een ronde klaar met een bestand.",
  },
  budgets: {
    title: "Geld per jaar",
    picture: "Budget per jaar",
    columns: { year: "Jaar", amount: "Bedrag", call: "In deze openstelling" },
    thisCall: "in deze openstelling",
    yes: "ja",
    no: "nee",
  },
  rule: {
    title: "Zo wordt verdeeld",
    frozen: "De regel en de grenzen liggen vast zodra een ronde begint.",
    money: (step: string) =>
      `Van keuzes met evenveel punten gaat de goedkoopste voor, in stappen van ${step}.`,
    seed: {
      "published-before-opening":
        "Waar het lot moet beslissen, volgt dat uit een zaad dat vooraf bekend is; iedereen kan het narekenen.",
      "drawn-by-ledger":
        "Het lot wordt door het logboek getrokken. Bij het vastleggen van een ronde wordt een geheim gemaakt waarvan alleen de vingerafdruk bekend is; bij het besluit wordt het openbaar, en dan kan iedereen het lot narekenen.",
    },
    limits: "Grenzen",
    noLimits: "Er zijn geen grenzen naast het budget.",
  },
  limits: {
    caption: "Grenzen per groep",
    columns: { group: "Groep", min: "Ten minste", max: "Ten hoogste", measure: "Gemeten als" },
    tags: { theme: "thema", region: "provincie", size: "soort aanvrager" } as Readonly<
      Record<string, string>
    >,
    none: "geen grens",
    of: { awarded: "deel van het toegekende geld", budget: "deel van het budget" },
    kinds: { amount: "toegekend bedrag", count: "aantal toegekende aanvragen" },
    ofBudget: (budget: string) => `uit budget ${budget}`,
  },
  categories: {
    title: "Indeling van aanvragen",
    themes: "Thema’s",
    regions: "Provincies",
    sizes: "Soort aanvrager",
  },
  assumptions: "Aannames",
  assumptionsIntro: "Dit staat niet in het akkoord. Voor dit programma is het zo gekozen.",
  assumption: "Aanname",
  rounds: {
    title: "Rondes",
    intro: "Een ronde is één verdeling: aanvragen, grenzen en een besluit dat iedereen kan nakijken.",
    caption: "Rondes, nieuwste eerst",
    empty: "Er zijn nog geen rondes.",
    new: "Nieuwe ronde",
    columns: {
      title: "Ronde",
      state: "Stand",
      rule: "Regel",
      applications: "Aanvragen",
      requested: "Gevraagd",
      budget: "Budget",
      created: "Gemaakt op",
    },
  },
  example: {
    title: "Voorbeeldronde maken",
    intro:
      "De generator maakt verzonnen aanvragen bij de grenzen van dit fonds. Hetzelfde aantal en hetzelfde startgetal geven altijd dezelfde ronde.",
    applications: "Aantal aanvragen",
    applicationsHint: "Van 1 tot 200.000.",
    applicationsError: "Vul een heel getal in van 1 tot 200.000.",
    seed: "Startgetal",
    seedHint: "Een heel getal vanaf 0. Kies een ander getal voor een andere ronde.",
    seedError: "Vul een heel getal in van 0 of hoger.",
    rule: "Verdeelregel",
    ruleHint: "Het fonds kondigt één regel aan; een voorbeeld mag een andere proberen.",
    difficulty: "Moeilijkheid",
    difficulties: {
      simple: "Eenvoudig: alleen budgetten knellen",
      loose: "Gewoon: enkele grenzen knellen",
      tight: "Krap: veel grenzen knellen",
    },
    make: "Maak de ronde",
    making: "De ronde wordt gemaakt …",
    made: "De ronde is gemaakt.",
  },
};
