/** The product's own import of applications from CSV: upload, preview, confirmation. */
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { httpClient, readJson, sendJson } from "../lib/http.mjs";
import { openCall } from "./fill-product.mjs";

const columns = {
  reference: ({ dossier }) => dossier,
  title: ({ title }) => title,
  organisation: ({ organisationName }) => organisationName,
  kind: () => "company",
  size: ({ size }) => size,
  theme: ({ theme }) => theme,
  region: ({ region }) => region,
  received: ({ received }) => received,
  "amount:2027": ({ requested }) => (requested / 100).toFixed(2).replace(".", ","),
};

const csvOf = (rows) =>
  [
    Object.keys(columns).join(";"),
    ...rows.map((row) =>
      Object.values(columns)
        .map((of) => of(row))
        .join(";"),
    ),
  ].join("\n");

/**
 * Imports the applications into another call of the same form.
 * @returns seconds until the preview is there, from its confirmation until all is written, and of the processor
 */
export async function importIntoProduct({ store, base, headers, server, call, rows }) {
  await store.database.transaction((tx) => openCall(store, tx, call));
  const client = httpClient(base, headers);
  const until = async (id, state) => {
    for (;;) {
      const view = await sendJson(client, "GET", `/api/v1/exchange/imports/${id}`);
      if (view.state === state) return;
      if (["refused", "failed"].includes(view.state))
        throw new Error(`the import ended: ${JSON.stringify(view)}`);
      await pause(50);
    }
  };
  const path = `/api/v1/exchange/imports?kind=applications&callId=${call.id}&fileName=applications.csv`;
  const csv = csvOf(rows);
  const before = server.processorSeconds();
  const begin = performance.now();
  const sent = await client.send("POST", path, csv, { "content-type": "application/octet-stream" });
  const { id } = readJson("upload", sent);
  await until(id, "ready");
  const shown = performance.now();
  await sendJson(client, "POST", `/api/v1/exchange/imports/${id}/confirmation`);
  await until(id, "done");
  const written = performance.now();
  const processor = server.processorSeconds() - before;
  client.close();
  await store.database.exec("VACUUM ANALYZE");
  return { preview: (shown - begin) / 1000, write: (written - shown) / 1000, processor };
}
