/** Lists of applications for whoever asks. */
import { type Actor, fundsOf } from "@voorsprong/access";
import type { FundContext } from "../context.js";
import { dossierOf } from "./record.js";
import {
  type ApplicationListQuery,
  type ApplicationListRow,
  type ListOwner,
  listApplications,
} from "./store/lists.js";
import type { GrantApplicationPage } from "./views.js";

/** The roles that read every application of a fund. */
const readers = ["fund-manager", "decider", "finance", "auditor", "programme-director"] as const;

function ownerOf(actor: Actor, as: ListOwner["as"]): ListOwner {
  return as === "applicant"
    ? { as, organisations: actor.organisations.map(({ id }) => id) }
    : { as, funds: fundsOf(actor, readers) };
}

/** What a row leaves out, as the detail does: flags are for the fund only, and the whole is not for a partner. */
function hidden(leads: boolean): Partial<ApplicationListRow> {
  return { openFlags: 0, ...(leads ? {} : { requested: 0, theme: null, region: null, size: null }) };
}

/** One page of the applications that somebody may see, as an applicant or for the fund. */
export async function applicationList(
  { store }: FundContext,
  actor: Actor,
  as: ListOwner["as"],
  query: ApplicationListQuery,
): Promise<GrantApplicationPage> {
  const owner = ownerOf(actor, as);
  const { items, total, states } = await listApplications(store.database, owner, query);
  return {
    items: items.map(({ number, callCloses, receivedAt, changedAt, leads, ...row }) => ({
      ...row,
      ...(as === "applicant" && hidden(leads)),
      dossier: dossierOf({ callId: row.callId, number }),
      callCloses: callCloses.toISOString(),
      receivedAt: receivedAt?.toISOString() ?? null,
      changedAt: changedAt.toISOString(),
    })),
    page: query.page,
    pageSize: query.pageSize,
    total,
    states,
  };
}
