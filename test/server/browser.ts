/** A browser without pages: keeps cookies and follows redirects, one server injected. */
import type { FastifyInstance } from "fastify";
import type { Answer } from "./client.js";

/** What a browser does. */
export interface Browser {
  /** Goes somewhere and follows where it is sent, at most ten times; gives the last answer and its path. */
  go(path: string): Promise<Answer & { readonly path: string }>;
  /** One request with the cookies, nothing followed. */
  send(
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  readonly cookies: Map<string, { readonly value: string; readonly path: string; readonly raw: string }>;
}

/** @param host the name the site is visited at */
export function browserOn(app: FastifyInstance, host = "localhost"): Browser {
  const cookies: Browser["cookies"] = new Map();
  const send: Browser["send"] = async (method, path, body, headers = {}) => {
    const cookie = [...cookies]
      .filter(([, kept]) => path.startsWith(kept.path))
      .map(([name, kept]) => `${name}=${kept.value}`)
      .join("; ");
    const answer = await app.inject({
      method,
      url: path,
      headers: { host, ...(cookie === "" ? {} : { cookie }), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    for (const raw of [answer.headers["set-cookie"] ?? []].flat()) {
      const [pair = "", ...attributes] = raw.split("; ");
      const [name = "", value = ""] = pair.split("=");
      const attribute = (wanted: string) =>
        attributes.find((each) => each.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
      const expires = attribute("expires");
      if (value === "" || (expires !== undefined && Date.parse(expires) <= Date.now())) cookies.delete(name);
      else cookies.set(name, { value, path: attribute("path") ?? "/", raw });
    }
    const isJson = /json/.test(String(answer.headers["content-type"]));
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      body: isJson && answer.body !== "" ? JSON.parse(answer.body) : undefined,
    };
  };
  return {
    cookies,
    send,
    async go(start) {
      let path = start;
      for (let turn = 0; turn < 10; turn++) {
        const answer = await send("GET", path);
        if (![301, 302, 303, 307].includes(answer.status)) return { ...answer, path };
        const next = new URL(String(answer.headers.location), `http://${host}`);
        path = next.pathname + next.search;
      }
      throw new Error(`sent round and round, last to ${path}`);
    },
  };
}

/** Signs in as an example person, as the pages do. Gives the path of the page it ends at. */
export async function signInAs(browser: Browser, person: string, returnTo = "/nl"): Promise<string> {
  const asked = await browser.go(`/api/v1/sign-in?return=${encodeURIComponent(returnTo)}`);
  const uid = asked.path.split("/").at(-1)!;
  const { body: session } = await browser.send("GET", "/api/v1/session");
  const chosen = await browser.send(
    "POST",
    `/api/v1/try-out/choices/${uid}`,
    { person },
    session.csrfToken === null ? {} : { "x-csrf-token": session.csrfToken },
  );
  if (chosen.status !== 200) throw new Error(chosen.text);
  const { pathname, search } = new URL(chosen.body.location, "http://localhost");
  return (await browser.go(pathname + search)).path;
}
