/** All calls: what is open, what is coming, what is closed; and drafts for who makes them. */
import { useQuery } from "@tanstack/react-query";
import type { CallSummary } from "@voorsprong/server/contract";
import { callsQuery } from "../../api/queries.js";
import { TrialBadge } from "../../components/Badge.js";
import { ButtonLink } from "../../components/Button.js";
import { Loaded } from "../../components/Loading.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { useCallTexts } from "../../i18n/call.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";
import { CallStateBadge } from "./CallStateBadge.js";
import { Countdown } from "./Countdown.js";
import { useFundsManaged } from "./use-makes-calls.js";

/** In the order in which they matter to a reader. */
const GROUPS = ["draft", "open", "coming", "closed", "cancelled"] as const;

/** What closes first comes first, and what closed last. */
function inOrder(state: CallSummary["state"], calls: readonly CallSummary[]): readonly CallSummary[] {
  const by = state === "coming" ? "opens" : "closes";
  const sign = state === "closed" || state === "cancelled" ? -1 : 1;
  return [...calls].sort((one, other) => sign * (Date.parse(one[by]) - Date.parse(other[by])));
}

/** The list of calls. */
export function CallsPage() {
  const { list: t } = useCallTexts();
  const managed = useFundsManaged();
  const makes = managed === null || managed.length > 0;
  return (
    <Page
      title={t.title}
      intro={<p>{t.intro}</p>}
      actions={
        makes ? (
          <ButtonLink purpose="primary" path="/calls/new">
            {t.make}
          </ButtonLink>
        ) : undefined
      }
    >
      <Loaded query={useQuery(callsQuery())}>
        {({ items }) => (
          <>
            {GROUPS.map((state) => (
              <Group key={state} state={state} calls={items.filter((call) => call.state === state)} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Group({ state, calls }: { state: (typeof GROUPS)[number]; calls: readonly CallSummary[] }) {
  const { list: t } = useCallTexts();
  if (calls.length === 0) {
    if (state !== "open" && state !== "coming") return null;
    return (
      <Section title={t.groups[state]}>
        <p>{t.none[state]}</p>
      </Section>
    );
  }
  return (
    <Section title={t.groups[state]}>
      <div className="grid">
        {inOrder(state, calls).map((call) => (
          <Card key={call.id} call={call} />
        ))}
      </div>
    </Section>
  );
}

function Card({ call }: { call: CallSummary }) {
  const f = useFormat();
  const l = useLocalised();
  return (
    <article className="card stack">
      <h3>
        <PageLink path={`/calls/${call.id}`}>{l(call.title)}</PageLink>
      </h3>
      <p className="row">
        <CallStateBadge state={call.state} />
        {call.example && <TrialBadge />}
      </p>
      <p>
        <Countdown call={call} />
      </p>
      {call.budgetCents !== null && (
        <p>
          <strong>{f.moneyShort(call.budgetCents)}</strong>
        </p>
      )}
      <p className="small soft">
        <PageLink path={`/funds/${call.fundId}`}>{l(call.fundTitle)}</PageLink>
      </p>
    </article>
  );
}
