/** What the example applicants apply for. */
import type { FundDefinition } from "@voorsprong/programme";
import type { ApplicationParts } from "../applications/document.js";
import type { ExampleApplicant } from "./cast.js";

/** One example application. */
export interface ExampleProject {
  readonly lead: ExampleApplicant;
  /** Takes part with a part of its own; it confirms. */
  readonly partner?: ExampleApplicant;
  readonly title: string;
  readonly summary: string;
  readonly novelty: string;
  readonly category: "experimental-development" | "industrial-research";
  /** Of the lead and of the partner. */
  readonly cents: number;
  readonly partnerCents?: number;
  /** Asked, in cents. */
  readonly asked: number;
  /** Points per reviewer: quality, novelty, use. */
  readonly points: readonly (readonly [number, number, number])[];
}

/** In the order in which they come in. */
export const exampleProjects: readonly ExampleProject[] = [
  {
    lead: "company",
    title: "Lasrobot die van elke las leert",
    summary: "Een robot meet elke las en stelt zichzelf bij, zodat ook kleine series zonder fouten gaan.",
    novelty: "De robot leert op de werkvloer in plaats van in een laboratorium.",
    category: "experimental-development",
    cents: 24_000_000,
    asked: 9_000_000,
    points: [
      [8, 8, 7],
      [7, 7, 7],
    ],
  },
  {
    lead: "partner",
    partner: "company",
    title: "Sensoren die slijtage voorspellen",
    summary:
      "Twee bedrijven bouwen een sensor die slijtage van gereedschap voorspelt, en beproeven hem samen.",
    novelty: "De meting gebeurt tijdens het werk; nu moet een machine er nog voor stilstaan.",
    category: "industrial-research",
    cents: 20_000_000,
    partnerCents: 12_000_000,
    asked: 18_000_000,
    points: [
      [9, 8, 8],
      [8, 8, 9],
    ],
  },
  {
    lead: "school",
    title: "Practicum slim onderhoud",
    summary:
      "Leerlingen leren storingen voorspellen op een echte productielijn die de school met bedrijven deelt.",
    novelty: "De lijn draait ook voor bedrijven, dus de storingen zijn echt.",
    category: "experimental-development",
    cents: 16_000_000,
    asked: 4_000_000,
    points: [
      [7, 6, 9],
      [7, 7, 9],
    ],
  },
  {
    lead: "company",
    title: "Magneten terugwinnen uit motoren",
    summary: "Een proeflijn haalt magneten heel uit oude motoren, zodat ze opnieuw gebruikt kunnen worden.",
    novelty: "De magneten blijven heel; nu worden ze vermalen.",
    category: "experimental-development",
    cents: 18_000_000,
    asked: 7_500_000,
    points: [
      [3, 7, 5],
      [3, 6, 6],
    ],
  },
  {
    lead: "partner",
    title: "Webwinkel voor onderdelen",
    summary: "Een webwinkel voor onderdelen van machines, met levering binnen een dag.",
    novelty: "De levering gaat sneller dan nu.",
    category: "experimental-development",
    cents: 9_000_000,
    asked: 3_000_000,
    points: [
      [3, 1, 2],
      [4, 2, 2],
    ],
  },
];

const isoDay = (moment: Date) => moment.toISOString().slice(0, 10);

/**
 * The parts of an example application.
 * @param starts the first day of the project, which takes a year
 */
export function exampleParts(
  fund: FundDefinition,
  project: ExampleProject,
  { position, starts, partnerId }: { position: number; starts: Date; partnerId: string | null },
): ApplicationParts {
  const theme = fund.themes[position % fund.themes.length]!.id;
  const region = fund.regions[(position * 5) % fund.regions.length]!.id;
  const ends = new Date(starts.getTime());
  ends.setUTCFullYear(ends.getUTCFullYear() + 1);
  const year = starts.getUTCFullYear();
  const own = (cents: number, partner: string | null) => [
    { workPackage: "w1", partner, year, category: "personnel", cents: Math.round(cents * 0.7) },
    { workPackage: "w1", partner, year, category: "materials", cents: cents - Math.round(cents * 0.7) },
  ];
  return {
    title: project.title,
    summary: project.summary,
    contact: { name: "Voorbeeld contactpersoon", email: "contact@example.org" },
    lead: { region, ...(project.lead === "school" ? { size: "medium", employees: 200 } : {}) },
    project: { theme, region, start: isoDay(starts), end: isoDay(ends) },
    answers: {
      plan: `${project.summary} Het werk gaat in drie stappen: ontwerpen, bouwen en beproeven.`,
      novelty: project.novelty,
      users: project.lead === "school" ? ["schools", "chain"] : ["chain", "sector"],
      results: [
        { what: "Ontwerp dat is doorgerekend", month: 3 },
        { what: "Proefopstelling die draait", month: 9 },
      ],
    },
    workPackages: [
      {
        id: "w1",
        title: "Ontwerpen, bouwen en beproeven",
        description: project.summary,
        category: project.category,
        reason: "Bekende techniek in een nieuwe toepassing, met een proef op de werkvloer.",
      },
    ],
    ...(partnerId === null
      ? {}
      : {
          partners: [
            {
              id: "p1",
              organisation: partnerId,
              name: "Voorbeeldpartner",
              kind: "company" as const,
              size: "small" as const,
              region,
              role: "Beproeft de sensor op eigen machines.",
            },
          ],
        }),
    costs: [
      ...own(project.cents, null),
      ...(project.partnerCents === undefined ? [] : own(project.partnerCents, "p1")),
    ],
    requested: { [fund.budgets[0]!.id]: project.asked },
  };
}
