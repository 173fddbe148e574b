"use client";

import { Plus, X } from "lucide-react";
import { useId } from "react";
import { z } from "zod";
import { useText } from "@/components/text/text-provider";
import { Button, IconButton } from "@/components/ui/button";
import { ResponseMatch } from "@/core/workflow/steps/wait-for-response";
import { actionsSent } from "@/core/workflow/templates-used";
import { useFormFacts } from "../form-scope";
import { useDraft } from "../use-draft";
import { SlotGroup, type SlotProps, useSlotError } from "./slot-field";

const MATCHES_MAX = 20;
const Matches = z.array(ResponseMatch).min(1).max(MATCHES_MAX);
type Match = z.infer<typeof ResponseMatch>;
type MatchDraft = { kind: "any" | "reply" | "event" | "action"; name: string };

/** What counts as an answer; undefined for any response. */
export function MatchesSlot({
  field,
  label,
  hint,
  value,
  onChange,
}: SlotProps<Match[] | undefined>) {
  const t = useText();
  const list = useId();
  const { definition, facts } = useFormFacts();
  const { draft, edit, leave, unfinished } = useDraft<Match[] | undefined, MatchDraft[]>({
    value,
    toDraft: (matches) => (matches ?? ["any" as const]).map(draftOf),
    toValue: (rows) => {
      const parsed = Matches.safeParse(rows.map(matchOf));
      if (!parsed.success) return null;
      const isAny = parsed.data.length === 1 && parsed.data[0] === "any";
      return { value: isAny ? undefined : parsed.data };
    },
    onChange,
  });
  const { error, readOnly } = useSlotError(field, unfinished, t("forms.unfinished"), true);
  const kinds: Record<MatchDraft["kind"], string> = {
    any: t("forms.matchAny"),
    reply: t("forms.matchReply"),
    event: t("forms.matchEvent"),
    action: t("forms.matchAction"),
  };
  const names = {
    event: facts.events.map(({ name }) => name),
    action: actionsSent(definition, facts.templates),
  };
  const replace = (at: number, row: MatchDraft) =>
    edit(draft.map((old, i) => (i === at ? row : old)));
  return (
    <SlotGroup field={field} label={label} hint={hint} error={error} onLeave={leave}>
      <ul className="grid gap-2">
        {draft.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
          <li key={i} className="flex flex-wrap gap-2" data-field={`${field}.${i}`}>
            <select
              className="ft-input w-auto min-w-36 flex-1"
              aria-label={t("forms.match")}
              disabled={readOnly}
              value={row.kind}
              onChange={({ target }) =>
                replace(i, { kind: target.value as MatchDraft["kind"], name: "" })
              }
            >
              {Object.entries(kinds).map(([kind, text]) => (
                <option key={kind} value={kind}>
                  {text}
                </option>
              ))}
            </select>
            {row.kind === "event" || row.kind === "action" ? (
              <>
                <input
                  className="ft-input min-w-36 flex-1 font-mono"
                  aria-label={t("forms.matchName")}
                  list={`${list}-${i}`}
                  autoComplete="off"
                  spellCheck={false}
                  readOnly={readOnly}
                  value={row.name}
                  onChange={({ target }) => replace(i, { ...row, name: target.value })}
                />
                <datalist id={`${list}-${i}`}>
                  {names[row.kind].map((name) => (
                    <option key={name} value={name} />
                  ))}
                </datalist>
              </>
            ) : null}
            {readOnly || draft.length === 1 ? null : (
              <IconButton
                size="sm"
                label={t("forms.removeMatch")}
                onPress={() => edit(draft.filter((_, at) => at !== i))}
              >
                <X aria-hidden="true" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {readOnly || draft.length >= MATCHES_MAX ? null : (
        <Button
          size="sm"
          look="tertiary"
          className="w-fit"
          onPress={() => edit([...draft, { kind: "reply", name: "" }])}
        >
          <Plus aria-hidden="true" />
          {t("forms.addMatch")}
        </Button>
      )}
    </SlotGroup>
  );
}

function draftOf(match: Match): MatchDraft {
  if (typeof match === "string") return { kind: match, name: "" };
  return "event" in match
    ? { kind: "event", name: match.event }
    : { kind: "action", name: match.action };
}

function matchOf({ kind, name }: MatchDraft): unknown {
  if (kind === "any" || kind === "reply") return kind;
  return { [kind]: name.trim() };
}
