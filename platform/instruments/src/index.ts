export * from "./fund/views.js";
export * from "./kernel/instrument.js";
export * from "./kernel/views.js";
