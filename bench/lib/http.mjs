/** Times requests to a server over one kept connection per client. */
import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";

/**
 * A client of a server.
 * @param headers go with every request
 * @returns `{send(method, path, body?, headers?), get(path), close()}`; both give `{status, text, headers, milliseconds}`
 */
export function httpClient(base, headers = {}) {
  const agent = new Agent({ keepAlive: true });
  const send = (method, path, body, more = {}) =>
    new Promise((resolve, reject) => {
      const begin = performance.now();
      const sent = request(
        new URL(path, base),
        { agent, method, headers: { ...headers, ...more } },
        (answer) => {
          const chunks = [];
          answer.on("data", (chunk) => chunks.push(chunk));
          answer.on("error", reject);
          answer.on("end", () =>
            resolve({
              status: answer.statusCode,
              headers: answer.headers,
              text: Buffer.concat(chunks).toString("utf8"),
              milliseconds: performance.now() - begin,
            }),
          );
        },
      );
      sent.on("error", reject);
      sent.end(body);
    });
  return { send, get: (path) => send("GET", path), close: () => agent.destroy() };
}

/** Sends JSON and reads JSON. @throws Error with the answer when it is no success */
export async function sendJson(client, method, path, value) {
  const headers = value === undefined ? {} : { "content-type": "application/json" };
  const body = value === undefined ? undefined : JSON.stringify(value);
  return readJson(`${method} ${path}`, await client.send(method, path, body, headers));
}

/** The JSON of an answer. @throws Error with the answer when it is no success */
export function readJson(what, { status, text }) {
  if (status >= 300) throw new Error(`${what}: ${status} ${text.slice(0, 500)}`);
  return text === "" ? null : JSON.parse(text);
}

/** Waits until a server answers on a path. @throws Error after `seconds`, or when its process has ended */
export async function untilReady(base, path, child, seconds = 60) {
  const end = performance.now() + seconds * 1000;
  const client = httpClient(base);
  try {
    while (performance.now() < end) {
      if (child.exitCode !== null) throw new Error(`the server ended with exit code ${child.exitCode}`);
      const answer = await client.get(path).catch(() => null);
      if (answer?.status === 200) return;
      await new Promise((done) => setTimeout(done, 100));
    }
  } finally {
    client.close();
  }
  throw new Error(`no answer from ${base}${path} in ${seconds} s`);
}

/** The middle and the slow end of some times, in milliseconds. */
export function quantiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { median: at(0.5), p95: at(0.95) };
}

/**
 * Asks one thing after another of each of several servers in turn, so that other work on the machine meets all alike.
 * @param asked `{client, pathOf}` per server; `pathOf(k)` is the path of request `k`
 * @param warmUp requests to each that are not counted
 * @returns `{median, p95, bytes}` per server: milliseconds, and the bytes of its last answer
 * @throws Error when an answer is no success
 */
export async function timeRequests(asked, { count, warmUp = 10 }) {
  const times = asked.map(() => []);
  const bytes = asked.map(() => 0);
  for (let k = 0; k < warmUp + count; k += 1)
    for (const [n, { client, pathOf }] of asked.entries()) {
      const path = pathOf(k);
      const answer = await client.get(path);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
      bytes[n] = Buffer.byteLength(answer.text);
      if (k >= warmUp) times[n].push(answer.milliseconds);
    }
  return asked.map((_, n) => ({ ...quantiles(times[n]), bytes: bytes[n] }));
}

/** Requests per second of `connections` clients that each ask again as soon as they have their answer. */
export async function throughput(makeClient, pathOf, { connections, seconds }) {
  const end = performance.now() + seconds * 1000;
  const counts = await Promise.all(
    Array.from({ length: connections }, async (_, n) => {
      const client = makeClient();
      let count = 0;
      while (performance.now() < end) {
        const { status } = await client.get(pathOf(count * connections + n));
        if (status !== 200) throw new Error(`${pathOf(count)}: ${status}`);
        count += 1;
      }
      client.close();
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}
