/** Sentences about reviews, in Dutch and English. */
import type {
  DiscussionReason,
  DiscussionRule,
  NormalisationMethod,
  NormalisationWarning,
  OutcomeReason,
  Shortage,
} from "@voorsprong/review";
import type { Localised } from "../../kernel/views.js";
import type { ReviewedCall } from "./terms.js";

/** Hundredths as a number with at most two decimals: `87,5` and `87.5`. */
export function pointsText(hundredths: number): Localised {
  const text = String(hundredths / 100);
  return { nl: text.replace(".", ","), en: text };
}

const titleOf = ({ definition }: ReviewedCall, criterion: string): Localised =>
  definition.criteria.find(({ id }) => id === criterion)?.title ?? { nl: criterion, en: criterion };

/** Why an application is to be discussed. */
export function discussionText(call: ReviewedCall, reason: DiscussionReason): Localised {
  switch (reason.kind) {
    case "too-few-reviews":
      return {
        nl: `Er zijn ${reason.reviews} van de ${reason.needed} beoordelingen.`,
        en: `There are ${reason.reviews} of the ${reason.needed} reviews.`,
      };
    case "wide-range": {
      const points = pointsText(reason.range);
      return {
        nl: `De totalen liggen ${points.nl} punten uit elkaar.`,
        en: `The totals lie ${points.en} points apart.`,
      };
    }
    case "threshold-divides":
      return {
        nl: "De ene beoordelaar vindt het totaal voldoende, de andere niet.",
        en: "One reviewer finds the total sufficient, another does not.",
      };
    case "criterion-divides": {
      const title = titleOf(call, reason.criterion);
      return {
        nl: `De ene beoordelaar vindt “${title.nl}” voldoende, de andere niet.`,
        en: `One reviewer finds “${title.en}” sufficient, another does not.`,
      };
    }
    case "classification-differs":
      return {
        nl: `Beoordelaars delen werkpakket ${reason.workPackage} in een andere categorie onderzoek in.`,
        en: `Reviewers put work package ${reason.workPackage} in different categories of research.`,
      };
  }
}

/** When an application is discussed: the rule as it is published. */
export function discussionRuleText({ range }: DiscussionRule): Localised[] {
  const points = pointsText(range);
  return [
    {
      nl: `De totalen van de beoordelaars liggen ${points.nl} punten of meer uit elkaar.`,
      en: `The reviewers' totals lie ${points.en} points or more apart.`,
    },
    {
      nl: "Beoordelaars zijn het niet eens of een drempel is gehaald, in totaal of voor een criterium.",
      en: "Reviewers disagree on whether a threshold is met, in total or for a criterion.",
    },
    {
      nl: "Beoordelaars delen een werkpakket in een andere categorie onderzoek in.",
      en: "Reviewers put a work package in different categories of research.",
    },
    {
      nl: "Er zijn minder beoordelingen dan de openstelling vraagt.",
      en: "There are fewer reviews than the call asks for.",
    },
  ];
}

/** Why an application is not fundable. */
export function outcomeText(call: ReviewedCall, reason: OutcomeReason): Localised {
  if (reason.kind === "no-reviews")
    return { nl: "Er is nog geen beoordeling.", en: "There is no review yet." };
  if (reason.kind === "total-threshold") {
    const [score, threshold] = [pointsText(reason.score), pointsText(reason.threshold)];
    return {
      nl: `De score van ${score.nl} punten ligt onder de drempel van ${threshold.nl}.`,
      en: `The score of ${score.en} points is below the threshold of ${threshold.en}.`,
    };
  }
  const title = titleOf(call, reason.criterion);
  const [mean, threshold] = [pointsText(reason.mean), pointsText(reason.threshold)];
  return {
    nl: `Voor “${title.nl}” is het gemiddelde ${mean.nl} punten; de drempel is ${threshold.nl}.`,
    en: `For “${title.en}” the mean is ${mean.en} points; the threshold is ${threshold.en}.`,
  };
}

/** What a method of normalisation does and supposes. */
export const methodText: Readonly<Record<NormalisationMethod, Localised>> = {
  none: {
    nl: "Scores worden niet aangepast: de score van een aanvraag is het gemiddelde van de totalen.",
    en: "Scores are not adjusted: an application's score is the mean of the totals.",
  },
  mean: {
    nl: "Van elke score gaat af hoeveel hoger of lager deze beoordelaar scoort dan anderen bij dezelfde aanvragen (kleinste kwadraten, score = aanvraag + beoordelaar + rest).",
    en: "From each score is taken how much higher or lower this reviewer scores than others on the same applications (least squares, score = application + reviewer + rest).",
  },
  "z-score": {
    nl: "De scores van elke beoordelaar krijgen het gemiddelde en de spreiding van alle scores. Dit gaat ervan uit dat elke beoordelaar ongeveer even goede aanvragen had.",
    en: "Each reviewer's scores get the mean and spread of all scores. This supposes that every reviewer had applications that are about equally good.",
  },
  quantile: {
    nl: "De volgorde van elke beoordelaar blijft en krijgt de verdeling van alle scores. Dit gaat ervan uit dat elke beoordelaar ongeveer even goede aanvragen had.",
    en: "Each reviewer's order is kept and gets the distribution of all scores. This supposes that every reviewer had applications that are about equally good.",
  },
};

/** What to know before trusting normalised scores; reviewers by alias. */
export function warningText(warning: NormalisationWarning): Localised {
  switch (warning.kind) {
    case "disconnected":
      return {
        nl: `De beoordelaars vallen uiteen in ${warning.components.length} groepen zonder gezamenlijke aanvraag. Tussen de groepen zijn de scores alleen vergelijkbaar als de aanvragen gemiddeld even goed zijn.`,
        en: `The reviewers fall into ${warning.components.length} groups that share no application. Between groups scores are comparable only if their applications are equally good on average.`,
      };
    case "too-few-reviews":
      return {
        nl: `${warning.reviewerId} schreef ${warning.reviews} beoordelingen; voor een betrouwbare aanpassing zijn er ${warning.minimum} nodig.`,
        en: `${warning.reviewerId} wrote ${warning.reviews} reviews; a reliable adjustment takes ${warning.minimum}.`,
      };
    case "no-spread":
      return {
        nl: `${warning.reviewerId} gaf steeds dezelfde score; die blijft zoals hij is.`,
        en: `${warning.reviewerId} always gave the same score; it stays as it is.`,
      };
  }
}

/** Why not everything could be assigned. */
export function shortageText({
  applications,
  reviewers,
  needed,
  capacity,
  elsewhere,
  short,
}: Shortage): Localised {
  if (reviewers.length === 0)
    return {
      nl: `${count(applications.length, "aanvraag heeft", "aanvragen hebben")} te weinig beoordelaars zonder belangenconflict: nodig ${needed}, mogelijk ${elsewhere}. Voeg een beoordelaar toe.`,
      en: `${count(applications.length, "application has", "applications have")} too few reviewers without a conflict of interest: ${needed} needed, ${elsewhere} possible. Add a reviewer.`,
    };
  return {
    nl: `${count(applications.length, "aanvraag heeft", "aanvragen hebben")} samen ${needed} beoordelingen nodig. De ${reviewers.length} beoordelaars die daarvoor in aanmerking komen hebben ruimte voor ${capacity}, anderen kunnen er ${elsewhere} doen. Er ontbreken er ${short}. Geef beoordelaars meer ruimte of voeg er toe.`,
    en: `${count(applications.length, "application needs", "applications together need")} ${needed} reviews. The ${reviewers.length} reviewers who qualify have room for ${capacity}, others can do ${elsewhere}. ${short} are missing. Give reviewers more room or add some.`,
  };
}

const count = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`;
