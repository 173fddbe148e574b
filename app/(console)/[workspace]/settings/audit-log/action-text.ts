import type { Text } from "@/components/text/text";
import { type AuditAction, isAuditAction, isAuditNoun } from "@/core/audit/audit-action";

type KeyOf<Action> = Action extends `${infer Noun}.${infer Verb}` ? `${Noun}_${Verb}` : never;

/** What was done, in words; an action that nothing writes any more by its code. */
export const actionText = (action: string, t: Text): string =>
  isAuditAction(action) ? t(`audit.${action.replace(".", "_") as KeyOf<AuditAction>}`) : action;

/** What a noun's actions are about. */
export const nounText = (noun: string, t: Text): string =>
  isAuditNoun(noun) ? t(`audit.about_${noun}`) : noun;
