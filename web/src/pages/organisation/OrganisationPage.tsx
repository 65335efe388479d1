/** An organisation: what is known of it, who belongs to it, who asks to. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { OrganisationDetails, OrganisationView } from "@voorsprong/server/contract";
import { organisationQuery } from "../../api/access-queries.js";
import { sendJson } from "../../api/client.js";
import { ExampleBadge } from "../../components/Badge.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page, Section } from "../../components/Page.js";
import { useAccessTexts } from "../../i18n/access.js";
import { useAnnounce } from "../../shell/Announcer.js";
import { type Person, usePerson } from "../../shell/session.js";
import { Members } from "./Members.js";
import { OrganisationForm } from "./OrganisationForm.js";
import "../account/account.css";
import "./organisation.css";

/** The page of an organisation. */
export function OrganisationPage() {
  const { organisationId } = useParams({ from: "/$lang/organisations/$organisationId" });
  const organisation = useQuery(organisationQuery(organisationId));
  const person = usePerson();
  return (
    <LoadedPage query={organisation}>
      {(view) => <Organisation key={view.id} view={view} person={person ?? null} />}
    </LoadedPage>
  );
}

function Organisation({ view, person }: { view: OrganisationView; person: Person | null }) {
  const t = useAccessTexts();
  const role = person?.organisations.find(({ id }) => id === view.id)?.role;
  return (
    <Page
      title={view.name}
      crumbs={[{ path: "/account", label: t.account.title }]}
      marks={view.example && <ExampleBadge />}
      intro={<p>{t.organisation.intro[role ?? "none"]}</p>}
    >
      {view.members !== null && (
        <Members view={view} members={view.members} isAdmin={role === "admin"} self={person?.id ?? ""} />
      )}
      <Section title={t.organisation.details}>
        {role === "admin" ? <Details view={view} /> : <Known view={view} />}
      </Section>
    </Page>
  );
}

function Details({ view }: { view: OrganisationView }) {
  const t = useAccessTexts().organisation;
  const queries = useQueryClient();
  const announce = useAnnounce();
  const save = useMutation({
    mutationFn: (details: OrganisationDetails) =>
      sendJson<OrganisationView>("PUT", `/organisations/${view.id}`, details),
    onSuccess: async () => {
      await queries.invalidateQueries();
      announce(t.saved);
    },
  });
  const { name, kind, kvk, region, size, postcode, place, country, sector, employees, website } = view;
  return (
    <OrganisationForm
      known={{ name, kind, kvk, region, size, postcode, place, country, sector, employees, website }}
      fixedNumber={view.kvkConfirmed}
      button={t.save}
      busy={save.isPending}
      error={save.error}
      onSave={(details) => save.mutate(details)}
    />
  );
}

function Known({ view }: { view: OrganisationView }) {
  const t = useAccessTexts().organisation;
  const known: readonly (readonly [string, string | null])[] = [
    [t.fields.kind, t.kinds[view.kind]],
    [t.fields.kvk, view.kvk],
    [t.fields.postcode, view.postcode],
    [t.fields.place, view.place],
    [t.fields.employees, view.employees?.toString() ?? null],
    [t.fields.website, view.website],
  ];
  return (
    <dl className="pairs">
      {known.map(([label, value]) => (
        <div key={label} className="pairs__pair">
          <dt>{label}</dt>
          <dd>{value ?? t.unknown}</dd>
        </div>
      ))}
    </dl>
  );
}
