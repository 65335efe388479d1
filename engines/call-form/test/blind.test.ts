import { blindAttachments, blindOf } from "@voorsprong/call-form";
import { describe, expect, test } from "vitest";
import { APPLICATION, CALL } from "./example.js";

describe("blind review", () => {
  const text = JSON.stringify(blindOf(CALL, APPLICATION));

  test.each([
    "Voorbeeldbedrijf Noord",
    "Voorbeeldbedrijf Zuid",
    "Stichting Voorbeeld",
    "contact@voorbeeld.example",
    "Hal 3",
    "O1",
    "O2",
    "p9",
    "f2",
    "pilot_site",
    "owner",
    "letters",
    "Limburg",
  ])("%s is not in what is sent", (secret) => {
    expect(JSON.stringify(APPLICATION) + JSON.stringify(CALL)).toContain(secret);
    expect(text).not.toContain(secret);
  });

  test("what is judged is there", () => {
    const blind = blindOf(CALL, APPLICATION);
    expect(blind.answers).toMatchObject({
      plan: "We build it.",
      machines: [{ name: "Robot", price: 500_000 }],
    });
    expect(blind.answers.budget).toMatchObject({ id: "f1", name: "budget.xlsx" });
    expect(blind.workPackages).toEqual(APPLICATION.workPackages);
    expect(blind.costs.map(({ partner }) => partner)).toEqual([null, "partner-1"]);
    expect(blindAttachments(CALL, APPLICATION)).toEqual(["f1"]);
  });

  test("fields that a later version of an application may have are not passed on", () => {
    const more = {
      ...APPLICATION,
      contact: { name: "Secret" },
      lead: { ...APPLICATION.lead, kvk: "12345678" },
    };
    const sent = JSON.stringify(blindOf(CALL, more));
    expect(sent).not.toContain("Secret");
    expect(sent).not.toContain("12345678");
  });
});
