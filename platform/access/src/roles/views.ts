/** Roles on funds, as they go over the wire. */
import { z } from "zod";
import { FundRoleName } from "../sessions/views.js";

export const FundIdOrAll = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "a fund id has small letters, digits and hyphens")
  .nullable()
  .meta({ description: "Null: all funds" });

/** A role that somebody has. */
export const RoleView = z
  .object({
    personId: z.uuid(),
    name: z.string().nullable().meta({ personal: true }),
    email: z.string().nullable().meta({ personal: true }),
    role: FundRoleName,
    fundId: FundIdOrAll,
    since: z.iso.datetime(),
    source: z.enum(["person", "sign-in", "environment", "example"]).meta({
      description:
        "What handed it out: a person, the sign-in service, the operator's settings, or the examples",
    }),
  })
  .meta({ id: "RoleView" });
export type RoleView = z.infer<typeof RoleView>;

export const RoleList = z.object({ items: z.array(RoleView) }).meta({ id: "RoleList" });
export type RoleList = z.infer<typeof RoleList>;

/** A role to hand out or take back. */
export const RoleChange = z
  .object({ personId: z.uuid(), role: FundRoleName, fundId: FundIdOrAll })
  .meta({ id: "RoleChange" });
export type RoleChange = z.output<typeof RoleChange>;

/** People by name or address, for handing out roles. */
export const PersonList = z
  .object({
    items: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string().meta({ personal: true }),
        email: z.string().nullable().meta({ personal: true }),
      }),
    ),
  })
  .meta({ id: "PersonList" });
export type PersonList = z.infer<typeof PersonList>;
