/** The agreement: what goes for the recipient, its versions, and requests to change it. */
import type { ChangeView, GrantView } from "@voorsprong/server/contract";
import { useState } from "react";
import { Badge, type BadgeKind } from "../../components/Badge.js";
import { Section } from "../../components/Page.js";
import { Table } from "../../components/Table.js";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { useLocalised } from "../../i18n/texts.js";
import { ActionButton, ActionForm } from "./ActionForm.js";
import { AskChange } from "./AskChange.js";
import { Differences } from "./Differences.js";
import { WordsField } from "./WordsField.js";

/** The section. */
export function AgreementSection({ grant }: { grant: GrantView }) {
  const { agreement: t } = useGrantTexts();
  const f = useFormat();
  const l = useLocalised();
  const { agreement } = grant;
  return (
    <Section title={t.title} id="agreement" intro={t.regimes[agreement.regime]}>
      <Table
        caption={t.participants}
        stacked
        columns={[
          { id: "participant", header: t.columns.participant, cell: (row) => row.name, rowHeader: true },
          { id: "amount", header: t.columns.amount, cell: (row) => f.money(row.cents), numeric: true },
        ]}
        rows={agreement.participants}
        rowKey={(row) => row.id}
      />
      <h3>{t.obligations}</h3>
      <ul>
        {agreement.obligations.map(({ id, text, article }) => (
          <li key={id}>
            {l(text)} <span className="soft small">({article})</span>
          </li>
        ))}
      </ul>
      <h3>{t.changes}</h3>
      {grant.changes.length === 0 ? (
        <p>{t.noChanges}</p>
      ) : (
        <ul className="stack grant-list">
          {grant.changes.map((change) => (
            <Change key={change.id} grant={grant} change={change} />
          ))}
        </ul>
      )}
      {grant.may.includes("apply") &&
        grant.state === "running" &&
        !grant.changes.some(({ state }) => state === "proposed") && <AskChange grant={grant} />}
      <Versions grant={grant} />
    </Section>
  );
}

const kinds: Record<ChangeView["state"], BadgeKind> = {
  proposed: "neutral",
  accepted: "good",
  refused: "danger",
  withdrawn: "neutral",
};

function Change({ grant, change }: { grant: GrantView; change: ChangeView }) {
  const { agreement: t } = useGrantTexts();
  const f = useFormat();
  const open = change.state === "proposed";
  return (
    <li className="card stack">
      <p>
        <Badge kind={kinds[change.state]}>{t.changeStates[change.state]}</Badge>{" "}
        <span className="small soft">{f.date(change.proposedAt)}</span>
      </p>
      <p className="grant-words">{change.reason}</p>
      <Differences differences={change.differences} />
      {change.decision !== null && <p className="grant-words">{change.decision}</p>}
      {open && grant.may.includes("manage") && <Decide applicationId={grant.applicationId} change={change} />}
      {open && grant.may.includes("apply") && (
        <ActionButton
          applicationId={grant.applicationId}
          label={t.withdraw}
          change={{ method: "DELETE", path: `/changes/${change.id}`, done: t.withdrawn }}
        />
      )}
    </li>
  );
}

function Decide({ applicationId, change }: { applicationId: string; change: ChangeView }) {
  const { agreement: t } = useGrantTexts();
  const [words, setWords] = useState("");
  const [wrong, setWrong] = useState(false);
  const decide = (accept: boolean) => () => {
    setWrong(words.trim() === "");
    if (words.trim() === "") return null;
    return {
      path: `/changes/${change.id}/decision`,
      body: { accept, words },
      done: accept ? t.accepted : t.refused,
    };
  };
  return (
    <ActionForm
      applicationId={applicationId}
      title={`${t.accept} / ${t.refuse}`}
      submit={t.accept}
      make={decide(true)}
      others={[{ label: t.refuse, make: decide(false) }]}
    >
      <WordsField label={t.words} value={words} onChange={setWords} wrong={wrong} />
    </ActionForm>
  );
}

function Versions({ grant }: { grant: GrantView }) {
  const { agreement: t } = useGrantTexts();
  const f = useFormat();
  return (
    <details>
      <summary>{t.versions}</summary>
      <ol className="stack grant-list">
        {grant.versions.map(({ version, madeAt, reason, hash, differences }) => (
          <li key={version} className="card stack">
            <p>
              <strong>{t.version(f.number(version))}</strong>, {f.date(madeAt)}: {reason ?? t.first}
            </p>
            <Differences differences={differences} />
            <p className="small soft">
              {t.hash}: <code>{hash}</code>
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
