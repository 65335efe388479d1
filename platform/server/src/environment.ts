/** The environment variables of the server; those of the store are its own. docs/operators.md lists all. */
import { isIP } from "node:net";
import { z } from "zod";
import type { Contact } from "./http/openapi.js";

/** What an operator set, with defaults. */
export interface ServerEnvironment {
  /** `HOST`: the address to listen on. */
  readonly host: string;
  /** `PUBLIC_URL`: the site's address as its visitors write it. */
  readonly publicUrl?: URL;
  /** `LOG_LEVEL`: from `trace` to `silent`. */
  readonly logLevel: string;
  /** `TRUST_PROXY`: addresses or networks of proxies, comma separated. */
  readonly trustProxy?: readonly string[];
  /** `CONTACT_NAME`, `CONTACT_EMAIL`, `CONTACT_URL`: whom users of the API turn to. */
  readonly contact: Contact;
}

const address = z
  .string()
  .refine((text) => isIP(text.split("/")[0] ?? "") !== 0, "not an IP address or network");

const Environment = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((text) => new URL(text))
    .refine(({ pathname, search }) => pathname === "/" && search === "", "an address without a path")
    .optional(),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"])
    .default(process.stderr.isTTY ? "warn" : "info"),
  TRUST_PROXY: z
    .string()
    .transform((text) => text.split(",").map((part) => part.trim()))
    .pipe(z.array(address))
    .optional(),
  CONTACT_NAME: z.string().min(1).default("The operator of this server"),
  CONTACT_EMAIL: z.email().default("operator@example.org"),
  CONTACT_URL: z.url({ protocol: /^https?$/ }).default("https://example.org/"),
});

/**
 * Reads the settings of the server; empty variables count as not set.
 *
 * @throws Error that names each variable that cannot be used
 */
export function readEnvironment(variables: NodeJS.ProcessEnv): ServerEnvironment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const { data, error } = Environment.safeParse(set);
  if (error !== undefined) {
    const wrong = error.issues.map((issue) => `${issue.path[0]?.toString() ?? ""}: ${issue.message}`);
    throw new Error(`Environment: ${wrong.join("; ")} (docs/operators.md)`);
  }
  return {
    host: data.HOST,
    ...(data.PUBLIC_URL === undefined ? {} : { publicUrl: data.PUBLIC_URL }),
    logLevel: data.LOG_LEVEL,
    ...(data.TRUST_PROXY === undefined ? {} : { trustProxy: data.TRUST_PROXY }),
    contact: { name: data.CONTACT_NAME, email: data.CONTACT_EMAIL, url: data.CONTACT_URL },
  };
}
