export { composeInstruments, type Instruments } from "./compose.js";
export * from "./contract/index.js";
export { createServer, type ServerOptions } from "./create-server.js";
export type { Contact } from "./http/openapi.js";
export { apiPrefix, apiVersion } from "./http/version.js";
export { type RunningServer, type ServeOptions, StartError, serve } from "./serve.js";
