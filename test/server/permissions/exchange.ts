/** Imports into a call, and reports on the register. */
import { exchangeFund, openCall } from "../exchange-fixtures.js";
import { award, openRegisterCalls } from "../register-fixtures.js";
import type { Room } from "./fixture.js";

export const imports: Room = async (server) => {
  await openCall(server.store, "permissions-import");
  const query = "?kind=applications&callId=permissions-import&fileName=list.csv";
  const manager = await server.as("fund-manager");
  const { body } = await manager.send({
    method: "POST",
    url: `/api/v1/exchange/imports${query}`,
    headers: { "content-type": "application/octet-stream" },
    payload: "reference;title;organisation;theme;region;amount:2027\nR1;A;B;research;Drenthe;1\n",
  });
  const owners = { fund: exchangeFund };
  const params = { importId: body.id };
  return {
    "POST /exchange/imports": { owners, query },
    "GET /exchange/imports/:importId": { owners, params },
    "GET /exchange/imports/:importId/rows": { owners, params },
    "GET /exchange/imports/:importId/errors.csv": { owners, params },
    "POST /exchange/imports/:importId/confirmation": { owners, params },
    "DELETE /exchange/imports/:importId": { owners, params },
    "GET /exchange/list.csv": { owners, query },
    "GET /exchange/list.xlsx": { owners, query },
    "GET /exchange/template.csv": { owners, query },
    "GET /exchange/template.xlsx": { owners, query },
  };
};

/** A report on the register. */
export const reports: Room = async (server) => {
  await openRegisterCalls(server.store);
  const subject = await award(server.store, { number: 1, name: "Voorbeeld BV", grant: 1_000_00 });
  const { body } = await server.post("/register/reports", {
    subject,
    reason: "wrong",
    text: "Het bedrag klopt niet.",
  });
  const [kept] = await server.store.database.query<{ id: string }>(
    "SELECT id FROM register_reports WHERE number = $1",
    [body.number],
  );
  return {
    "POST /register/reports/:reportId/answer": {
      owners: { fund: exchangeFund },
      params: { reportId: kept!.id },
      body: { answer: "Het klopt wel." },
    },
  };
};

/** Archives: of a call, and of another installation, which only who manages all funds may keep. */
export const archives: Room = async (server) => {
  await openCall(server.store, "permissions-archive");
  const manager = await server.as("fund-manager");
  const { rawPayload } = await server.app.inject({
    url: "/api/v1/calls/permissions-archive/archive.zip",
    headers: manager.headers,
  });
  const { body } = await manager.send({
    method: "POST",
    url: "/api/v1/exchange/archives",
    headers: { "content-type": "application/octet-stream" },
    payload: rawPayload,
  });
  const params = { hash: body.hash, position: "0" };
  return {
    "GET /calls/:callId/archive.zip": {
      owners: { fund: exchangeFund },
      params: { callId: "permissions-archive" },
    },
    "POST /exchange/archive-checks": { owners: {} },
    "POST /exchange/archives": { owners: {} },
    "GET /exchange/archives": { owners: {} },
    "GET /exchange/archives/:hash/files": { owners: {}, params },
    "GET /exchange/archives/:hash/files/:position": { owners: {}, params },
  };
};
