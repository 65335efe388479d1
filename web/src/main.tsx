/** Starts the site in the browser. */
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { makeQueryClient } from "./api/query-client.js";
import { makeRouter } from "./router.js";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/print.css";

const element = document.getElementById("app");
if (element === null) throw new Error("index.html has no element #app");

createRoot(element).render(
  <StrictMode>
    <QueryClientProvider client={makeQueryClient()}>
      <RouterProvider router={makeRouter()} />
    </QueryClientProvider>
  </StrictMode>,
);
