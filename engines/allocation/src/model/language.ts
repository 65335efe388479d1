/** The languages the product speaks; Dutch is the first. */
export type Language = "nl" | "en";
