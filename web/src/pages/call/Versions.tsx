/** The versions of a call, and whether each has the fingerprint that the ledger holds. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { hashOf } from "@voorsprong/allocation";
import type { CallVersionList, LedgerPage } from "@voorsprong/server/contract";
import { API, getJson, getText, query } from "../../api/client.js";
import { callVersionsQuery } from "../../api/queries.js";
import { Alert } from "../../components/Alert.js";
import { Button } from "../../components/Button.js";
import { Loaded } from "../../components/Loading.js";
import { Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useCallTexts } from "../../i18n/call.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";

type Version = CallVersionList["items"][number];

/** What the check says of one version. */
interface Verdict {
  readonly version: number;
  readonly verdict: "same" | "other" | "absent";
}

const pathOf = (callId: string, version: number) =>
  `/calls/${encodeURIComponent(callId)}/versions/${version}`;

/** Computes the fingerprint of every version here, and looks for it in the ledger. */
async function checkVersions(callId: string, versions: readonly Version[]): Promise<readonly Verdict[]> {
  const ledger = await getJson<LedgerPage>(`/ledger${query({ subject: callId, pageSize: 500 })}`);
  return Promise.all(
    versions.map(async ({ version }): Promise<Verdict> => {
      const entry = ledger.items.find(
        ({ kind, body }) => /^call\.(opened|amended)$/.test(kind) && body.version === version,
      );
      if (entry === undefined) return { version, verdict: "absent" };
      const hash = hashOf(JSON.parse(await getText(pathOf(callId, version))));
      return { version, verdict: hash === entry.body.hash ? "same" : "other" };
    }),
  );
}

/** Newest first, each with what changed and why. */
export function Versions({ callId }: { callId: string }) {
  const { versions: t } = useCallTexts();
  return (
    <Section title={t.title} intro={t.intro} id="versions">
      <Loaded query={useQuery(callVersionsQuery(callId))}>
        {({ items }) => (
          <>
            <Check callId={callId} versions={items} />
            <ol className="call__versions" reversed>
              {items.toReversed().map((version) => (
                <li key={version.version} className="stack">
                  <VersionText callId={callId} version={version} />
                </li>
              ))}
            </ol>
          </>
        )}
      </Loaded>
      <p>
        <PageLink path="/ledger" search={{ subject: callId }}>
          {t.ledger}
        </PageLink>
      </p>
    </Section>
  );
}

function Check({ callId, versions }: { callId: string; versions: readonly Version[] }) {
  const { versions: t } = useCallTexts();
  const check = useMutation({ mutationFn: () => checkVersions(callId, versions) });
  return (
    <div className="stack screen-only">
      <div>
        <Button busy={check.isPending} onClick={() => check.mutate()}>
          {check.isPending ? t.checking : t.check}
        </Button>
      </div>
      {check.isError && <ProblemAlert error={check.error} />}
      {check.data?.map(({ version, verdict }) => (
        <Alert key={version} kind={verdict === "same" ? "good" : "danger"} live>
          <p>{t[verdict](String(version))}</p>
        </Alert>
      ))}
    </div>
  );
}

function VersionText({ callId, version }: { callId: string; version: Version }) {
  const { versions: t } = useCallTexts();
  const f = useFormat();
  const l = useLocalised();
  const number = version.version;
  return (
    <>
      <h3>{t.version(String(number), f.dateTime(version.publishedAt))}</h3>
      <p>{version.reason === null ? t.first : l(version.reason)}</p>
      {version.differences.length > 0 && (
        <>
          <h4>{t.differences}</h4>
          <ul>
            {version.differences.map((difference) => (
              <li key={difference.path}>{l(difference.text)}</li>
            ))}
          </ul>
        </>
      )}
      <p className="small">
        {t.hash}: <code className="hash">{version.hash}</code>
      </p>
      <p className="small">
        <a href={`${API}${pathOf(callId, number)}`} download={`${callId}-${number}.json`}>
          {t.download}
        </a>
      </p>
    </>
  );
}
