/** Texts of the ledger page. */
export const ledger = {
  title: "Logboek",
  intro:
    "Alles wat is aangekondigd en besloten, in volgorde. Het logboek kan alleen groeien. Elke regel draagt de vingerafdruk van de regel ervoor, dus wie iets verandert, verbreekt de keten.",
  verify: {
    title: "De hele keten nakijken",
    intro: "Uw browser haalt het hele logboek op en kijkt elke schakel en elke handtekening na.",
    button: "Controleer het logboek",
    busy: "Het logboek wordt nagekeken …",
    download: "Logboek downloaden (JSON)",
  },
  entries: "De regels, nieuwste eerst",
  empty: "Het logboek is nog leeg.",
  subject: (subject: string) => `Alleen regels over ${subject}`,
  all: "Toon alle regels",
  entry: (seq: string) => `Regel ${seq}`,
  kinds: {
    "ledger.opened": "Logboek geopend",
    "round.opened": "Ronde opengesteld",
    "round.decided": "Ronde besloten",
    "decision.published": "Besluit gepubliceerd",
  } as Readonly<Record<string, string>>,
  hash: "Vingerafdruk",
  previous: "Vingerafdruk van de regel ervoor",
  signature: "Handtekening",
  body: "Inhoud",
  details: "Alle gegevens",
  joined: (seq: string) => `sluit aan op regel ${seq}`,
  broken: (seq: string) => `sluit niet aan op regel ${seq}`,
  first: "begin van de keten",
};
