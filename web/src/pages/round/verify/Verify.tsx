import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { RoundView } from "@voorsprong/server/contract";
import { API } from "../../../api/client.js";
import { decisionSummaryQuery } from "../../../api/queries.js";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { Section } from "../../../components/Page.js";
import { PageLink } from "../../../components/PageLink.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useVerification } from "../../../verification/use-verification.js";
import { VerificationReport } from "../../../verification/VerificationReport.js";
import { decisionTextQuery } from "../decision-document.js";
import { NotDecided } from "../NotDecided.js";
import type { RoundContext } from "../units.js";

/** Checks the decision in the reader's own browser, and says how to do it elsewhere. */
export function Verify({ round }: RoundContext) {
  const t = useRoundTexts();
  const queries = useQueryClient();
  const [verification, verify] = useVerification();
  if (round.state !== "decided") return <NotDecided round={round} />;
  const busy = verification.state === "busy";
  return (
    <>
      <Section title={t.verify.heading} intro={t.verify.intro}>
        <div className="row screen-only">
          <Button
            purpose="primary"
            busy={busy}
            onClick={() => verify(queries.fetchQuery(decisionTextQuery(round.id)))}
          >
            {busy ? t.verify.running : t.verify.start}
          </Button>
        </div>
        <VerificationReport verification={verification} />
        {verification.state === "done" && verification.result.kind === "decision" && (
          <LedgerHash round={round} hash={verification.result.hash} />
        )}
      </Section>
      <Elsewhere round={round} />
    </>
  );
}

/** Whether the document that was checked is the one the ledger names. */
function LedgerHash({ round, hash }: { round: RoundView; hash: string | null }) {
  const t = useRoundTexts();
  const summary = useQuery(decisionSummaryQuery(round.id)).data;
  if (hash === null || summary === undefined) return null;
  const same = hash === summary.hash;
  return (
    <Alert kind={same ? "good" : "danger"}>
      <p>
        {same ? t.verify.sameHash(String(summary.ledgerSeq)) : t.verify.otherHash(String(summary.ledgerSeq))}{" "}
        <PageLink path="/ledger">{t.verify.ledger}</PageLink>
      </p>
      <p className="small">
        <code className="hash" data-hash>
          {hash}
        </code>
      </p>
    </Alert>
  );
}

/** The same check without this site. */
function Elsewhere({ round }: { round: RoundView }) {
  const t = useRoundTexts();
  const file = `${round.id}-decision.json`;
  return (
    <Section title={t.verify.elsewhere} intro={t.verify.elsewhereText}>
      <p>
        <a href={`${API}/rounds/${encodeURIComponent(round.id)}/decision`} download={file}>
          {t.verify.download}
        </a>
      </p>
      <pre>
        <code>npx voorsprong verify {file}</code>
      </pre>
      <p>
        <PageLink path="/verify">{t.verify.page}</PageLink>
      </p>
    </Section>
  );
}
