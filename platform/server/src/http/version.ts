/** The version of the API: major in the path, the whole in the header `API-Version` of every response. */
export const apiVersion = "1.0.0";

/** Where the API lies. */
export const apiPrefix = "/api/v1";
