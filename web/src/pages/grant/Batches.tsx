/** The files of a fund for the payer, and what the payer confirms. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FundView } from "@voorsprong/server/contract";
import { API, sendJson } from "../../api/client.js";
import { batchesQuery } from "../../api/grants.js";
import { Button } from "../../components/Button.js";
import { FileDrop } from "../../components/FileDrop.js";
import { Loaded } from "../../components/Loading.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { Table } from "../../components/Table.js";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { useLocalised } from "../../i18n/texts.js";
import { useAnnounce } from "../../shell/Announcer.js";

/** One fund's files with the buttons that make and confirm them. */
export function Batches({ fund }: { fund: Pick<FundView, "id" | "title"> }) {
  const { finance: t } = useGrantTexts();
  const f = useFormat();
  const l = useLocalised();
  const announce = useAnnounce();
  const client = useQueryClient();
  const batches = useQuery(batchesQuery(fund.id));
  const refresh = async () => {
    for (const key of ["payments", "payment-batches", "grants", "grant", "tasks", "fund-money"])
      await client.invalidateQueries({ queryKey: [key] });
  };
  const order = useMutation({
    mutationFn: () => sendJson<unknown>("POST", `/funds/${fund.id}/payment-batches`),
    onSuccess: async () => {
      announce(t.ordered);
      await refresh();
    },
  });
  const confirm = useMutation({
    mutationFn: async (file: File) =>
      sendJson<{ booked: number }>("POST", `/funds/${fund.id}/payment-confirmations`, {
        file: base64(new Uint8Array(await file.arrayBuffer())),
      }),
    onSuccess: async ({ booked }) => {
      announce(t.booked(f.number(booked)));
      await refresh();
    },
  });
  return (
    <div className="card stack">
      <h3>{l(fund.title)}</h3>
      <div className="screen-only">
        <Button
          busy={order.isPending}
          onClick={() => order.mutate()}
          aria-label={`${t.order}: ${l(fund.title)}`}
        >
          {t.order}
        </Button>
      </div>
      {order.isError && <ProblemAlert error={order.error} />}
      <Loaded query={batches}>
        {({ items }) => (
          <Table
            caption={`${t.batches}: ${l(fund.title)}`}
            captionHidden
            stacked
            empty={t.noBatches}
            columns={[
              {
                id: "number",
                header: t.columns.number,
                cell: (row) => f.number(row.number),
                rowHeader: true,
              },
              { id: "made", header: t.columns.made, cell: (row) => f.dateTime(row.madeAt) },
              { id: "orders", header: t.columns.orders, cell: (row) => f.number(row.orders), numeric: true },
              { id: "amount", header: t.columns.amount, cell: (row) => f.money(row.cents), numeric: true },
              { id: "paid", header: t.columns.paid, cell: (row) => f.number(row.paid), numeric: true },
              {
                id: "file",
                header: t.columns.file,
                cell: (row) => (
                  <a href={`${API}/payment-batches/${row.id}/orders.csv`} download>
                    {t.download(f.number(row.number))}
                  </a>
                ),
              },
            ]}
            rows={items}
            rowKey={(row) => row.id}
          />
        )}
      </Loaded>
      <FileDrop
        label={`${t.confirm}: ${l(fund.title)}`}
        hint={t.confirmHint}
        accept=".csv,.xlsx"
        onFile={(file) => confirm.mutate(file)}
      />
      {confirm.isError && <ProblemAlert error={confirm.error} />}
      {confirm.data !== undefined && <p role="status">{t.booked(f.number(confirm.data.booked))}</p>}
    </div>
  );
}

/** Bytes as base64, in pieces that fit as arguments. */
function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
