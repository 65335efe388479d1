import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiProblem, ApiUnreachable, getJson, query, sendJson } from "../src/api/client.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Answers every request with this. */
function answer(body: string, status: number, type: string) {
  const fetch = vi.fn(async () => new Response(body, { status, headers: { "content-type": type } }));
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

describe("the API client", () => {
  it("reads JSON below the base path", async () => {
    const fetch = answer('{"id": "voorsprong"}', 200, "application/json");
    expect(await getJson("/accord")).toEqual({ id: "voorsprong" });
    expect(fetch).toHaveBeenCalledWith("/api/v1/accord", { headers: { accept: "application/json" } });
  });

  it("sends JSON", async () => {
    const fetch = answer("{}", 202, "application/json");
    await sendJson("POST", "/example-rounds", { seed: 1 });
    expect(fetch).toHaveBeenCalledWith("/api/v1/example-rounds", {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/json" },
      body: '{"seed":1}',
    });
  });

  it("throws the problem document of a refusal", async () => {
    const problem = { type: "about:blank", title: "Niet gevonden", status: 404, detail: "Geen fonds." };
    answer(JSON.stringify(problem), 404, "application/problem+json; charset=utf-8");
    await expect(getJson("/funds/none")).rejects.toMatchObject({ name: "ApiProblem", problem });
  });

  it("makes a problem of a refusal that has none", async () => {
    answer("<h1>Bad gateway</h1>", 502, "text/html");
    const failure = await getJson("/accord").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiProblem);
    expect((failure as ApiProblem).problem.status).toBe(502);
  });

  it("tells an unreachable server from a request that was given up", async () => {
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("Failed to fetch");
    });
    await expect(getJson("/accord")).rejects.toBeInstanceOf(ApiUnreachable);
    vi.stubGlobal("fetch", async () => {
      throw new DOMException("given up", "AbortError");
    });
    await expect(getJson("/accord")).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("query strings", () => {
  it("leave out what is absent and repeat lists", () => {
    expect(query({ page: 2, search: "", fundId: undefined, tag: ["region:Groningen", "a&b"] })).toBe(
      "?page=2&tag=region%3AGroningen&tag=a%26b",
    );
    expect(query({})).toBe("");
  });
});
