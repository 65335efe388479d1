/** The embedded sign-in as it goes over the wire. */
import { z } from "zod";

const Localised = z.object({ nl: z.string(), en: z.string() });

/** The example people. */
export const ExamplePeople = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        name: Localised,
        task: Localised,
        /** The example organisation they belong to. */
        organisation: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "ExamplePeople" });
export type ExamplePeople = z.infer<typeof ExamplePeople>;

/** Where signing in goes on. */
export const ExampleChoice = z.object({ location: z.string() }).meta({ id: "ExampleChoice" });
export type ExampleChoice = z.infer<typeof ExampleChoice>;
