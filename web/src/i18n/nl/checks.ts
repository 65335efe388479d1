/** Texts of the list of checks on a decision or a ledger. */
export const checks = {
  label: "Uitgevoerde controles",
  ok: "klopt",
  wrong: "klopt niet",
  skipped: "niet gecontroleerd",
  where: "Plaats in het document:",
  unreadable: (line: string, column: string) =>
    `Dit is geen leesbaar document: regel ${line}, kolom ${column}.`,
};
