/** What a request may say in its path and query about applications. */
import { z } from "zod";
import { applicationSorts } from "./store/lists.js";

const storable = (text: string) => !text.includes("\0");
const tag = z.string().min(1).max(100).refine(storable, "U+0000 is not allowed").optional();

/** An id that does not look like one is of an application that does not exist, and gets the same words. */
const ApplicationId = z.string().min(1).max(100).refine(storable, "U+0000 is not allowed");
const PartnerId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

export const GrantApplicationParams = z.object({ applicationId: ApplicationId });
export const PartnerParams = GrantApplicationParams.extend({ partner: PartnerId });
export const AttachmentParams = GrantApplicationParams.extend({ attachmentId: z.uuid() });
export const VersionParams = GrantApplicationParams.extend({
  version: z.coerce.number().int().min(1).max(1_000_000),
});
export const FlagParams = GrantApplicationParams.extend({
  code: z.string().min(1).max(200).refine(storable),
});

export const GrantApplicationsQuery = z.object({
  as: z.enum(["applicant", "officer"]).default("applicant").meta({
    description: "What one's organisations take part in, or what was submitted to one's funds",
  }),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
  sort: z.enum(applicationSorts).default("-changed"),
  callId: z.string().min(1).max(80).refine(storable).optional(),
  state: z.enum(["draft", "submitted", "returned", "withdrawn"]).optional(),
  theme: tag,
  region: tag,
  size: tag,
  search: z.string().max(200).refine(storable, "U+0000 is not allowed").optional(),
  flagged: z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional(),
});

export const ReceiptQuery = z.object({
  language: z.enum(["nl", "en"]).default("nl"),
  version: z.coerce.number().int().min(1).max(1_000_000).optional(),
});

export const AttachmentQuery = z.object({ name: z.string().min(1).max(300).refine(storable) });

export const Submission = z
  .strictObject({ revision: z.int().min(1).meta({ description: "The revision that was seen" }) })
  .meta({ id: "Submission" });

export const CorrectionRequest = z
  .strictObject({ what: z.string().trim().min(1).max(5_000).refine(storable), due: z.iso.date() })
  .meta({ id: "CorrectionRequest" });

export const PartnerAnswer = z
  .strictObject({
    answer: z.enum(["confirmed", "declined"]),
    part: z.string().max(100).meta({ description: "Hash of the part that was read" }),
  })
  .meta({ id: "PartnerAnswer" });

export const Acceptance = z
  .strictObject({
    secret: z.string().min(1).max(100),
    organisationId: z.string().regex(/^O[0-9A-HJKMNP-TV-Z]{12}$/),
  })
  .meta({ id: "InvitationAcceptance" });

export const Invitation = z
  .object({
    path: z.string().meta({ description: "Path of the page that takes the invitation up; shown once" }),
  })
  .meta({ id: "PartnerInvitation" });

export const FlagResolution = z
  .strictObject({ resolution: z.string().trim().min(1).max(2_000).refine(storable) })
  .meta({ id: "FlagResolution" });
