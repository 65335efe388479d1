/** Lists out as files. */
import { Readable } from "node:stream";
import { anyFund, type Scope } from "@voorsprong/access";
import { Refusal } from "../../../kernel/refusal.js";
import { getCall } from "../../calls/read-calls.js";
import type { FundContext } from "../../context.js";
import { organisationColumns } from "../imports/organisations.js";
import type { ImportTarget } from "../imports/service.js";
import { writeCsv, writeXlsx } from "../table/index.js";
import { applicationsList, organisationsList } from "./lists.js";

/** What can be asked of exports. */
export interface ExportService {
  /** A list as a stream of the file. @throws Refusal when there is no such call */
  list(target: ImportTarget, format: "csv" | "xlsx"): Promise<Readable>;
  /** What a list belongs to; null when there is no such call. */
  scope(target: ImportTarget): Promise<Scope | null>;
}

/** Makes the service. */
export function exportService({ programme, store, now }: FundContext): ExportService {
  const { database } = store;
  return {
    async list({ kind, callId }, format) {
      const call = callId === null ? null : await getCall(database, callId, now());
      if (kind === "applications" && call === null)
        throw new Refusal("not-found", `There is no call ${callId}.`);
      const { header, batches } =
        call === null
          ? organisationsList(database, organisationColumns(programme))
          : applicationsList(database, call);
      return format === "csv" ? Readable.from(writeCsv(header, batches)) : writeXlsx(kind, header, batches);
    },
    async scope({ kind, callId }) {
      if (kind === "organisations") return { fundId: anyFund };
      const call = callId === null ? null : await getCall(database, callId, now());
      return call === null ? null : { fundId: call.fundId };
    },
  };
}
