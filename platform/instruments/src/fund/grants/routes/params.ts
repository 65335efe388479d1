/** What a request may say in its path and query about grants, and what every route of a grant has in common. */
import type { PermissionId, Scope, ScopedRequest } from "@voorsprong/access";
import { z } from "zod";
import { storableText } from "../../../kernel/storable-text.js";
import type { GrantService } from "../service.js";
import { noGrant } from "../store/grants.js";
import { GrantState } from "../views/grant.js";

const page = z.coerce.number().int().min(1).max(1_000_000).default(1);
const pageSize = z.coerce.number().int().min(1).max(500).default(50);
const FundId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "a fund id has small letters, digits and hyphens");
const ApplicationId = z
  .string()
  .regex(/^A[0-9A-HJKMNP-TV-Z]{12}$/, "an application id is A and twelve characters");

export const FundParams = z.object({ fundId: FundId });
export const GrantParams = z.object({ applicationId: ApplicationId });
export const GrantsQuery = z.object({
  page,
  pageSize,
  fundId: FundId.optional(),
  state: GrantState.optional(),
  search: storableText(200).optional(),
});
export const PaymentsQuery = z.object({
  page,
  pageSize,
  fundId: FundId.optional(),
  state: z.enum(["proposed", "approved", "ordered", "paid", "rejected"]).optional(),
});
export const MoneyQuery = z.object({
  page,
  pageSize,
  example: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .optional()
    .meta({ description: "Absent: what is real, or examples where nothing is" }),
});

/** The config of a route below /grants/{applicationId}: who may not read a grant cannot tell that it exists. */
export function ofGrant(grants: GrantService, permission: PermissionId) {
  const id = ({ params }: ScopedRequest) => params.applicationId ?? "";
  return {
    permission,
    scope: (request: ScopedRequest): Promise<Scope | null> => grants.scope(id(request)),
    missing: (request: ScopedRequest) => noGrant(id(request)),
  };
}
