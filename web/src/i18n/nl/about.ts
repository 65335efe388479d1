/** Texts of the page on how it works. */
export const about = {
  title: "Hoe het werkt",
  intro:
    "Wie overheidsgeld verdeelt, moet kunnen laten zien dat het eerlijk ging. Hier staat hoe dat hier gaat, en wat u zelf kunt nakijken.",
  steps: {
    title: "Van aankondiging tot besluit",
    announce: {
      title: "Eerst de regel",
      text: "Budgetten, grenzen, regel en lot liggen vast voordat een ronde begint. De aankondiging staat in het logboek.",
    },
    decide: {
      title: "Dan het besluit",
      text: "Het programma zoekt, naar gelang de regel, de keuze met de meeste punten of loopt de lijst af op volgorde van score.",
    },
    prove: {
      title: "Met een bewijs",
      text: "Bij het besluit hoort een document met alles erin: de aanvragen, de regel, de uitkomst, het bewijs en per afgewezen aanvraag een uitleg.",
    },
    check: {
      title: "En iedereen kijkt het na",
      text: "Een apart programma rekent elk getal in het document na. Dat kan op deze site, in uw eigen browser, of zonder deze site.",
    },
  },
  levels: {
    title: "Drie niveaus van bewijs",
    intro: "Elk besluit zegt precies hoeveel er is bewezen. De niveaus worden nooit verward.",
    caption: "Wat elk niveau betekent",
    columns: { level: "Niveau", words: "In woorden", means: "Wat u zeker weet" },
    A: {
      words: "Bewezen optimaal",
      means:
        "Geen enkele andere keuze binnen de grenzen haalt meer punten. Er kan er wel een zijn met evenveel.",
    },
    B: {
      words: "Bewezen binnen een aantal punten",
      means:
        "Geen andere keuze binnen de grenzen haalt meer dan dat aantal punten extra. Misschien is deze keuze de beste, maar dat is niet bewezen.",
    },
    C: {
      words: "Alleen toegelaten",
      means: "De keuze past binnen alle grenzen. Hoe goed zij is, is niet bewezen.",
    },
  },
  how: {
    title: "Hoe kan een grens worden bewezen?",
    text: [
      "Stel dat elke grens een prijs krijgt: wie van een krap budget gebruikt, betaalt daarvoor met punten. Tel dan voor elke aanvraag alleen mee wat na die prijs overblijft. Wat zo samen uitkomt, is altijd minstens zoveel als de beste echte keuze.",
      "Die prijzen staan in het besluit. Wie ze natelt, in hele getallen en zonder afronding, weet zeker dat geen keuze boven die grens uitkomt. Ligt het besluit op de grens, dan is het de beste keuze.",
      "Blijft er verschil over, dan worden gevallen gesplitst: met een aanvraag en zonder. Voor elk geval gelden weer prijzen, tot geen enkel geval nog boven het besluit uitkomt. Ook die hele boom staat in het besluit.",
      "Meeste punten is zelf ook een keuze. Zij geeft vaker geld aan veel kleine aanvragen dan aan een paar grote, tenzij de grenzen anders zeggen.",
    ],
  },
  not: {
    title: "Wat niet is bewezen",
    items: [
      "Of de scores goed zijn. Die komen van de beoordelaars; het bewijs begint waar hun werk eindigt.",
      "Of de grenzen verstandig zijn. Dat is een keuze van beleid.",
      "Wie de sleutel van het logboek in handen heeft. Vergelijk de sleutel en de laatste regel met een kopie die u eerder of elders kreeg.",
      "Dat het tijdstip van een regel in het logboek klopt met de klok.",
      "Of een keuze van niveau B of C de beste is.",
    ],
  },
  example: {
    title: "Voorbeeldgegevens",
    text: "Deze site begint met verzonnen rondes, zodat er iets te zien is. Ze zijn gemaakt door een generator en overal gemerkt. Ze tellen niet als resultaat van het akkoord.",
  },
  ways: {
    title: "Zonder deze pagina’s",
    cli: "Op de opdrachtregel, in een kopie van de broncode:",
    api: "Alles wat hier staat, is ook op te vragen via de API:",
    apiLink: "beschrijving van de API",
    openapi: "OpenAPI-document",
    keys: "openbare sleutel van het logboek",
    verify: "Een besluit of het logboek nakijken",
  },
};
