/** The part of an application that one partner sees and confirms. */
import { hashOf } from "@voorsprong/allocation";
import type { ApplicationDocument } from "./document.js";

/**
 * What concerns one partner: who it is, what it does and costs, the work packages it works in, and what it states. Not
 * the money and statements of others.
 */
export function partOf(document: ApplicationDocument, partner: string): ApplicationDocument | null {
  const own = (document.partners ?? []).filter(({ id }) => id === partner);
  if (own.length === 0) return null;
  const costs = (document.costs ?? []).filter((line) => line.partner === partner);
  const packages = new Set(costs.map(({ workPackage }) => workPackage));
  const stated = document.aid?.parties?.[partner];
  const { format, call, callVersion, title, summary, project } = document;
  const { organisation, name, kind, kvk, country } = document.lead;
  return {
    format,
    call,
    callVersion,
    ...(title === undefined ? {} : { title }),
    ...(summary === undefined ? {} : { summary }),
    ...(project === undefined ? {} : { project }),
    lead: { organisation, name, kind, kvk, country },
    partners: own,
    costs,
    workPackages: (document.workPackages ?? []).filter(({ id }) => packages.has(id)),
    funding: (document.funding ?? []).filter((line) => line.partner === partner),
    aid: stated === undefined ? {} : { parties: { [partner]: stated } },
  };
}

/**
 * What a partner's confirmation holds for: its role, costs, packages, money and statements. Title and summary may still
 * be polished without asking every partner again.
 */
export function partHash(document: ApplicationDocument, partner: string): string | null {
  const part = partOf(document, partner);
  if (part === null) return null;
  const { partners, costs, workPackages, funding, aid } = part;
  return hashOf({ partners, costs, workPackages, funding, aid });
}
