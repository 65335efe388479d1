/** The Dutch provinces in the European classification of regions. */

/** NUTS 2024, level 2 (Delegated Regulation (EU) 2023/674), by ISO 3166-2 code. */
const provinces: Readonly<Record<string, { readonly nuts: string; readonly name: string }>> = {
  "NL-GR": { nuts: "NL11", name: "Groningen" },
  "NL-FR": { nuts: "NL12", name: "Friesland (NL)" },
  "NL-DR": { nuts: "NL13", name: "Drenthe" },
  "NL-OV": { nuts: "NL21", name: "Overijssel" },
  "NL-GE": { nuts: "NL22", name: "Gelderland" },
  "NL-FL": { nuts: "NL23", name: "Flevoland" },
  "NL-NH": { nuts: "NL32", name: "Noord-Holland" },
  "NL-ZE": { nuts: "NL34", name: "Zeeland" },
  "NL-UT": { nuts: "NL35", name: "Utrecht" },
  "NL-ZH": { nuts: "NL36", name: "Zuid-Holland" },
  "NL-NB": { nuts: "NL41", name: "Noord-Brabant" },
  "NL-LI": { nuts: "NL42", name: "Limburg (NL)" },
};

/** The region of level 2 that a province is; null for what is no Dutch province. */
export function nutsTwo(isoCode: string | null): { readonly nuts: string; readonly name: string } | null {
  return isoCode !== null && Object.hasOwn(provinces, isoCode) ? provinces[isoCode]! : null;
}
