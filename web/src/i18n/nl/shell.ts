/** Texts of the frame around every page and of the shared components. */
export const shell = {
  product: "Voorsprong",
  tagline: "Elke belofte een lopend instrument, elk besluit na te rekenen",
  skip: "Naar de inhoud",
  nav: {
    label: "Hoofdmenu",
    accord: "Akkoord",
    funds: "Fondsen",
    calls: "Openstellingen",
    rounds: "Rondes",
    ledger: "Logboek",
    verify: "Controleer",
    about: "Hoe het werkt",
  },
  breadcrumbs: "Kruimelpad",
  language: { switchTo: "English", label: "Read this page in English" },
  person: {
    signIn: "Aanmelden",
    menu: "Menu",
    menuOf: (name: string) => `Menu van ${name}`,
    account: "Mijn account",
    signOut: "Afmelden",
    signedOut: "U bent afgemeld.",
    pages: {
      my: "Mijn aanvragen",
      roles: "Rollen",
      tasks: "Te doen",
      grants: "Subsidies",
      payments: "Betalingen",
    },
  },
  footer: {
    source: "Vrije software onder de EUPL-1.2.",
    api: "API en documentatie",
    export: "Logboek downloaden",
    zone: "Tijden zijn in Nederlandse tijd.",
  },
  loading: "Bezig met laden …",
  retry: "Opnieuw proberen",
  example: "Voorbeeldgegevens",
  exampleExplained: "Deze cijfers zijn gemaakt door een generator. Er is niets gemeten.",
  trial: "Proef",
  trialExplained: "Een proef telt niet mee voor het akkoord.",
  problem: {
    signedOut: {
      title: "Meld u eerst aan",
      text: "Deze pagina is voor wie is aangemeld.",
      work: "U bent niet (meer) aangemeld. Meld u aan in een nieuw tabblad. Wat u hier hebt ingevuld, blijft staan; probeer het daarna opnieuw.",
      link: "Aanmelden in een nieuw tabblad",
    },
    forbidden: {
      title: "U mag dit niet",
      text: "U bent aangemeld, maar u hebt hier niet de rol die hiervoor nodig is. De programmadirecteur verdeelt de rollen.",
      reason: "Wat het systeem zegt:",
    },
    heading: "Dit lukte niet",
    offline: "De server is niet te bereiken. Kijk of u verbinding hebt en probeer het opnieuw.",
    broken: "De pagina liep vast. Laad haar opnieuw; blijft het misgaan, meld dan wat hieronder staat.",
    errors: (n: number) => (n === 1 ? "Er is 1 fout gevonden:" : `Er zijn ${n} fouten gevonden:`),
    line: (line: number) => `regel ${line}`,
    column: (column: number) => `kolom ${column}`,
  },
  notFound: {
    title: "Deze pagina bestaat niet",
    text: "Misschien is het adres verkeerd overgenomen. U kunt hiervandaan verder:",
  },
  table: {
    show: "Toon de tabel",
    download: "Download",
    scroll: (caption: string) => `Tabel: ${caption}. Schuif opzij voor alle kolommen.`,
    empty: "Er staat nog niets in deze tabel.",
  },
  pages: {
    label: "Bladeren",
    beyond: (page: string) => `Pagina ${page} bestaat niet.`,
    last: (page: string) => `Naar de laatste pagina (${page})`,
    previous: "Vorige",
    next: "Volgende",
    position: (page: string, pages: string) => `Pagina ${page} van ${pages}`,
    total: (from: string, to: string, total: string) => `${from} tot en met ${to} van ${total}`,
  },
  drop: {
    choose: "Kies een bestand",
    or: "of sleep het hierheen",
  },
  state: { open: "Open", deciding: "Wordt besloten", decided: "Besloten" },
  exampleTitle: (fund: string, n: string) => `${fund}, ${n} voorbeeldaanvragen`,
  rule: {
    optimal: "Meeste punten binnen de grenzen",
    ranking: "Op volgorde van score",
    "first-come": "Op volgorde van binnenkomst",
    lottery: "Door loting",
    "pro-rata": "Evenredig verdeeld",
  },
  ruleText: {
    optimal:
      "Van alle keuzes die binnen het budget en de grenzen passen, wint die met de meeste punten samen. Bij het besluit hoort een bewijs van hoe goed de keuze is.",
    ranking:
      "De aanvragen worden op volgorde van score langsgelopen. Wie nog past, krijgt geld; gelijke scores worden door het lot geordend.",
    "first-come":
      "De aanvragen worden op volgorde van binnenkomst langsgelopen. Wie nog past, krijgt geld; wie tegelijk binnenkwam, wordt door het lot geordend.",
    lottery:
      "De aanvragen worden door het lot geordend en zo langsgelopen. Wie nog past, krijgt geld; de score telt niet mee.",
    "pro-rata":
      "Elke aanvraag krijgt een deel van wat zij vraagt. Ieders deel stijgt gelijk op, tot een grens waar de aanvraag onder valt vol is.",
  },
  level: {
    A: "Bewezen optimaal",
    B: "Bewezen binnen een grens",
    C: "Alleen toegelaten, niet bewezen",
    none: "Niet elke grens is gehaald",
  },
};
