/** What this engine reads of an application (voorsprong-application/1, docs/formats/application.md). */
import type { DeMinimisAid } from "../de-minimis/single-undertaking.js";
import type { GrantedAid } from "../de-minimis/window.js";
import type { ProjectFacts, RelatedAid } from "../grant/project.js";
import type { Ownership } from "../sme/enterprise.js";

/** The id that costs, funding and statements of the organisation that leads go by. */
export const LEAD = "lead";

/** An organisation in an application. */
export interface AidOrganisation {
  readonly name?: string | null;
  /** `company`, `school`, `research`, `public` or `other`. */
  readonly kind?: string | null;
  readonly size?: string | null;
  /** Staff as stated, in whole annual work units. */
  readonly employees?: number | null;
  /** ISO 3166 alpha-2; absent: the Netherlands. */
  readonly country?: string | null;
}

/** What an organisation states for the rules of state aid. */
export interface PartyStatements {
  readonly nonEconomic?: boolean;
  readonly mayPublish?: boolean;
  readonly inDifficulty?: boolean;
  readonly recoveryOrder?: boolean;
  /** Organisations of the application with the same value are one undertaking. */
  readonly undertaking?: string | null;
  readonly deMinimisAid?: readonly DeMinimisAid[] | null;
  readonly advisoryAid?: readonly GrantedAid[] | null;
  /** The enterprises around it; the size then follows from the figures instead of from what was chosen. */
  readonly ownership?: Ownership | null;
}

/** What an application states for the rules of state aid. */
export interface AidStatements extends ProjectFacts {
  /** First day of the works where it is not the project's first day. */
  readonly startOfWorks?: string | null;
  readonly overheads?: "stated" | "flat-rate" | null;
  /** By partner id, with {@link LEAD} for the organisation that leads. */
  readonly parties?: Readonly<Record<string, PartyStatements | undefined>> | null;
  readonly relatedAid?: readonly RelatedAid[] | null;
}

/** An application or a draft of one: every part may still be missing. */
export interface AidContent {
  readonly lead?: AidOrganisation | null;
  readonly project?: { readonly start?: string | null } | null;
  readonly workPackages?: readonly {
    readonly id: string;
    readonly title?: string | null;
    /** One of the categories in `categories.ts`. */
    readonly category?: string | null;
    readonly disadvantagedWorkers?: boolean | null;
    readonly maritime?: boolean | null;
    readonly operationYears?: number | null;
  }[];
  readonly partners?: readonly (AidOrganisation & { readonly id: string })[];
  readonly costs?: readonly {
    readonly workPackage?: string | null;
    /** Absent or null: the organisation that leads. */
    readonly partner?: string | null;
    readonly year?: number | null;
    readonly category?: string | null;
    readonly cents?: number | null;
  }[];
  readonly funding?: readonly {
    readonly source?: string | null;
    readonly kind?: string | null;
    readonly partner?: string | null;
    readonly workPackage?: string | null;
    readonly cents?: number | null;
    /** Of Union money: the highest rate of public funding, in basis points. */
    readonly allowed?: number | null;
  }[];
  readonly aid?: AidStatements | null;
}
