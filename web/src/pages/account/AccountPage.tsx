/** Somebody's own page: who they are here, their organisations and roles, their data, their programs. */

import { Button, ButtonLink } from "../../components/Button.js";
import { Loading } from "../../components/Loading.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { useAccessTexts } from "../../i18n/access.js";
import { SignInFirst } from "../../shell/SignInFirst.js";
import { type Person, usePerson } from "../../shell/session.js";
import { useSignOut } from "../../shell/use-sign-out.js";
import { useFundTitles } from "../roles/use-fund-titles.js";
import { LanguageChoice } from "./LanguageChoice.js";
import { MyData } from "./MyData.js";
import { Tokens } from "./Tokens.js";
import "./account.css";

/** The account page. */
export function AccountPage() {
  const person = usePerson();
  if (person === undefined) return <Loading />;
  return person === null ? <SignInFirst /> : <Account person={person} />;
}

function Account({ person }: { person: Person }) {
  const t = useAccessTexts().account;
  const signOut = useSignOut();
  return (
    <Page
      title={t.title}
      intro={<p>{t.intro(person.name)}</p>}
      actions={
        <>
          <Button busy={signOut.isPending} onClick={() => signOut.mutate(false)}>
            {t.signOut}
          </Button>
          <Button purpose="subtle" busy={signOut.isPending} onClick={() => signOut.mutate(true)}>
            {t.signOutEverywhere}
          </Button>
        </>
      }
    >
      <Section title={t.who.title} intro={t.who.intro}>
        <dl className="pairs">
          <dt>{t.who.name}</dt>
          <dd>{person.name}</dd>
          <dt>{t.who.email}</dt>
          <dd>{person.email ?? t.who.noEmail}</dd>
        </dl>
        <LanguageChoice person={person} />
      </Section>
      <Organisations person={person} />
      <Roles person={person} />
      <MyData />
      <Tokens />
    </Page>
  );
}

function Organisations({ person }: { person: Person }) {
  const t = useAccessTexts();
  return (
    <Section title={t.account.organisations.title} id="organisations">
      {person.organisations.length === 0 ? (
        <p>{t.account.organisations.none}</p>
      ) : (
        <ul>
          {person.organisations.map(({ id, name, role }) => (
            <li key={id}>
              <PageLink path={`/organisations/${id}`}>{name}</PageLink> ({t.membership[role]})
            </li>
          ))}
        </ul>
      )}
      <div>
        <ButtonLink path="/organisations/new">{t.account.organisations.add}</ButtonLink>
      </div>
    </Section>
  );
}

function Roles({ person }: { person: Person }) {
  const t = useAccessTexts();
  const titles = useFundTitles();
  return (
    <Section title={t.account.roles.title}>
      {person.roles.length === 0 ? (
        <p>{t.account.roles.none}</p>
      ) : (
        <ul>
          {person.roles.map(({ role, fundId }) => (
            <li key={`${role} ${fundId}`}>
              {t.roles.names[role]}, {fundId === null ? t.roles.allFunds : titles(fundId)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
