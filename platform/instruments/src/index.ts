export { fundRoutes } from "./fund/routes.js";
export { type FundService, fundService } from "./fund/service.js";
export * from "./fund/views.js";
export * from "./kernel/instrument.js";
export * from "./kernel/refusal.js";
export * from "./kernel/registry.js";
export * from "./kernel/views.js";
