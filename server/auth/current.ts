import "server-only";
import { ctx } from "@/server/boot";
import { type Auth, createAuth } from "./auth";

let made: Auth | undefined;

/** The process's one auth instance, made when first asked for. */
export function auth(): Auth {
  made ??= createAuth(ctx.db, {
    appUrl: ctx.config.appUrl,
    secret: ctx.config.appSecret,
  });
  return made;
}
