/** Invitations, as they go over the wire. */
import { z } from "zod";
import { MembershipRole, OrganisationId } from "../organisations/views.js";
import { FundIdOrAll } from "../roles/views.js";
import { FundRoleName } from "../sessions/views.js";

/** What somebody is invited to. */
export const InvitationTarget = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("organisation"),
    organisationId: OrganisationId,
    membership: MembershipRole.default("member"),
  }),
  z.object({ kind: z.literal("role"), role: FundRoleName, fundId: FundIdOrAll }),
]);
export type InvitationTarget = z.output<typeof InvitationTarget>;

/** A new invitation. The code goes into a link and is told once. */
export const NewInvitation = z
  .object({ code: z.string(), expires: z.iso.datetime() })
  .meta({ id: "NewInvitation" });
export type NewInvitation = z.infer<typeof NewInvitation>;

/** The code of an invitation. */
export const InvitationCode = z.object({ code: z.string().min(20).max(100) }).meta({ id: "InvitationCode" });

/** What an invitation is for: an organisation, or a role. */
export const InvitationView = z
  .object({
    organisationId: z.string().nullable(),
    organisationName: z.string().nullable(),
    membership: MembershipRole.nullable(),
    role: FundRoleName.nullable(),
    fundId: FundIdOrAll,
    invitedBy: z.string().nullable().meta({ personal: true }),
    expires: z.iso.datetime(),
  })
  .meta({ id: "InvitationView" });
export type InvitationView = z.infer<typeof InvitationView>;
