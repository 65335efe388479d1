/** The embedded sign-in: which of the example people are you? */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ExampleChoice } from "@voorsprong/server/contract";
import { examplePeopleQuery } from "../../api/access-queries.js";
import { forgetCsrfToken, sendJson } from "../../api/client.js";
import { Alert } from "../../components/Alert.js";
import { Loaded } from "../../components/Loading.js";
import { Page } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useAccessTexts } from "../../i18n/access.js";
import { useLocalised } from "../../i18n/texts.js";
import "./TryOutPage.css";

/** Lists the example people as buttons; choosing one goes on with signing in. */
export function TryOutPage() {
  const t = useAccessTexts().tryOut;
  const { uid } = useParams({ from: "/$lang/try-out/$uid" });
  const people = useQuery(examplePeopleQuery());
  const localised = useLocalised();
  const choose = useMutation({
    mutationFn: (person: string) =>
      sendJson<ExampleChoice>("POST", `/try-out/choices/${encodeURIComponent(uid)}`, { person }),
    onSuccess: ({ location }) => {
      forgetCsrfToken();
      window.location.assign(location);
    },
  });
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <Alert kind="info" title={t.exampleTitle}>
        <p>{t.example}</p>
      </Alert>
      {choose.isError && <ProblemAlert error={choose.error} />}
      <Loaded query={people}>
        {({ items }) => (
          <ul className="try-out">
            {items.map(({ id, name, task, organisation }) => (
              <li key={id}>
                <button
                  type="button"
                  className="try-out__person"
                  aria-disabled={choose.isPending || undefined}
                  onClick={() => !choose.isPending && choose.mutate(id)}
                >
                  <span className="try-out__name">{localised(name)}</span>
                  <span>{localised(task)}</span>
                  {organisation !== null && <span className="soft small">{organisation}</span>}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  );
}
