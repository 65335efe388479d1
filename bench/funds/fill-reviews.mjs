/** Reviews of a call in bulk: two for each submitted application, all but a few of them submitted. */
import { randomSource } from "@voorsprong/allocation";
import { uuidOf } from "./dossiers.mjs";
import { insertRows } from "./insert-rows.mjs";

const reviewerCount = 300;
const at = "2026-10-20T09:00:00Z";
const reason = "Het plan is uitgewerkt, de kosten passen erbij en het risico is benoemd.";

function reviewsOf(applications, people, random) {
  return applications.flatMap(({ id, score }) => {
    const first = random.below(people.length);
    const second = (first + 1 + random.below(people.length - 1)) % people.length;
    return [first, second].map((k) => {
      // Each reviewer is a little lenient or strict, so that there is something to normalise.
      const points = () =>
        Math.min(10, Math.max(0, Math.round(score / 10 + ((k % 5) - 2) * 0.5 + random.normal())));
      const scores = { quality: points(), impact: points() };
      const done = random.uniform() < 0.97;
      return { id: uuidOf(`review ${id} ${k}`), application: id, person: people[k], scores, done };
    });
  });
}

/** @param own the person of the reviewer who is measured; the others are made */
export async function fillReviews(store, call, rows, own, seed) {
  const random = randomSource(`reviews ${seed}`);
  const made = Array.from({ length: reviewerCount - 1 }, (_, k) => uuidOf(`${seed} reviewer ${k}`));
  const people = [own, ...made];
  const submitted = rows.filter(({ state }) => state === "submitted");
  const reviews = reviewsOf(submitted, people, random);
  const done = reviews.filter((review) => review.done);
  await store.database.transaction(async (tx) => {
    await insertRows(tx, "people", made, {
      id: ["uuid", (person) => person],
      issuer: ["text", () => "https://sign-in.example.org"],
      subject: ["text", (person) => person],
      name: ["text", () => "Voorbeeld beoordelaar"],
      example: ["boolean", () => true],
      created_at: ["timestamptz", () => at],
    });
    await insertRows(tx, "reviewers", [...people.entries()], {
      call_id: ["text", () => call.id],
      person_id: ["uuid", ([, person]) => person],
      alias: ["text", ([k]) => `R${String(k + 1).padStart(4, "0")}`],
      capacity: ["integer", () => 400],
      expertise: ["jsonb", () => "{}"],
      interests: ["text", () => "{}", "text[]"],
      added_by: ["uuid", () => own],
      added_at: ["timestamptz", () => at],
    });
    await insertRows(tx, "reviews", reviews, {
      id: ["uuid", ({ id }) => id],
      call_id: ["text", () => call.id],
      application_id: ["text", ({ application }) => application],
      person_id: ["uuid", ({ person }) => person],
      state: ["text", (review) => (review.done ? "submitted" : "open")],
      origin: ["text", () => "engine"],
      assigned_by: ["uuid", () => own],
      assigned_at: ["timestamptz", () => at],
      due: ["date", () => "2026-11-17"],
      declared_at: ["timestamptz", () => at],
      scores: ["jsonb", ({ scores }) => JSON.stringify(scores)],
      reasons: ["jsonb", () => JSON.stringify({ quality: reason, impact: reason })],
      submitted_at: ["timestamptz", (review) => (review.done ? at : null)],
      application_version: ["integer", (review) => (review.done ? 1 : null)],
      total: [
        "integer",
        (review) => (review.done ? 500 * (review.scores.quality + review.scores.impact) : null),
      ],
    });
    await insertRows(tx, "review_events", done, {
      call_id: ["text", () => call.id],
      application_id: ["text", ({ application }) => application],
      person_id: ["uuid", ({ person }) => person],
      kind: ["text", () => "submitted"],
      by_person: ["uuid", ({ person }) => person],
      at: ["timestamptz", () => at],
    });
  });
  return { own: reviews.filter(({ person }) => person === own), submitted };
}
