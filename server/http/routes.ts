import {
  type AnyContractProcedure,
  type AnyContractRouter,
  isContractProcedure,
} from "@orpc/contract";
import type { EndpointMeta } from "@/core/contracts/endpoint";
import { AppError } from "@/core/errors";
import { MethodNotAllowed } from "./problem";

export type Route = EndpointMeta & { method: string; path: string };
type Known = Route & { pattern: RegExp; isFixed: boolean };

/** Every address of a contract, each with what it needs. */
export function routesOf(contract: AnyContractRouter): Route[] {
  const routes: Route[] = [];
  const visit = (part: AnyContractRouter) => {
    if (!isContractProcedure(part)) {
      for (const inner of Object.values(part)) visit(inner);
      return;
    }
    const { route, meta } = (part as AnyContractProcedure)["~orpc"];
    const { scope, accepts, answersSecret } = meta as EndpointMeta;
    routes.push({
      scope,
      accepts,
      answersSecret,
      method: route.method ?? "POST",
      path: route.path ?? "/",
    });
  };
  visit(contract);
  return routes;
}

/**
 * Finds an address before anything of the request is read. Throws `not_found` for one that does not
 * exist and `MethodNotAllowed` for one that answers other methods.
 */
export function routeFinder(routes: readonly Route[]): (method: string, path: string) => Route {
  const known: Known[] = routes.map((route) => ({
    ...route,
    pattern: new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
    isFixed: !route.path.includes("{"),
  }));
  // A fixed address goes before one with a parameter in its place: /cases/resolve, /cases/{id}.
  known.sort((a, b) => Number(b.isFixed) - Number(a.isFixed));
  return (method, path) => {
    const here = known.filter(({ pattern }) => pattern.test(path));
    const found = here.find((route) => route.method === method);
    if (found) return found;
    if (here.length === 0) throw new AppError("not_found", "There is nothing at this address.");
    throw new MethodNotAllowed([...new Set(here.map((route) => route.method))].join(", "));
  };
}
