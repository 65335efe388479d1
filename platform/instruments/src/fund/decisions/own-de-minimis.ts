/** De minimis aid that this installation granted itself: it counts without being stated (Regulation 2023/2831, Art. 3(2)). */
import type { CallDefinition } from "@voorsprong/call-form";
import type { Queryable } from "@voorsprong/store";
import { grantUnder } from "../applications/check-application.js";
import type { ApplicationDocument } from "../applications/document.js";

/** De minimis aid that an organisation was granted here. */
interface OwnGrant {
  readonly applicationId: string;
  readonly organisationId: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly cents: number;
  readonly dossier: string;
}

/** A document with what its participants were granted here before. */
export type WithOwnGrants = (applicationId: string, document: ApplicationDocument) => ApplicationDocument;

const partiesOf = ({ lead, partners = [] }: ApplicationDocument): readonly (readonly [string, string])[] => [
  ["lead", lead.organisation] as const,
  ...partners.flatMap(({ id, organisation }) =>
    organisation === null || organisation === undefined ? [] : [[id, organisation] as const],
  ),
];

interface Granted {
  readonly applicationId: string;
  readonly document: string;
  readonly definition: CallDefinition;
  readonly appliedAt: Date;
  readonly granted: number;
  readonly date: string;
  readonly dossier: string;
}

/** What each organisation got of one grant as de minimis aid: never more than the grant as it stands. */
function sharesOf({ document, definition, appliedAt, ...grant }: Granted): OwnGrant[] {
  const content = JSON.parse(document) as ApplicationDocument;
  const computed = grantUnder(definition, content, appliedAt);
  if (computed.state !== "grant") return [];
  return partiesOf(content).flatMap(([party, organisationId]) => {
    const cents = computed.grant.cells
      .filter(({ cell }) => cell.rule.id === "de-minimis" && cell.participant.id === party)
      .reduce((sum, cell) => sum + cell.grant, 0);
    if (cents === 0) return [];
    const { applicationId, date, dossier } = grant;
    return [{ applicationId, organisationId, date, dossier, cents: Math.min(cents, grant.granted) }];
  });
}

/**
 * Reads the de minimis grants of the last years to the organisations of these applications.
 *
 * @param example examples count for examples, and what is real for what is real
 * @param documents the applications that are looked at; their own earlier grants do not count against themselves
 */
export async function ownDeMinimis(
  from: Queryable,
  example: boolean,
  documents: readonly ApplicationDocument[],
): Promise<WithOwnGrants> {
  const organisations = [...new Set(documents.flatMap(partiesOf).map(([, id]) => id))];
  const rows = await from.query<Granted>(
    `SELECT g.application_id AS "applicationId", v.document, c.definition, a.received_at AS "appliedAt", g.granted,
       g.granted_on AS date, g.dossier
     FROM grants g JOIN grant_applications a ON a.id = g.application_id JOIN calls c ON c.id = g.call_id
     JOIN grant_application_versions v ON v.application_id = a.id AND v.version = a.version
     WHERE g.example = $2 AND v.document IS NOT NULL AND c.definition->'aid'->'basis' ? 'de-minimis'
       AND (g.organisation_id = ANY($1::text[]) OR EXISTS (
         SELECT 1 FROM grant_application_partners p
         WHERE p.application_id = g.application_id AND p.organisation_id = ANY($1::text[])))
     ORDER BY g.granted_on, g.application_id`,
    [organisations, example],
  );
  const own = rows.flatMap(sharesOf);
  return (applicationId, document) => {
    const parties = { ...document.aid?.parties };
    for (const [party, organisation] of partiesOf(document)) {
      const stated = parties[party]?.deMinimisAid ?? [];
      // What the applicant stated already is not counted twice.
      const isStated = ({ date, cents }: OwnGrant) =>
        stated.some((aid) => aid.date === date && aid.cents === cents);
      const known = own
        .filter((each) => each.organisationId === organisation && each.applicationId !== applicationId)
        .filter((each) => !isStated(each))
        .map(({ date, cents, dossier }) => ({ date, cents, enterprise: dossier }));
      if (known.length > 0) parties[party] = { ...parties[party], deMinimisAid: [...stated, ...known] };
    }
    return { ...document, aid: { ...document.aid, parties } };
  };
}
