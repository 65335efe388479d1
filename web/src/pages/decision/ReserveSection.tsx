/** The reserve list, and offering money that came back to the next. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { DecisionProposal, ReserveListView } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { sendJson } from "../../api/client.js";
import { lettersQuery, reserveQuery } from "../../api/decision-queries.js";
import { Button } from "../../components/Button.js";
import { Field, Select, TextArea } from "../../components/Field.js";
import { MoneyInput } from "../../components/form/TypedInput.js";
import { Loaded } from "../../components/Loading.js";
import { Section } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { Table } from "../../components/Table.js";
import { useDecisionTexts } from "../../i18n/decision.js";
import { useFormat } from "../../i18n/format.js";
import { useHasRole } from "./use-roles.js";

/** @param isOpen whether a proposal waits: then nothing else can be proposed */
export function ReserveSection({ callId, isOpen }: { callId: string; isOpen: boolean }) {
  const t = useDecisionTexts();
  const f = useFormat();
  const hasRole = useHasRole();
  return (
    <Section title={t.reserve.title} id="reserve">
      <Loaded query={useQuery(reserveQuery(callId))}>
        {(list) => (
          <>
            <p>{t.reserve.free(f.money(Object.values(list.free).reduce((sum, cents) => sum + cents, 0)))}</p>
            {list.items.length === 0 ? (
              <p>{t.reserve.empty}</p>
            ) : (
              <Table
                caption={t.reserve.table}
                stacked
                rows={list.items}
                rowKey={({ applicationId }) => applicationId}
                columns={[
                  {
                    id: "place",
                    header: t.reserve.place,
                    numeric: true,
                    cell: ({ place }) => f.number(place),
                  },
                  {
                    id: "dossier",
                    header: t.preview.dossier,
                    rowHeader: true,
                    cell: ({ dossier }) => dossier,
                  },
                  {
                    id: "organisation",
                    header: t.preview.organisation,
                    cell: ({ organisation }) => organisation,
                  },
                  {
                    id: "asked",
                    header: t.preview.asked,
                    numeric: true,
                    cell: ({ asked, fits }) => (
                      <>
                        {f.money(asked)}{" "}
                        <span className="small soft">({fits ? t.reserve.fits : t.reserve.notYet})</span>
                      </>
                    ),
                  },
                ]}
              />
            )}
            {list.items.length > 0 && !isOpen && hasRole("fund-manager") && <OfferForm list={list} />}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function OfferForm({ list }: { list: ReserveListView }) {
  const t = useDecisionTexts();
  const client = useQueryClient();
  const { callId, free } = list;
  const granted = (useQuery(lettersQuery(callId, 1)).data?.items ?? []).filter(({ kind }) =>
    /award/.test(kind),
  );
  const [from, setFrom] = useState("");
  const [amounts, setAmounts] = useState<Readonly<Record<string, number | string | null>>>({});
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const offer = useMutation({
    mutationFn: (returned: readonly object[]) =>
      sendJson<DecisionProposal>("POST", `/calls/${callId}/reserve-list/offers`, { returned }),
    onSuccess: () => client.invalidateQueries(),
  });
  const cents = Object.fromEntries(Object.keys(free).map((budget) => [budget, amounts[budget] ?? 0]));
  const wrong = Object.values(cents).some((each) => typeof each !== "number");
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (offer.isPending || (from !== "" && (wrong || reason.trim() === ""))) return;
    offer.mutate(from === "" ? [] : [{ applicationId: from, amounts: cents, reason }]);
  }
  return (
    <form className="decision__form screen-only" onSubmit={submit} noValidate>
      <h3>{t.reserve.offer}</h3>
      <Field label={t.reserve.from}>
        {(control) => (
          <Select
            control={control}
            value={from}
            onChange={setFrom}
            options={[
              { value: "", label: t.reserve.none },
              ...granted.map(({ applicationId, dossier, organisation }) => ({
                value: applicationId,
                label: `${dossier} ${organisation}`,
              })),
            ]}
          />
        )}
      </Field>
      {from !== "" && (
        <>
          {Object.keys(free).map((budget) => (
            <Field
              key={budget}
              label={t.reserve.amount(budget)}
              error={tried && typeof cents[budget] !== "number" ? t.reserve.amountWrong : undefined}
            >
              {(control) => (
                <MoneyInput
                  control={control}
                  value={amounts[budget] ?? null}
                  onChange={(typed) => setAmounts({ ...amounts, [budget]: typed })}
                />
              )}
            </Field>
          ))}
          <Field
            label={t.reserve.reason}
            error={tried && reason.trim() === "" ? t.reserve.reasonMissing : undefined}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        </>
      )}
      {offer.isError && <ProblemAlert error={offer.error} />}
      <div>
        <Button type="submit" busy={offer.isPending}>
          {t.reserve.submit}
        </Button>
      </div>
    </form>
  );
}
