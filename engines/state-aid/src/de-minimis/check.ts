import type { Assumption, Finding, Line } from "../model/common.js";
import { sumOf } from "../model/exact.js";
import { dayWords, euro, fill } from "../model/words.js";
import type { Graph } from "../sme/links.js";
import {
  afterRestructuring,
  type DeMinimisAid,
  type Restructuring,
  singleUndertaking,
} from "./single-undertaking.js";
import { grantedIn, roomOn, windowOf } from "./window.js";

/** De minimis aid, Regulation (EU) 2023/2831. */
export const DE_MINIMIS = {
  id: "de-minimis-2023-2831",
  regulation: "Regulation (EU) 2023/2831",
  validFrom: "2024-01-01",
  validTo: "2030-12-31",
  /** Per single undertaking and Member State in any three years, in cents (Art. 3(2)). */
  ceiling: 30_000_000,
  article: "Regulation (EU) 2023/2831, Art. 3(2)",
  /** From this day aid is entered in the central register (Art. 6). */
  registerFrom: "2026-01-01",
} as const;

/** What the check needs to know about an undertaking. */
export interface DeMinimisCase {
  /** The day of granting. */
  readonly day: string;
  readonly enterprise: string;
  readonly graph?: Graph;
  readonly aid: readonly DeMinimisAid[];
  readonly restructurings?: readonly Restructuring[];
  /** What is asked, in cents. */
  readonly asked: number;
}

/** The outcome. Amounts in cents. */
export interface DeMinimisResult {
  readonly undertaking: readonly string[];
  /** The window: aid granted after the first day and up to the second counts. */
  readonly window: { readonly after: string; readonly to: string };
  readonly used: number;
  readonly room: number;
  readonly grantable: number;
  readonly lines: readonly Line[];
  readonly findings: readonly Finding[];
  readonly assumptions: readonly Assumption[];
}

const TEXTS = {
  used: {
    nl: "In de drie jaar na {after} tot en met {to} kreeg de onderneming met wie zij één geheel vormt {used} aan de-minimissteun.",
    en: "In the three years after {after} up to {to} the single undertaking received {used} of de minimis aid.",
  },
  room: {
    nl: "Het plafond is {ceiling} in elke drie jaar; er is nog ruimte voor {room}.",
    en: "The ceiling is {ceiling} in any three years; there is room for {room}.",
  },
  over: {
    nl: "Gevraagd is {asked}; dat is meer dan de ruimte van {room} voor de-minimissteun.",
    en: "{asked} is asked; that is more than the room of {room} for de minimis aid.",
  },
  outOfForce: {
    nl: "Op {to} geldt de verordening over de-minimissteun niet (1 januari 2024 tot en met 31 december 2030).",
    en: "On {to} the regulation on de minimis aid is not in force (1 January 2024 to 31 December 2030).",
  },
  declaration: {
    nl: "Het centrale register bestaat sinds 1 januari 2026 en omvat nog geen drie jaar. Een verklaring van de aanvrager over eerdere steun is daarom ook nodig.",
    en: "The central register exists since 1 January 2026 and does not yet cover three years. A declaration by the applicant about earlier aid is therefore needed as well.",
  },
} as const;

/**
 * What de minimis aid may be granted on a day (Art. 3(2), 3(8), 3(9), 5). Aid for agriculture and fisheries counts
 * up to the same ceiling; aid for services of general economic interest has its own.
 */
export function checkDeMinimis(request: DeMinimisCase): DeMinimisResult {
  const graph = request.graph ?? { parties: [], holdings: [] };
  const undertaking = singleUndertaking(graph, request.enterprise);
  const counting = afterRestructuring(request.aid, request.restructurings ?? []).filter(
    (each) => undertaking.includes(each.enterprise) && each.regulation !== "sgei",
  );
  const window = windowOf(request.day);
  const used = grantedIn(request.day, counting);
  const inForce = DE_MINIMIS.validFrom <= request.day && request.day <= DE_MINIMIS.validTo;
  const room = inForce ? roomOn(request.day, counting, DE_MINIMIS.ceiling) : 0;
  const values = {
    after: dayWords(window.after),
    to: dayWords(window.to),
    used: euro(used),
    room: euro(room),
    asked: euro(request.asked),
    ceiling: euro(DE_MINIMIS.ceiling),
  };
  const finding = (id: string, kind: Finding["kind"], text: keyof typeof TEXTS): Finding => ({
    id,
    kind,
    participant: request.enterprise,
    text: fill(TEXTS[text], values),
    article: DE_MINIMIS.article,
    mark: "V",
  });
  const line = (step: string, text: keyof typeof TEXTS, value: number): Line => ({
    step,
    participant: request.enterprise,
    text: fill(TEXTS[text], values),
    article: DE_MINIMIS.article,
    mark: "V",
    result: { unit: "cents", value },
  });
  return {
    undertaking,
    window,
    used,
    room,
    grantable: Math.min(request.asked, room),
    lines: [line("de-minimis-used", "used", sumOf([used])), line("de-minimis-room", "room", room)],
    findings: [
      ...(inForce ? [] : [finding("de-minimis-out-of-force", "obstacle", "outOfForce")]),
      ...(inForce && request.asked > room ? [finding("de-minimis-over", "warning", "over")] : []),
    ],
    assumptions:
      window.after < DE_MINIMIS.registerFrom
        ? [{ id: "de-minimis-declaration", covers: request.enterprise, text: TEXTS.declaration }]
        : [],
  };
}
