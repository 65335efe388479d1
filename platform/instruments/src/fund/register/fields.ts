/** What each field of the register means and where it comes from. */
import type { OpenDataAbout } from "./views.js";

/** Explanations in the order in which pages and files show the fields. */
export const fieldExplanations: OpenDataAbout["fields"] = [
  {
    name: "dossier",
    title: { nl: "Dossier", en: "Dossier" },
    text: {
      nl: "Het nummer van de aanvraag binnen haar openstelling, in volgorde van ontvangst.",
      en: "The number of the application within its call, in order of receipt.",
    },
    source: "application.submitted",
  },
  {
    name: "recipient",
    title: { nl: "Ontvanger", en: "Recipient" },
    text: {
      nl: "De organisatie die het geld krijgt. In een samenwerking is dat de penvoerder. Een natuurlijk persoon staat er met een schuilnaam.",
      en: "The organisation that gets the money; in a consortium the lead applicant. A natural person has a pseudonym.",
    },
    source: "grant.awarded",
  },
  {
    name: "requested",
    title: { nl: "Gevraagd", en: "Requested" },
    text: {
      nl: "Het bedrag in de laatste aanvraag.",
      en: "The amount in the latest application.",
    },
    source: "application.submitted",
  },
  {
    name: "granted",
    title: { nl: "Verleend", en: "Granted" },
    text: {
      nl: "Het bedrag dat ten hoogste wordt betaald: de verlening met alle wijzigingen daarna (Awb 4:29 en 4:48).",
      en: "The most that is paid: the grant with all changes since (Awb 4:29 and 4:48).",
    },
    source: "grant.awarded, grant.changed",
  },
  {
    name: "paid",
    title: { nl: "Betaald", en: "Paid" },
    text: {
      nl: "Alle betalingen samen, zonder wat is teruggevorderd.",
      en: "All payments together, without what was recovered.",
    },
    source: "payment.made",
  },
  {
    name: "settled",
    title: { nl: "Vastgesteld", en: "Settled" },
    text: {
      nl: "Het bedrag waarop de subsidie na afloop is vastgesteld (Awb 4:46). Leeg zolang dat niet is gebeurd.",
      en: "The amount at which the grant was settled afterwards (Awb 4:46). Empty until then.",
    },
    source: "grant.settled",
  },
  {
    name: "awardedOn",
    title: { nl: "Verleend op", en: "Granted on" },
    text: {
      nl: "De dag waarop het besluit is verzonden, in Nederlandse tijd.",
      en: "The day the decision was sent, in Dutch time.",
    },
    source: "grant.awarded",
  },
  {
    name: "region",
    title: { nl: "Provincie", en: "Province" },
    text: {
      nl: "De provincie waar het project wordt uitgevoerd, zoals de aanvrager die heeft opgegeven.",
      en: "The province where the project is carried out, as the applicant stated.",
    },
    source: "application.submitted",
  },
  {
    name: "size",
    title: { nl: "Grootte", en: "Size class" },
    text: {
      nl: "De grootteklasse van de onderneming volgens Aanbeveling 2003/361/EG, op de dag van de aanvraag.",
      en: "The size class of the enterprise by Recommendation 2003/361/EC, on the day of the application.",
    },
    source: "application.submitted",
  },
];
