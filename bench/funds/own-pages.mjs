/** What is measured of the product alone, because the peer has nothing like it, and who asks for it. */
import { accessService } from "@voorsprong/access";
import { randomSource } from "@voorsprong/allocation";
import { httpClient, sendJson } from "../lib/http.mjs";
import { signIn } from "./product.mjs";
import { pageSize } from "./questions.mjs";

/** Opens the panel, as a fund manager does while a few reviews are missing. */
export async function openPanel(base, headers, call) {
  const client = httpClient(base, headers);
  const reason = "Een paar beoordelingen komen later.";
  await sendJson(client, "POST", `/api/v1/calls/${call.id}/panel`, { reason });
  client.close();
}

/** Somebody who looks after the organisation with the most applications. */
async function applicantOf(store, rows) {
  const counts = new Map();
  for (const { organisation } of rows) counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
  const [organisation] = [...counts].sort((a, b) => b[1] - a[1])[0];
  const applicant = await signIn(store, "signed-in");
  const access = accessService({ store, settings: { kind: "embedded" } });
  await access.addMember(applicant.personId, organisation, "admin");
  return applicant.headers;
}

/**
 * @param reviewer `{headers, personId}` of the reviewer whose assignments were made
 * @returns `{title, headers, pathOf}` of each page's request
 */
export async function ownPages({ store, call, rows, officer, reviewer, seed }) {
  const random = randomSource(`pages ${seed}`);
  const any = (items) => items[random.below(items.length)];
  const reviewed = await store.database.query(
    "SELECT application_id AS id FROM reviews WHERE person_id = $1 AND call_id = $2 ORDER BY application_id",
    [reviewer.personId, call.id],
  );
  const awarded = await store.database.query(
    "SELECT application_id AS id FROM grants WHERE call_id = $1 ORDER BY application_id",
    [call.id],
  );
  const api = (path) => `/api/v1${path}`;
  const page = (path, pages) => () =>
    `${api(path)}${path.includes("?") ? "&" : "?"}pageSize=${pageSize}&page=${1 + random.below(pages)}`;
  const pages = Math.max(1, Math.floor(rows.length / pageSize / 2));
  const below = `/calls/${call.id}`;
  const register = "/register/awards?example=true";
  const words = ["warmtepompen", "metaal", "lassen", "zorg"];
  const by = (headers, lines) => lines.map(([title, pathOf]) => ({ title, headers, pathOf }));
  return [
    ...by(await applicantOf(store, rows), [
      ["applicant: the own applications", () => api("/applications?as=applicant")],
    ]),
    ...by(reviewer.headers, [
      ["reviewer: the own list", page("/reviews?state=all", 3)],
      ["reviewer: one review", () => api(`/reviews/${any(reviewed).id}`)],
      ["reviewer: its file", () => api(`/reviews/${any(reviewed).id}/file`)],
    ]),
    ...by(officer.headers, [
      ["assignments", page(`${below}/assignments`, pages)],
      ["assignments: lacking a reviewer", page(`${below}/assignments?filter=lacking`, 1)],
      ["assignments: search", () => api(`${below}/assignments?search=${any(words)}`)],
      ["progress of reviews", () => api(`${below}/review-progress`)],
      ["panel in figures", () => api(`${below}/panel`)],
      ["panel, by rank", page(`${below}/panel/applications?sort=rank`, pages)],
      ["panel, by spread", page(`${below}/panel/applications?sort=-range`, pages)],
      ["panel: search", () => api(`${below}/panel/applications?search=${any(words)}`)],
      ["panel: one application", () => api(`/applications/${any(reviewed).id}/consensus`)],
    ]),
    ...by({}, [
      ["register: calls", () => api("/register/calls")],
      ["register: awards", page(register, Math.max(1, Math.floor(awarded.length / pageSize)))],
      ["register: awards by amount", page(`${register}&sort=-granted`, 10)],
      [
        "register: filter theme and region",
        () => api(`${register}&theme=${any(rows).theme}&region=${any(rows).region}`),
      ],
      ["register: search", () => api(`${register}&search=${any(words)}`)],
      ["register: figures", () => api("/register/figures?example=true")],
      ["register: one award", () => api(`/register/awards/${any(awarded).id}`)],
    ]),
  ];
}
