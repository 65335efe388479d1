/** An application as somebody may see it. */
import type { Actor } from "@voorsprong/access";
import type { ApplicationGrant } from "@voorsprong/state-aid";
import { type FundContext, requireFund } from "../context.js";
import { type ApplicationChecks, checkApplication, grantUnder } from "./check-application.js";
import type { ApplicationDocument } from "./document.js";
import { partHash, partOf } from "./partner-part.js";
import { getSubmitted, isDecided } from "./read-applications.js";
import { type Dossier, requireDossier, type Standing, standingOf } from "./read-one.js";
import { dossierOf } from "./record.js";
import { listAttachments } from "./store/attachments.js";
import { listCorrections } from "./store/corrections.js";
import { listFlags } from "./store/flags.js";
import { listPartners, type PartnerRow } from "./store/partners.js";
import { listVersions } from "./store/versions.js";
import { correctionEnd } from "./submit-application.js";
import type { ApplicationAid, ApplicationChecksView, GrantApplicationView } from "./views.js";

const moment = (at: Date | null) => at?.toISOString() ?? null;

/** The document that somebody may see; the salt stays with the version's own text. */
async function documentFor(
  { store }: FundContext,
  dossier: Dossier,
  standing: Standing,
): Promise<ApplicationDocument | null> {
  const inHand = dossier.state === "draft" || dossier.state === "returned";
  if (standing.as === "lead" && inHand) return withoutSalt(dossier.document);
  if (standing.as === "partner") {
    const parts = standing.partners
      .map((partner) => partOf(dossier.document, partner))
      .filter((part) => part !== null);
    return parts.length === 0 ? null : parts.reduce(joined);
  }
  const submitted = await getSubmitted(store.database, dossier.id);
  if (submitted === null || submitted.document === null) return null;
  return withoutSalt(JSON.parse(submitted.document) as ApplicationDocument);
}

function withoutSalt(document: ApplicationDocument & { readonly salt?: string }): ApplicationDocument {
  const { salt: _, ...rest } = document;
  return rest;
}

/** Two parts of one application, for an organisation that is two partners. */
function joined(one: ApplicationDocument, other: ApplicationDocument): ApplicationDocument {
  const packages = [...(one.workPackages ?? []), ...(other.workPackages ?? [])];
  return {
    ...one,
    partners: [...(one.partners ?? []), ...(other.partners ?? [])],
    costs: [...(one.costs ?? []), ...(other.costs ?? [])],
    funding: [...(one.funding ?? []), ...(other.funding ?? [])],
    workPackages: packages.filter(({ id }, at) => packages.findIndex((each) => each.id === id) === at),
    aid: { parties: { ...one.aid?.parties, ...other.aid?.parties } },
  };
}

function capabilities(
  dossier: Dossier & { readonly decided: boolean },
  standing: Standing,
  partners: readonly PartnerRow[],
  now: Date,
) {
  const { state, version, call, decided } = dossier;
  const inHand = state === "draft" || state === "returned";
  const asLead = standing.as === "lead";
  return {
    write: asLead && inHand,
    submit: asLead && (state === "returned" || (state === "draft" && now >= call.opens && now < call.closes)),
    withdraw: asLead && !decided && (state === "submitted" || state === "returned"),
    discard: asLead && version === 0,
    confirm:
      standing.as === "partner" &&
      inHand &&
      partners.some((each) => standing.partners.includes(each.partner) && each.state === "invited"),
    correct: standing.as === "fund" && !decided && state === "submitted",
  };
}

/** One application for one person. @throws Refusal when it does not exist for them */
export async function viewApplication(
  context: FundContext,
  id: string,
  actor: Actor,
): Promise<GrantApplicationView> {
  const { store } = context;
  const now = context.now();
  const dossier = await requireDossier(store.database, id, now);
  const all = await listPartners(store.database, id);
  const standing = standingOf(actor, dossier, all);
  const asPartner = standing.as === "partner";
  const partners = asPartner ? all.filter(({ partner }) => standing.partners.includes(partner)) : all;
  const [document, attachments, versions, corrections, flags] = [
    await documentFor(context, dossier, standing),
    asPartner ? [] : await listAttachments(store.database, id),
    asPartner ? [] : await listVersions(store.database, id),
    asPartner ? [] : await listCorrections(store.database, id),
    standing.as === "fund" ? await listFlags(store.database, id) : [],
  ];
  const { call } = dossier;
  return {
    id,
    dossier: dossierOf(dossier),
    state: dossier.state,
    as: standing.as,
    ownPartners: standing.as === "partner" ? [...standing.partners] : [],
    revision: dossier.revision,
    version: dossier.version,
    call: {
      id: call.id,
      fundId: call.fundId,
      title: call.title,
      state: call.state,
      version: call.version,
      opens: call.opens.toISOString(),
      closes: call.closes.toISOString(),
    },
    organisation: { id: dossier.organisationId, name: dossier.document.lead.name },
    document,
    requested: asPartner ? 0 : dossier.requested,
    partners: partners.map(({ answeredAt, ...each }) => ({
      ...each,
      answeredAt: moment(answeredAt),
      part: partHash(dossier.document, each.partner),
    })),
    attachments: attachments.map(({ uploadedAt, ...each }) => ({
      ...each,
      uploadedAt: uploadedAt.toISOString(),
    })),
    versions: versions.map(({ submittedAt, ledgerSeq, ...each }) => ({
      ...each,
      submittedAt: submittedAt.toISOString(),
      ledgerEntry: ledgerSeq,
    })),
    corrections: corrections.map(({ askedAt, endedAt, ...each }) => ({
      ...each,
      end: correctionEnd(each.due).toISOString(),
      askedAt: askedAt.toISOString(),
      endedAt: moment(endedAt),
    })),
    flags: flags.map(({ raisedAt, resolvedAt, ...each }) => ({
      ...each,
      raisedAt: raisedAt.toISOString(),
      resolvedAt: moment(resolvedAt),
    })),
    receivedAt: moment(dossier.receivedAt),
    completeAt: moment(dossier.completeAt),
    changedAt: dossier.changedAt.toISOString(),
    can: capabilities({ ...dossier, decided: await isDecided(store.database, id) }, standing, all, now),
  };
}

/** A computed grant as the API gives it. */
export function aidView(found: ApplicationGrant): ApplicationAid {
  if (found.state !== "grant")
    return {
      state: found.state,
      text: found.text,
      rules: null,
      eligible: null,
      maximum: null,
      grant: null,
      participants: [],
      lines: [],
      findings: [],
      assumptions: [],
    };
  const { standing, eligible, maximum, grant, participants, lines, findings, assumptions } = found.grant;
  const sizes = found.sizes.flatMap(({ party, test }) =>
    (test?.lines ?? []).map((line) => ({ ...line, participant: line.participant ?? party })),
  );
  return {
    state: "grant",
    text: null,
    rules: standing?.text ?? null,
    eligible,
    maximum,
    grant,
    participants: [...participants],
    lines: [...sizes, ...lines],
    findings: [...findings],
    assumptions: [...found.sizes.flatMap(({ test }) => test?.assumptions ?? []), ...assumptions],
  };
}

function checksView({
  complete,
  missing,
  answers,
  eligibility,
  grant,
  warnings,
}: ApplicationChecks): ApplicationChecksView {
  return {
    complete,
    missing: [...missing],
    answers: [...answers],
    eligibility: {
      state: eligibility.state,
      rules: eligibility.rules.map(({ rule, state, reason }) => ({ rule, state, reason })),
    },
    aid: aidView(grant),
    warnings: [...warnings],
  };
}

/** Checks the draft as it is kept. */
export async function checksOf(context: FundContext, id: string): Promise<ApplicationChecksView> {
  const now = context.now();
  const dossier = await requireDossier(context.store.database, id, now);
  const partners = await listPartners(context.store.database, id);
  const fund = requireFund(context, dossier.call.fundId);
  return checksView(checkApplication(fund, dossier.definition, dossier.document, partners, now));
}

/** The grant on what was last submitted for the fund, on the draft for the lead. */
export async function aidOf(context: FundContext, id: string, actor: Actor): Promise<ApplicationAid> {
  const { store } = context;
  const now = context.now();
  const dossier = await requireDossier(store.database, id, now);
  const standing = standingOf(actor, dossier, await listPartners(store.database, id));
  const document = await documentFor(context, dossier, standing);
  return aidView(grantUnder(dossier.definition, document ?? dossier.document, dossier.completeAt ?? now));
}
