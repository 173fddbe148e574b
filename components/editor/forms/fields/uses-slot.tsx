"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { Button, IconButton } from "@/components/ui/button";
import { Channel } from "@/core/template/channel";
import { freshTemplateKey } from "@/core/workflow/new-step";
import { type ChannelTemplate, ChannelTemplates, channelOf } from "@/core/workflow/steps/shared";
import { useFormFacts } from "../form-scope";
import { useDraft } from "../use-draft";
import { SlotGroup, type SlotProps, useSlotError } from "./slot-field";
import { type UseDraft, UseRow } from "./use-row";

const USES_MAX = 8;

/** Channels, each with the content it carries, in order. `optional`: none at all is a value too. */
export function UsesSlot({
  field,
  label,
  hint,
  value,
  stem,
  optional = false,
  onChange,
}: SlotProps<ChannelTemplate[] | undefined> & {
  /** What keys of new contents begin with. */
  stem: string;
  optional?: boolean;
}) {
  const t = useText();
  const { definition, facts, contents } = useFormFacts();
  const { draft, edit, leave, unfinished } = useDraft<ChannelTemplate[] | undefined, UseDraft[]>({
    value,
    toDraft: (entries) => (entries ?? []).map((entry) => channelOf(entry)),
    toValue: (rows) => {
      if (rows.length === 0) return optional ? { value: undefined } : null;
      const parsed = ChannelTemplates.safeParse(
        rows.map(({ channel, template }) => ({ [channel]: template.trim() })),
      );
      return parsed.success ? { value: parsed.data } : null;
    },
    onChange,
  });
  const saying = draft.length === 0 ? t("forms.usesEmpty") : t("forms.templateUnfinished");
  const { error, readOnly } = useSlotError(field, unfinished, saying);

  const replace = (at: number, row: UseDraft) =>
    edit(draft.map((old, i) => (i === at ? row : old)));
  const move = (at: number, by: 1 | -1) => {
    const next = [...draft];
    const [row] = next.splice(at, 1);
    if (row) next.splice(at + by, 0, row);
    edit(next);
  };
  const add = () => {
    const used = new Set(draft.map(({ channel }) => channel));
    const on = facts.channelsOn ?? Channel.options;
    const channel = on.find((one) => !used.has(one)) ?? on[0] ?? "email";
    const known = contents.find((content) => content.channel === channel);
    const keys = contents.map(({ key }) => key);
    const fresh = () => freshTemplateKey(stem, { definition, facts, contents: keys });
    edit([...draft, { channel, template: known?.key ?? fresh() }]);
  };
  return (
    <SlotGroup field={field} label={label} hint={hint} error={error} onLeave={leave}>
      <ul className="grid gap-3">
        {draft.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
          <li key={i}>
            <UseRow
              field={`${field}.${i}`}
              row={row}
              stem={stem}
              onChange={(next) => replace(i, next)}
            >
              {readOnly ? null : (
                <RowButtons
                  at={i}
                  of={draft.length}
                  removable={optional || draft.length > 1}
                  move={(by) => move(i, by)}
                  remove={() => edit(draft.filter((_, at) => at !== i))}
                />
              )}
            </UseRow>
          </li>
        ))}
      </ul>
      {readOnly || draft.length >= USES_MAX ? null : (
        <Button size="sm" look="tertiary" className="w-fit" onPress={add}>
          <Plus aria-hidden="true" />
          {t("forms.addChannel")}
        </Button>
      )}
    </SlotGroup>
  );
}

function RowButtons({
  at,
  of,
  removable,
  move,
  remove,
}: {
  at: number;
  of: number;
  removable: boolean;
  move: (by: 1 | -1) => void;
  remove: () => void;
}) {
  const t = useText();
  return (
    <>
      {of < 2 ? null : (
        <>
          <IconButton
            size="sm"
            label={t("forms.earlier")}
            isDisabled={at === 0}
            onPress={() => move(-1)}
          >
            <ArrowUp aria-hidden="true" />
          </IconButton>
          <IconButton
            size="sm"
            label={t("forms.later")}
            isDisabled={at === of - 1}
            onPress={() => move(1)}
          >
            <ArrowDown aria-hidden="true" />
          </IconButton>
        </>
      )}
      {removable ? (
        <IconButton size="sm" label={t("forms.removeChannel")} onPress={remove}>
          <X aria-hidden="true" />
        </IconButton>
      ) : null}
    </>
  );
}
