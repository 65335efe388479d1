/** What a check found: the verdict in words, what was proven, and every single check. */
import type { DecisionVerdict, LedgerVerdict, Reason } from "@voorsprong/verifier";
import { useEffect } from "react";
import { Alert } from "../components/Alert.js";
import { Badge } from "../components/Badge.js";
import { Loading } from "../components/Loading.js";
import { ProblemAlert } from "../components/ProblemAlert.js";
import { Table } from "../components/Table.js";
import { type Format, useFormat } from "../i18n/format.js";
import { useLocalised } from "../i18n/texts.js";
import { useVerificationTexts } from "../i18n/verification.js";
import { useAnnounce } from "../shell/Announcer.js";
import type { VerificationState } from "./use-verification.js";
import type { Verification } from "./verify-text.js";

/** A check under way or its result; nothing before one was started. */
export function VerificationReport({ verification }: { verification: VerificationState }) {
  const t = useVerificationTexts();
  const announce = useAnnounce();
  const headline = verification.state === "done" ? headlineOf(verification.result, t) : null;
  useEffect(() => {
    if (verification.state === "busy") announce(t.busy);
    if (headline !== null) announce(headline);
  }, [announce, verification.state, headline, t]);
  switch (verification.state) {
    case "idle":
      return null;
    case "busy":
      return <Loading />;
    case "failed":
      return <ProblemAlert error={verification.error} />;
    case "done":
      return <Result result={verification.result} />;
  }
}

type VerificationTexts = ReturnType<typeof useVerificationTexts>;

function headlineOf(result: Verification, t: VerificationTexts): string {
  if (result.kind === "unreadable") return t.unreadable;
  if (result.kind === "unknown") return t.unknown;
  return (result.valid ? t.valid : t.invalid)[result.kind];
}

function Result({ result }: { result: Verification }) {
  const t = useVerificationTexts();
  const f = useFormat();
  const l = useLocalised();
  const title = headlineOf(result, t);
  if (result.kind === "unreadable") {
    return (
      <Alert kind="danger" title={title}>
        <p>{t.unreadableAt(f.number(result.line), f.number(result.column), l(result.message))}</p>
      </Alert>
    );
  }
  if (result.kind === "unknown") {
    return (
      <Alert kind="danger" title={title}>
        <p>{t.unknownText}</p>
      </Alert>
    );
  }
  return (
    <div className="stack">
      <Alert kind={result.valid ? "good" : "danger"} title={title}>
        {result.valid &&
          (result.kind === "decision" ? <Proven verdict={result} /> : <Chain verdict={result} />)}
        {!result.valid && <FirstFailure reasons={result.reasons} />}
      </Alert>
      <Checks reasons={result.reasons} />
    </div>
  );
}

/** Score units as points. */
function points(format: Format, units: number, scale: number): string {
  return format.number(units / scale, Math.round(Math.log10(scale)));
}

/** What a valid decision proves, never more than it does. */
function Proven({ verdict }: { verdict: DecisionVerdict }) {
  const t = useVerificationTexts();
  const f = useFormat();
  const { level, objective, bound } = verdict;
  const scale = verdict.scoreScale ?? 1;
  const words = () => {
    if (level === null) return t.levels.none;
    if (level === "A") return objective === null ? t.levels.infeasibleA : t.levels.A;
    if (level === "B" && bound !== null && objective !== null) {
      return t.levels.B(points(f, bound - objective, scale));
    }
    return t.levels.C;
  };
  return (
    <>
      <p>{words()}</p>
      {objective !== null && (
        <p>
          {t.objective}: <strong className="number">{points(f, objective, scale)}</strong>
          {bound !== null && (
            <>
              {". "}
              {t.bound}: <strong className="number">{points(f, bound, scale)}</strong>
            </>
          )}
        </p>
      )}
    </>
  );
}

function Chain({ verdict }: { verdict: LedgerVerdict }) {
  const t = useVerificationTexts();
  const f = useFormat();
  return (
    <>
      <p>{t.entries(f.number(verdict.entries))}</p>
      {!verdict.signed && <p>{t.unsigned}</p>}
    </>
  );
}

function FirstFailure({ reasons }: { reasons: readonly Reason[] }) {
  const l = useLocalised();
  const first = reasons.find((reason) => reason.ok === false);
  return first ? <p>{l(first.message)}</p> : null;
}

function Checks({ reasons }: { reasons: readonly Reason[] }) {
  const t = useVerificationTexts();
  const l = useLocalised();
  return (
    <Table
      caption={t.checks}
      stacked
      columns={[
        {
          id: "check",
          header: t.columns.check,
          cell: (reason) => t.names[reason.check] ?? reason.check,
          rowHeader: true,
        },
        {
          id: "result",
          header: t.columns.result,
          cell: ({ ok }) =>
            ok === null ? (
              <Badge>{t.results.skipped}</Badge>
            ) : ok ? (
              <Badge kind="good">✓ {t.results.ok}</Badge>
            ) : (
              <Badge kind="danger">× {t.results.wrong}</Badge>
            ),
        },
        {
          id: "message",
          header: t.columns.message,
          cell: (reason) => (
            <>
              {l(reason.message)}
              {reason.where !== undefined && (
                <>
                  <br />
                  <span className="small soft hash">{t.where(reason.where)}</span>
                </>
              )}
            </>
          ),
        },
      ]}
      rows={reasons}
      rowKey={(reason) => reason.check}
    />
  );
}
