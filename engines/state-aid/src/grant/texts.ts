import type { Localised } from "../model/common.js";

/** The sentences of the computation; `{…}` is filled in. */
export const GRANT_TEXTS = {
  eligible: {
    nl: "{package}, {participant}: {amount} aan kosten telt mee ({title}).",
    en: "{package}, {participant}: {amount} of the costs counts ({title}).",
  },
  overheads: {
    nl: "{package}, {participant}: algemene kosten als vast percentage van {rate} van de andere kosten: {amount}.",
    en: "{package}, {participant}: overheads as a flat rate of {rate} of the other costs: {amount}.",
  },
  notEligible: {
    nl: "{package}, {participant}: {amount} telt niet mee, omdat de soort kosten onder dit artikel niet subsidiabel is.",
    en: "{package}, {participant}: {amount} does not count, because this kind of costs is not eligible under this article.",
  },
  base: { nl: "{title}: {rate} van de kosten.", en: "{title}: {rate} of the costs." },
  bonus: { nl: "{points} erbij {why}.{reason}", en: "{points} more {why}.{reason}" },
  bonusLeftOut: {
    nl: "{points} {why} telt niet mee: deze verhogingen gaan niet samen, de hoogste geldt.",
    en: "{points} {why} does not count: these bonuses cannot be combined, the highest holds.",
  },
  cap: {
    nl: "Samen {sum}; het artikel geeft ten hoogste {cap}.",
    en: "Together {sum}; the article gives at most {cap}.",
  },
  repayable: {
    nl: "{points} erbij omdat de steun een terugbetaalbaar voorschot is.",
    en: "{points} more because the aid is a repayable advance.",
  },
  callRate: {
    nl: "De oproep geeft ten hoogste {rate} van de kosten.",
    en: "The call gives at most {rate} of the costs.",
  },
  amount: {
    nl: "{package}, {participant}: {rate} van {eligible} is {amount}.",
    en: "{package}, {participant}: {rate} of {eligible} is {amount}.",
  },
  notForSize: {
    nl: "Een {size} krijgt geen steun voor: {title}. {reason}",
    en: "A {size} gets no aid for: {title}. {reason}",
  },
  uncertain: {
    nl: "{article} is niet nagelezen in de wettekst. Het getal is een aanname.",
    en: "{article} was not read again in the legal text. The figure is an assumption.",
  },
  noCollaboration: {
    nl: "Er is geen daadwerkelijke samenwerking tussen onafhankelijke partijen waarvan ten minste één een mkb-onderneming is of die in twee lidstaten werken.",
    en: "There is no effective collaboration between independent parties of which at least one is an SME or that work in two Member States.",
  },
  withResearch: {
    nl: "Onderzoeksorganisaties dragen {research} van {total}, ten minste 10%, en mogen hun resultaten publiceren.",
    en: "Research organisations bear {research} of {total}, at least 10%, and may publish their results.",
  },
  researchTooLittle: {
    nl: "Onderzoeksorganisaties dragen {research} van {total}; dat is minder dan 10%.",
    en: "Research organisations bear {research} of {total}; that is less than 10%.",
  },
  amongUndertakings: {
    nl: "Ondernemingen werken samen en geen ervan draagt meer dan 70% van de kosten ({highest} van {total}).",
    en: "Undertakings collaborate and none of them bears more than 70% of the costs ({highest} of {total}).",
  },
  oneTooHigh: {
    nl: "Eén onderneming draagt {highest} van {total}; dat is meer dan 70%.",
    en: "One undertaking bears {highest} of {total}; that is more than 70%.",
  },
  smesBearEnough: {
    nl: "Mkb-ondernemingen dragen {smes} van {total}, ten minste 30%.",
    en: "SMEs bear {smes} of {total}, at least 30%.",
  },
  smesBearTooLittle: {
    nl: "Mkb-ondernemingen dragen {smes} van {total}; nodig is ten minste 30%.",
    en: "SMEs bear {smes} of {total}; at least 30% is needed.",
  },
  tenYears: {
    nl: "Steun voor exploitatie is er voor ten hoogste tien jaar.",
    en: "Aid for operation is given for at most ten years.",
  },
  cumulation: {
    nl: "Voor dezelfde kosten is er {other} van elders. Daarom gaat er {off} af.",
    en: "There is {other} from elsewhere for the same costs. So {off} is taken off.",
  },
  cumulationFits: {
    nl: "Voor dezelfde kosten is er {other} van elders. Samen blijft dat binnen wat mag.",
    en: "There is {other} from elsewhere for the same costs. Together that stays within what is allowed.",
  },
  unionUnknown: {
    nl: "Van {source} is niet opgegeven welk percentage de Unie toestaat. Het geld telt daarom mee als andere steun.",
    en: "The rate that the Union allows was not stated for {source}. So the money counts like other aid.",
  },
  advisoryRoom: {
    nl: "Advies en ondersteuning tot {rate}, zolang dat in drie jaar niet meer is dan {ceiling}; er is nog {room} over.",
    en: "Advice and support up to {rate}, as long as it is no more than {ceiling} in three years; {room} is left.",
  },
  deMinimisUnstated: {
    nl: "{name} heeft geen eerdere de-minimissteun opgegeven. Aangenomen is dat er geen was.",
    en: "{name} stated no earlier de minimis aid. It is assumed that there was none.",
  },
  belowThreshold: {
    nl: "De steun van {aid} blijft onder de aanmelddrempel van {threshold}.",
    en: "The aid of {aid} stays within the notification threshold of {threshold}.",
  },
  overThreshold: {
    nl: "De steun van {aid} gaat boven de aanmelddrempel van {threshold}. Er gaat {over} af.",
    en: "The aid of {aid} exceeds the notification threshold of {threshold}. {over} is taken off.",
  },
  notify: {
    nl: "{over} ligt boven de aanmelddrempel en kan alleen na aanmelding bij de Europese Commissie.",
    en: "{over} lies above the notification threshold and is possible only after notification to the European Commission.",
  },
  splitting: {
    nl: "Samen met {titles} is de steun {together}, meer dan de drempel van {threshold}. Een project mag niet in stukken zijn geknipt; een behandelaar kijkt hiernaar.",
    en: "Together with {titles} the aid is {together}, more than the threshold of {threshold}. A project may not be cut in pieces; an officer will look at this.",
  },
  difficulty: {
    nl: "{name} is een onderneming in moeilijkheden en kan deze steun niet krijgen.",
    en: "{name} is an undertaking in difficulty and cannot get this aid.",
  },
  recovery: {
    nl: "{name} moet eerdere steun nog terugbetalen en kan deze steun niet krijgen.",
    en: "{name} still has to pay back earlier aid and cannot get this aid.",
  },
  startUnknown: {
    nl: "Vul in wanneer het werk begint: dat moet na de aanvraag zijn.",
    en: "State when the works start: it must be after the application.",
  },
  startedBefore: {
    nl: "Het werk begint op {start}, voor de aanvraag van {applied}. Dan is er geen stimulerend effect en geen steun.",
    en: "The works start on {start}, before the application of {applied}. Then there is no incentive effect and no aid.",
  },
  startedSameDay: {
    nl: "Het werk begint op {start}, op de dag van de aanvraag. Een behandelaar kijkt of de aanvraag eerder was.",
    en: "The works start on {start}, on the day of the application. An officer will look whether the application was first.",
  },
  adHocLarge: {
    nl: "{name} is groot en de steun valt buiten een regeling. Er is extra bewijs nodig van het stimulerend effect.",
    en: "{name} is large and the aid is outside a scheme. Extra proof of the incentive effect is needed.",
  },
  categories: {
    nl: "Welke kosten subsidiabel zijn voor: {title}, beoordeelt een behandelaar; alleen terugvorderbare btw is hier uitgesloten.",
    en: "An officer judges which costs are eligible for: {title}; only refundable VAT is excluded here.",
  },
  callMaximum: {
    nl: "De oproep geeft ten hoogste {maximum} per aanvraag.",
    en: "The call gives at most {maximum} per application.",
  },
  callMinimum: {
    nl: "De subsidie zou {grant} zijn; de oproep geeft niets onder {minimum}.",
    en: "The grant would be {grant}; the call gives nothing below {minimum}.",
  },
  total: {
    nl: "Samen: {grant} subsidie op {eligible} aan kosten die meetellen.",
    en: "Together: {grant} of grant on {eligible} of costs that count.",
  },
} as const satisfies Record<string, Localised>;
