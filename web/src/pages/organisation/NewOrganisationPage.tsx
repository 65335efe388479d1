/** Finding one's organisation and asking to join it, or making it. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { JoinState, OrganisationDetails, OrganisationView } from "@voorsprong/server/contract";
import { useState } from "react";
import { organisationsQuery } from "../../api/access-queries.js";
import { sendJson } from "../../api/client.js";
import { Alert } from "../../components/Alert.js";
import { Button } from "../../components/Button.js";
import { Field, Input } from "../../components/Field.js";
import { Loaded, Loading } from "../../components/Loading.js";
import { Page, Section } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useAccessTexts } from "../../i18n/access.js";
import { useLanguage } from "../../i18n/language.js";
import { SignInFirst } from "../../shell/SignInFirst.js";
import { usePerson } from "../../shell/session.js";
import { blank, OrganisationForm } from "./OrganisationForm.js";
import "./organisation.css";

/** The page. */
export function NewOrganisationPage() {
  const t = useAccessTexts();
  const person = usePerson();
  const [search, setSearch] = useState("");
  if (person === undefined) return <Loading />;
  if (person === null) return <SignInFirst />;
  return (
    <Page
      title={t.organisation.add.title}
      crumbs={[{ path: "/account", label: t.account.title }]}
      intro={<p>{t.organisation.add.intro}</p>}
    >
      <Section title={t.organisation.add.find}>
        <Field label={t.organisation.add.search} hint={t.organisation.add.searchHint}>
          {(control) => (
            <Input
              {...control}
              type="search"
              value={search}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => setSearch(event.target.value)}
            />
          )}
        </Field>
        {search.trim().length >= 2 && (
          <Found search={search} own={person.organisations.map(({ id }) => id)} />
        )}
      </Section>
      <Section title={t.organisation.add.make} intro={t.organisation.add.makeIntro}>
        <Make />
      </Section>
    </Page>
  );
}

function Found({ search, own }: { search: string; own: readonly string[] }) {
  const t = useAccessTexts().organisation.add;
  const found = useQuery(organisationsQuery(search));
  const queries = useQueryClient();
  const join = useMutation({
    mutationFn: ({ id }: { id: string; name: string }) =>
      sendJson<JoinState>("POST", `/organisations/${id}/membership-requests`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["session"] }),
  });
  return (
    <>
      {join.isSuccess && (
        <Alert kind="good" title={t.asked(join.variables.name)} live>
          <p>{t.askedText}</p>
        </Alert>
      )}
      {join.isError && <ProblemAlert error={join.error} />}
      <Loaded query={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t.none}</p>
          ) : (
            <ul className="choice-list">
              {items.map(({ id, name, kvk, place }) => (
                <li key={id}>
                  <span>
                    <strong>{name}</strong>
                    <span className="small soft">
                      {" "}
                      {[place, kvk && `KvK ${kvk}`].filter((part) => part !== null && part !== "").join(", ")}
                    </span>
                  </span>
                  {own.includes(id) ? (
                    <span className="soft">{t.member}</span>
                  ) : (
                    <Button
                      aria-label={t.joinNamed(name)}
                      busy={join.isPending}
                      onClick={() => join.mutate({ id, name })}
                    >
                      {t.join}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function Make() {
  const t = useAccessTexts().organisation.add;
  const lang = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const make = useMutation({
    mutationFn: (details: OrganisationDetails) =>
      sendJson<OrganisationView>("POST", "/organisations", details),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ["session"] });
      await navigate({ to: "/$lang/organisations/$organisationId", params: { lang, organisationId: id } });
    },
  });
  return (
    <OrganisationForm
      known={blank("")}
      button={t.save}
      busy={make.isPending}
      error={make.error}
      onSave={(details) => make.mutate(details)}
    />
  );
}
