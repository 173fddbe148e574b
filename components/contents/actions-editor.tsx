"use client";

import { MousePointerClick, Plus } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { moved } from "@/components/ui/moved";
import type { Channel } from "@/core/template/channel";
import { ActionKind } from "@/core/template/content";
import type { DraftAction } from "@/core/template/draft-template";
import { ActionFields } from "./action-fields";
import { actionsMax, newAction } from "./change-content";
import { useContent } from "./editor-context";
import { ItemCard } from "./item-card";
import { Translated, Untaken } from "./translated";
import { useFocusNew } from "./use-focus-new";

/** What the reader can press, below the words. */
export function ActionsEditor({
  channel,
  actions,
  onChange,
  lang,
}: {
  channel: Channel;
  actions: readonly DraftAction[];
  onChange: (next: DraftAction[]) => void;
  lang: string | undefined;
}) {
  const t = useText();
  const { readOnly, source } = useContent();
  const [place, focusNew] = useFocusNew<HTMLFieldSetElement>();
  const max = actionsMax(channel);
  const isFull = actions.length >= max;
  const untaken = (source?.content.actions ?? []).filter(
    (action) => !actions.some(({ id }) => id === action.id),
  );
  return (
    <fieldset ref={place} className="grid gap-2">
      <legend className="ft-label">{t("contents.buttons")}</legend>
      <p className="ft-hint mb-1">{t("contents.buttonsHint", { channel })}</p>
      {actions.map((action, index) => (
        <Translated
          // biome-ignore lint/suspicious/noArrayIndexKey: its id can be written, and the focus must stay.
          key={index}
          place={`actions.${action.id}`}
          name={t("contents.fieldName", { field: "action", n: index + 1 })}
        >
          <ItemCard
            item={action.id}
            name={t("contents.buttonName", { n: index + 1, label: action.label })}
            title={t("contents.actionKind", { kind: action.kind })}
            icon={<MousePointerClick aria-hidden="true" size={14} />}
            first={index === 0}
            last={index === actions.length - 1}
            onMove={(by) => onChange(moved(actions, index, by))}
            onRemove={() => onChange(actions.filter((_, at) => at !== index))}
          >
            <ActionFields
              action={action}
              taken={actions.filter((_, at) => at !== index).map(({ id }) => id)}
              onChange={(next) => onChange(actions.map((each, at) => (at === index ? next : each)))}
              lang={lang}
            />
          </ItemCard>
        </Translated>
      ))}
      {isFull
        ? null
        : untaken.map((action, at) => (
            <Untaken
              key={action.id}
              place={`actions.${action.id}`}
              name={t("contents.fieldName", { field: "action", n: actions.length + at + 1 })}
              onAdd={() => {
                focusNew(action.id);
                onChange([...actions, action]);
              }}
            />
          ))}
      {readOnly ? null : isFull ? (
        <p className="ft-hint">{t("contents.buttonsFull", { max })}</p>
      ) : (
        <Menu
          label={t("contents.addButton")}
          trigger={
            <Button size="sm" className="w-fit">
              <Plus aria-hidden="true" />
              {t("contents.addButton")}
            </Button>
          }
          sections={[
            {
              items: ActionKind.options.map((kind) => ({
                id: kind,
                label: t("contents.actionKind", { kind }),
              })),
            },
          ]}
          onAction={(id) => {
            const kind = ActionKind.safeParse(id).data;
            if (!kind) return;
            const action = newAction(actions, kind, t("contents.actionLabel", { kind }));
            focusNew(action.id);
            onChange([...actions, action]);
          }}
        />
      )}
    </fieldset>
  );
}
