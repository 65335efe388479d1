/** What a withdrawal or lowering of a grant comes to (Awb 4:48 to 4:50). */
import { Refusal } from "../../../kernel/refusal.js";
import type { GrantMoney } from "../money.js";
import type { GrantRecord } from "../store/grants.js";
import type { LineView } from "../views/parts.js";
import type { NewWithdrawal, WithdrawalGround, WithdrawalOutcome } from "../views/settlement.js";

const groundTexts: Record<WithdrawalGround, LineView["text"]> = {
  "4:48(1)(a)": {
    nl: "De activiteiten zijn of worden niet of niet helemaal uitgevoerd.",
    en: "The activities were or will not be carried out, or not completely.",
  },
  "4:48(1)(b)": {
    nl: "Er is niet voldaan aan de verplichtingen bij de subsidie.",
    en: "The obligations attached to the grant were not met.",
  },
  "4:48(1)(c)": {
    nl: "Er zijn onjuiste of onvolledige gegevens verstrekt, en met de juiste gegevens was anders besloten.",
    en: "Incorrect or incomplete data were given, and the right data would have led to another decision.",
  },
  "4:48(1)(d)": {
    nl: "De verlening was onjuist, en de ontvanger wist dat of hoorde dat te weten.",
    en: "The grant was incorrect, and the recipient knew or should have known.",
  },
  "4:49(1)(a)": {
    nl: "Er zijn feiten bekend geworden waardoor de subsidie lager zou zijn vastgesteld.",
    en: "Facts have come to light on which the grant would have been settled lower.",
  },
  "4:49(1)(b)": {
    nl: "De vaststelling was onjuist, en de ontvanger wist dat of hoorde dat te weten.",
    en: "The settlement was incorrect, and the recipient knew or should have known.",
  },
  "4:49(1)(c)": {
    nl: "Na de vaststelling is niet voldaan aan verplichtingen bij de subsidie.",
    en: "After the settlement the obligations attached to the grant were not met.",
  },
  "4:50(1)(a)": {
    nl: "De verlening was onjuist; er geldt een redelijke termijn.",
    en: "The grant was incorrect; a reasonable term applies.",
  },
  "4:50(1)(b)": {
    nl: "Veranderde omstandigheden of inzichten verzetten zich tegen voortzetting; er geldt een redelijke termijn.",
    en: "Changed circumstances or insights stand in the way of going on; a reasonable term applies.",
  },
};

/**
 * Computes what is left and what comes back.
 * @throws Refusal when the ground does not fit the state of the grant, or nothing would be lowered
 */
export function withdrawalOutcome(
  grant: Pick<GrantRecord, "state" | "dossier">,
  { settled, granted, paid, recoveryOrdered }: GrantMoney,
  { ground, remainingCents, reason }: NewWithdrawal,
): WithdrawalOutcome {
  const isSettled = grant.state === "settled";
  if (grant.state === "withdrawn")
    throw new Refusal("conflict", `The grant ${grant.dossier} is withdrawn already.`);
  if (isSettled !== ground.startsWith("4:49"))
    throw new Refusal(
      "unusable",
      isSettled
        ? "After settlement a grant is lowered by Awb 4:49 only."
        : "Awb 4:49 is about grants that are settled; use 4:48 or 4:50.",
    );
  const fromCents = isSettled ? (settled ?? 0) : granted;
  if (remainingCents >= fromCents)
    throw new Refusal(
      "unusable",
      `What is left (${remainingCents} cents) must be less than the grant (${fromCents} cents).`,
    );
  const recoverCents = Math.max(0, paid - recoveryOrdered - remainingCents);
  return {
    fromCents,
    remainingCents,
    recoverCents,
    lines: [
      {
        text: { nl: `${groundTexts[ground].nl} ${reason}`, en: `${groundTexts[ground].en} ${reason}` },
        article: `Awb ${ground}`,
        cents: remainingCents - fromCents,
      },
      {
        text: { nl: "Wat van de subsidie overblijft.", en: "What is left of the grant." },
        article: null,
        cents: remainingCents,
      },
      {
        text: {
          nl: "Wat onverschuldigd is betaald en wordt teruggevorderd.",
          en: "What was paid unduly and is recovered.",
        },
        article: "Awb 4:57(1)",
        cents: recoverCents,
      },
    ],
  };
}
