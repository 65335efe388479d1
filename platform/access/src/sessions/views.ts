/** Who is here, as it goes over the wire. */
import { z } from "zod";
import { fundRoles } from "../actor.js";

export const FundRoleName = z.enum(fundRoles).meta({ id: "FundRole" });

/** The session of whoever asks. */
export const SessionView = z
  .object({
    /** Null: nobody has signed in. */
    person: z
      .object({
        id: z.uuid(),
        name: z.string().meta({ personal: true }),
        email: z.string().nullable().meta({ personal: true }),
        language: z.enum(["nl", "en"]),
        organisations: z.array(
          z.object({ id: z.string(), name: z.string(), role: z.enum(["member", "admin"]) }),
        ),
        roles: z.array(
          z.object({
            role: FundRoleName,
            fundId: z.string().nullable().meta({ description: "Null: for all funds" }),
          }),
        ),
      })
      .nullable(),
    csrfToken: z
      .string()
      .nullable()
      .meta({ description: "Goes back in the header x-csrf-token with every change" }),
    expires: z.iso.datetime().nullable(),
    signIn: z.enum(["openid", "embedded"]).meta({ description: "embedded: example people, for trying out" }),
  })
  .meta({ id: "SessionView" });
export type SessionView = z.infer<typeof SessionView>;

/** What follows signing out. */
export const SignedOut = z
  .object({
    location: z
      .string()
      .nullable()
      .meta({ description: "Address to go to for signing out at the sign-in service too; null: none" }),
  })
  .meta({ id: "SignedOut" });
export type SignedOut = z.infer<typeof SignedOut>;
