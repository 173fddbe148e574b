import "server-only";
import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import { AppError, type ErrorCode, type FieldError } from "@/core/errors";
import { type Capability, may, missingRoleText } from "@/core/operator/role";
import { findMember, findOperator, type Member } from "@/server/auth/session";
import { viewer } from "@/server/auth/viewer";
import { ctx } from "@/server/boot";
import { inLanguage, localizedIssue } from "@/server/refusals/in-language";

export type ActionResult<T> =
  | { ok: true; value: T }
  | {
      ok: false;
      code: ErrorCode | "internal";
      message: string;
      errors?: FieldError[];
    };

/** Throws `forbidden`, naming the missing role, unless this member may. */
export function requireCapability(member: Member, capability: Capability): void {
  if (!may(member.role, capability)) {
    throw new AppError("forbidden", missingRoleText(member.role, capability));
  }
}

async function memberOf(slug: unknown): Promise<Member> {
  if (!(await findOperator()))
    throw new AppError("unauthorized", "You are signed out. Sign in again.");
  const member = typeof slug === "string" ? await findMember(slug) : undefined;
  if (!member) throw new AppError("not_found", "This workspace does not exist or is not yours.");
  return member;
}

const FAILED = "This did not work, and nothing was changed. Try again.";

/** What went wrong, in the operator's language. */
function refusal(error: unknown, locale: string): ActionResult<never> {
  const said = ({ path, message }: FieldError) => ({ path, message: inLanguage(locale, message) });
  if (error instanceof AppError) {
    const { code, message } = error;
    return {
      ok: false,
      code,
      message: inLanguage(locale, message),
      errors: error.errors.map(said),
    };
  }
  if (error instanceof z.ZodError) {
    const errors = error.issues.map(({ path, message }) =>
      said({ path: path.map(String).join("."), message }),
    );
    return { ok: false, code: "invalid", message: errors[0]?.message ?? FAILED, errors };
  }
  ctx.log.error({ err: error }, "a server action failed");
  return { ok: false, code: "internal", message: inLanguage(locale, FAILED) };
}

/**
 * Makes a Server Action: a public endpoint that authenticates, checks the role and parses
 * before it runs. The caller passes the workspace's slug first: `resolveCase(slug, { caseId })`.
 */
export function action<S extends z.ZodType, T>(
  capability: Capability,
  input: S,
  run: (input: z.output<S>, member: Member) => Promise<T>,
) {
  return async (workspaceSlug: string, raw: z.input<S>): Promise<ActionResult<T>> => {
    const { locale } = await viewer("UTC");
    try {
      const member = await memberOf(workspaceSlug);
      requireCapability(member, capability);
      const parsed = input.parse(raw, { error: localizedIssue(locale) });
      return { ok: true, value: await run(parsed, member) };
    } catch (error) {
      unstable_rethrow(error);
      return refusal(error, locale);
    }
  };
}
