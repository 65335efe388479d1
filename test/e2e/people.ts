/** Example people on a running site: signed in over HTTP, for the browser and for requests of tests. */
import type { ExampleKey } from "@voorsprong/access";
import { expect } from "vitest";

/** Whom a test can be: the example people of the embedded sign-in. */
export type ExamplePerson = ExampleKey;

/** Somebody who is signed in on a running site. */
export interface SignedInPerson {
  /** The secret of the session's cookie. */
  readonly secret: string;
  /**
   * Sends a request below `/api/v1` and gives the JSON answer; an answer that is no success fails the test.
   * @param body JSON; absent: none
   */
  send<T>(method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<T>;
}

/** Signs in on a site as its page does. @param url for instance `http://localhost:41234` */
export async function signInOver(url: string, person: ExamplePerson): Promise<SignedInPerson> {
  const cookies = new Map<string, string>();
  const request = async (address: string, init: RequestInit = {}) => {
    const answer = await fetch(address, {
      ...init,
      redirect: "manual",
      headers: { ...init.headers, cookie: [...cookies].map((pair) => pair.join("=")).join("; ") },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = line.slice(0, line.indexOf(";")).split("=");
      cookies.set(name, value);
    }
    return answer;
  };
  const follow = async (start: string) => {
    let address = start;
    for (;;) {
      const next = (await request(address)).headers.get("location");
      if (next === null || /\/nl(\/|$)/.test(next)) return next ?? address;
      address = new URL(next, url).href;
    }
  };
  const asked = await follow(`${url}/api/v1/sign-in`);
  const chosen = await request(`${url}/api/v1/try-out/choices/${asked.split("/").at(-1)}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ person }),
  });
  await follow(((await chosen.json()) as { location: string }).location);
  const secret = cookies.get("voorsprong");
  if (secret === undefined) throw new Error(`signing in as ${person} gave no session`);
  const session = await (await request(`${url}/api/v1/session`)).json();
  return {
    secret,
    async send<T>(method: string, path: string, body?: unknown) {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          cookie: `voorsprong=${secret}`,
          "x-csrf-token": session.csrfToken,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      expect(answer.ok, `${method} ${path}: ${text}`).toBe(true);
      return (text === "" ? undefined : JSON.parse(text)) as T;
    },
  };
}
