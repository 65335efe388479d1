/** Tokens for programs of somebody's own: made, shown once, taken back. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { NewToken } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { tokensQuery } from "../../api/access-queries.js";
import { sendJson } from "../../api/client.js";
import { Alert } from "../../components/Alert.js";
import { Button } from "../../components/Button.js";
import { Field, Input, Select } from "../../components/Field.js";
import { Loaded } from "../../components/Loading.js";
import { Section } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { Table } from "../../components/Table.js";
import { useAccessTexts } from "../../i18n/access.js";
import { useFormat } from "../../i18n/format.js";
import { useAnnounce } from "../../shell/Announcer.js";

/** The section about tokens. */
export function Tokens() {
  const t = useAccessTexts().account.tokens;
  const format = useFormat();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const tokens = useQuery(tokensQuery());
  const takeBack = useMutation({
    mutationFn: (id: string) => sendJson<void>("DELETE", `/people/me/tokens/${encodeURIComponent(id)}`),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["tokens"] });
      announce(t.takenBack);
    },
  });
  return (
    <Section title={t.title} intro={t.intro} id="tokens">
      <Loaded query={tokens}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t.none}</p>
          ) : (
            <Table
              caption={t.title}
              captionHidden
              stacked
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                { id: "name", header: t.name, rowHeader: true, cell: ({ name }) => name },
                { id: "may", header: t.may, cell: ({ may }) => t.mayNames[may] },
                { id: "until", header: t.until, cell: ({ until }) => format.date(until) },
                {
                  id: "used",
                  header: t.lastUsed,
                  cell: ({ lastUsed }) => (lastUsed === null ? t.never : format.dateTime(lastUsed)),
                },
                {
                  id: "end",
                  header: t.end,
                  cell: ({ id, name }) => (
                    <Button
                      aria-label={t.takeBackNamed(name)}
                      busy={takeBack.isPending}
                      onClick={() => takeBack.mutate(id)}
                    >
                      {t.takeBack}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {takeBack.isError && <ProblemAlert error={takeBack.error} />}
      <NewTokenForm />
    </Section>
  );
}

function NewTokenForm() {
  const t = useAccessTexts().account.tokens;
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [may, setMay] = useState("read");
  const make = useMutation({
    mutationFn: () => sendJson<NewToken>("POST", "/people/me/tokens", { name: name.trim(), may, days: 90 }),
    onSuccess: async () => {
      setName("");
      await queries.invalidateQueries({ queryKey: ["tokens"] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!make.isPending) make.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      {make.isSuccess && (
        <Alert kind="good" title={t.made} live>
          <p>{t.once}</p>
          <code className="secret">{make.data.token}</code>
        </Alert>
      )}
      <Field label={t.nameLabel} hint={t.nameHint}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={100}
            required
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t.may}>
        {(control) => (
          <Select
            control={control}
            value={may}
            onChange={setMay}
            options={[
              { value: "read", label: t.mayNames.read },
              { value: "change", label: t.mayNames.change },
            ]}
          />
        )}
      </Field>
      {make.isError && <ProblemAlert error={make.error} />}
      <div>
        <Button type="submit" busy={make.isPending}>
          {t.make}
        </Button>
      </div>
    </form>
  );
}
