/** Checks a decision or a ledger that the reader has as a file, in the reader's own browser. */
import { useState } from "react";
import { FileDrop } from "../../components/FileDrop.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { useVerificationTexts } from "../../i18n/verification.js";
import { useVerification } from "../../verification/use-verification.js";
import { VerificationReport } from "../../verification/VerificationReport.js";

/** The verify page. */
export function VerifyPage() {
  const t = useVerificationTexts();
  const [verification, verify] = useVerification();
  const [name, setName] = useState<string | null>(null);
  return (
    <Page title={t.page.title} intro={<p>{t.page.intro}</p>}>
      <div className="stack stack--wide">
        <FileDrop
          label={t.page.field}
          hint={t.page.hint}
          accept=".json,application/json"
          onFile={(file) => {
            setName(file.name);
            verify(file.text());
          }}
        />
        {name !== null && (
          <section className="stack" aria-labelledby="checked">
            <h2 id="checked">{t.page.checked(name)}</h2>
            <VerificationReport verification={verification} />
            {verification.state === "done" &&
              verification.result.kind === "decision" &&
              verification.result.valid && (
                <p>
                  {t.notChecked} <PageLink path="/ledger">{t.ledger}</PageLink>
                </p>
              )}
          </section>
        )}
      </div>
      <Section title={t.page.otherWays}>
        <p>{t.page.commandLine}</p>
        <pre>
          <code>{"npx voorsprong verify decision.json\nnpx voorsprong verify --ledger ledger.json"}</code>
        </pre>
        <p>{t.page.independent}</p>
        <p>
          <PageLink path="/about">{t.page.how}</PageLink>
        </p>
      </Section>
    </Page>
  );
}
