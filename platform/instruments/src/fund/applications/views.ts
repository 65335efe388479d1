/** What the API says of applications. Schemas are written once, here. */
import { z } from "zod";
import { Cents, Localised } from "../../kernel/views.js";
import { type ApplicationDocument, ApplicationParts } from "./document.js";

const ApplicationState = z.enum(["draft", "submitted", "returned", "withdrawn"]);
const ApplicationIdText = z.string().regex(/^A[0-9A-HJKMNP-TV-Z]{12}$/);

/** The call of an application, in a line. */
const CallLine = z.object({
  id: z.string(),
  fundId: z.string(),
  title: Localised,
  state: z.enum(["draft", "coming", "open", "closed", "cancelled"]),
  version: z.int(),
  opens: z.iso.datetime(),
  closes: z.iso.datetime(),
});

export const AttachmentView = z
  .object({
    id: z.string(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    uploadedAt: z.iso.datetime(),
  })
  .meta({ id: "AttachmentView" });
export type AttachmentView = z.infer<typeof AttachmentView>;

const PartnerView = z.object({
  partner: z.string(),
  organisationId: z.string().nullable(),
  organisation: z.string().nullable(),
  state: z.enum(["invited", "confirmed", "declined"]),
  linkOut: z.boolean().meta({ description: "An invitation link is out that nobody used yet" }),
  answeredAt: z.iso.datetime().nullable(),
  part: z.string().nullable().meta({ description: "Hash of the partner's part, for its confirmation" }),
});

const CorrectionView = z.object({
  id: z.string(),
  what: z.string(),
  due: z.iso.date(),
  /** The instant from which it is too late. */
  end: z.iso.datetime(),
  askedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  endedBy: z.enum(["answered", "expired", "withdrawn"]).nullable(),
});

const FlagView = z.object({
  code: z.string(),
  text: Localised,
  raisedAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().nullable(),
  resolution: z.string().nullable(),
});

const VersionView = z.object({
  version: z.int(),
  callVersion: z.int(),
  hash: z.string(),
  receipt: z.string().meta({ description: "Compact JWS, docs/formats/application.md" }),
  submittedAt: z.iso.datetime(),
  ledgerEntry: z.int(),
  kept: z.boolean(),
});

/** An application as somebody may see it. */
export const GrantApplicationView = z
  .object({
    id: ApplicationIdText,
    dossier: z.string().nullable(),
    state: ApplicationState,
    as: z.enum(["lead", "partner", "fund"]).meta({ description: "How who asks stands to it" }),
    /** The partners of the application that who asks belongs to. */
    ownPartners: z.array(z.string()),
    revision: z.int(),
    version: z.int(),
    call: CallLine,
    organisation: z.object({ id: z.string(), name: z.string() }),
    /** The draft for the lead, its part for a partner, the latest submitted version for the fund; null once erased. */
    document: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: "Format voorsprong-application/1, docs/formats/application.md" }),
    requested: Cents,
    partners: z.array(PartnerView),
    attachments: z.array(AttachmentView),
    versions: z.array(VersionView),
    corrections: z.array(CorrectionView),
    flags: z.array(FlagView).meta({ description: "For the fund only" }),
    receivedAt: z.iso.datetime().nullable(),
    completeAt: z.iso.datetime().nullable(),
    changedAt: z.iso.datetime(),
    can: z.object({
      write: z.boolean(),
      submit: z.boolean(),
      withdraw: z.boolean(),
      discard: z.boolean(),
      confirm: z.boolean(),
      correct: z.boolean(),
    }),
  })
  .meta({ id: "GrantApplication" });
export type GrantApplicationView = Omit<z.infer<typeof GrantApplicationView>, "document"> & {
  readonly document: ApplicationDocument | null;
};

/** One line of a list. */
export const GrantApplicationRow = z
  .object({
    id: ApplicationIdText,
    dossier: z.string().nullable(),
    title: z.string(),
    organisation: z.string(),
    callId: z.string(),
    callTitle: Localised,
    callCloses: z.iso.datetime(),
    state: ApplicationState,
    theme: z.string().nullable(),
    region: z.string().nullable(),
    size: z.string().nullable(),
    requested: Cents.meta({ description: "0 for who is only a partner" }),
    receivedAt: z.iso.datetime().nullable(),
    changedAt: z.iso.datetime(),
    openFlags: z.int().meta({ description: "For the fund only; 0 in a list as applicant" }),
    outcome: z
      .enum(["awarded", "refused", "reserve"])
      .nullable()
      .meta({ description: "What was last decided; reserve: no money, with a place on the reserve list" }),
    /** The partner's own state where it is in the list as a partner. */
    asPartner: z.enum(["invited", "confirmed", "declined"]).nullable(),
  })
  .meta({ id: "GrantApplicationRow" });
export type GrantApplicationRow = z.infer<typeof GrantApplicationRow>;

export const GrantApplicationPage = z
  .object({
    items: z.array(GrantApplicationRow),
    page: z.int(),
    pageSize: z.int(),
    total: z.int(),
    /** Of all that could be listed, whatever the filters of theme, region, size, search and flags. */
    states: z.object({ draft: z.int(), submitted: z.int(), returned: z.int(), withdrawn: z.int() }),
  })
  .meta({ id: "GrantApplicationPage" });
export type GrantApplicationPage = z.infer<typeof GrantApplicationPage>;

export const NewApplication = z
  .strictObject({
    callId: z.string().min(1).max(80),
    organisationId: z.string().regex(/^O[0-9A-HJKMNP-TV-Z]{12}$/),
  })
  .meta({ id: "NewApplication" });

export const SavedDraft = z
  .object({ revision: z.int(), savedAt: z.iso.datetime() })
  .meta({ id: "SavedDraft" });
export type SavedDraft = z.infer<typeof SavedDraft>;

export const DraftChanges = z
  .strictObject({
    revision: z.int().min(1).meta({ description: "The revision that was seen" }),
    changes: ApplicationParts,
  })
  .meta({ id: "DraftChanges" });

const Line = z.object({
  step: z.string(),
  workPackage: z.string().optional(),
  participant: z.string().optional(),
  text: Localised,
  article: z.string().nullable(),
  mark: z.enum(["V", "K", "?"]).nullable(),
  result: z.object({ unit: z.enum(["cents", "basis-points"]), value: z.int() }).nullable(),
});

const Finding = z.object({
  id: z.string(),
  kind: z.enum(["obstacle", "warning"]),
  workPackage: z.string().optional(),
  participant: z.string().optional(),
  text: Localised,
  article: z.string().nullable(),
  mark: z.enum(["V", "K", "?"]).nullable(),
});

/** The grant that an application may get, with the arithmetic. */
export const ApplicationAid = z
  .object({
    state: z.enum(["grant", "no-rules", "nothing-yet", "unusable"]),
    /** Why there is no number; null when there is one. */
    text: Localised.nullable(),
    rules: Localised.nullable(),
    eligible: Cents.nullable(),
    maximum: Cents.nullable(),
    grant: Cents.nullable(),
    participants: z.array(
      z.object({ participant: z.string(), eligible: Cents, maximum: Cents, grant: Cents }),
    ),
    lines: z.array(Line),
    findings: z.array(Finding),
    assumptions: z.array(z.object({ id: z.string(), covers: z.string(), text: Localised })),
  })
  .meta({ id: "ApplicationAid" });
export type ApplicationAid = z.infer<typeof ApplicationAid>;

/** What is missing or wrong, and which conditions are met. */
export const ApplicationChecksView = z
  .object({
    complete: z.boolean(),
    missing: z.array(
      z.object({
        pointer: z.string(),
        code: z.enum(["missing", "unusable", "unconfirmed"]),
        text: Localised,
      }),
    ),
    answers: z.array(
      z.object({
        section: z.string(),
        question: z.string(),
        row: z.int().optional(),
        column: z.string().optional(),
        code: z.string(),
        text: Localised,
      }),
    ),
    warnings: z.array(
      z.object({
        code: z.enum([
          "requested-above-grant",
          "requested-above-maximum",
          "requested-below-minimum",
          "costs-outside-period",
        ]),
        text: Localised,
      }),
    ),
    eligibility: z.object({
      state: z.enum(["eligible", "refused", "flagged", "unknown"]),
      rules: z.array(
        z.object({
          rule: z.string(),
          state: z.enum(["eligible", "refused", "flagged", "unknown"]),
          reason: Localised,
        }),
      ),
    }),
    aid: ApplicationAid,
  })
  .meta({ id: "ApplicationChecks" });
export type ApplicationChecksView = z.infer<typeof ApplicationChecksView>;

export const DocumentDifferences = z
  .object({
    from: z.int(),
    to: z.int(),
    differences: z.array(
      z.object({ path: z.array(z.string()), before: z.unknown().nullable(), after: z.unknown().nullable() }),
    ),
  })
  .meta({ id: "DocumentDifferences" });
export type DocumentDifferences = z.infer<typeof DocumentDifferences>;
