/** Reviews as they go over the wire. */
export * from "./manage.js";
export * from "./own.js";
export * from "./panel.js";
