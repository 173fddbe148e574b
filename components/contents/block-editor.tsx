"use client";

import { Heading, Image, Minus, Plus, Table2, Type } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { type Block, type BlockKind, parseBlocks } from "@/core/template/blocks";
import { BlockFields } from "./block-fields";
import { useContent } from "./editor-context";
import { ItemCard } from "./item-card";
import { Translated, Untaken } from "./translated";
import { useBlocks } from "./use-blocks";
import { useFocusNew } from "./use-focus-new";

const ICONS = { text: Type, heading: Heading, table: Table2, image: Image, divider: Minus };
const KINDS: readonly BlockKind[] = ["text", "heading", "table", "image", "divider"];

const EMPTY: Record<BlockKind, Block> = {
  text: { kind: "text", text: "" },
  heading: { kind: "heading", level: 2, text: "" },
  table: {
    kind: "table",
    rows: [
      ["", ""],
      ["", ""],
    ],
  },
  image: { kind: "image", alt: "", url: "" },
  divider: { kind: "divider" },
};

/** The body of an email as blocks; it stays the Markdown that it is. */
export function BlockEditor({
  body,
  onChange,
  lang,
}: {
  body: string;
  onChange: (body: string) => void;
  lang: string | undefined;
}) {
  const t = useText();
  const { readOnly, source } = useContent();
  const { blocks, change, move, remove, add } = useBlocks(body, onChange);
  const [place, focusNew] = useFocusNew<HTMLFieldSetElement>();
  const sources = source === null ? [] : parseBlocks(source.content.body).blocks;
  return (
    <fieldset ref={place} className="grid gap-2">
      <legend className="ft-label mb-1">{t("contents.body")}</legend>
      {blocks.map(({ id, block }, index) => {
        const Icon = ICONS[block.kind];
        const name = t("contents.blockName", { kind: block.kind, n: index + 1 });
        return (
          <Translated key={id} place={`body.${index}`} name={name}>
            <ItemCard
              item={String(id)}
              name={name}
              title={t("contents.blockKind", { kind: block.kind })}
              icon={<Icon aria-hidden="true" size={14} />}
              first={index === 0}
              last={index === blocks.length - 1}
              onMove={(by) => move(index, by)}
              {...(blocks.length > 1 ? { onRemove: () => remove(index) } : {})}
            >
              <BlockFields {...{ block, name, lang }} onChange={(next) => change(index, next)} />
            </ItemCard>
          </Translated>
        );
      })}
      {sources.slice(blocks.length).map(({ block }, at) => {
        const n = blocks.length + at;
        return (
          <Untaken
            key={n}
            place={`body.${n}`}
            name={t("contents.blockName", { kind: block.kind, n: n + 1 })}
            onAdd={() => focusNew(String(add(block)))}
          />
        );
      })}
      {readOnly ? null : (
        <Menu
          label={t("contents.addBlock")}
          trigger={
            <Button size="sm" className="w-fit">
              <Plus aria-hidden="true" />
              {t("contents.addBlock")}
            </Button>
          }
          sections={[
            {
              items: KINDS.map((kind) => {
                const Icon = ICONS[kind];
                return {
                  id: kind,
                  label: t("contents.blockKind", { kind }),
                  icon: <Icon aria-hidden="true" />,
                };
              }),
            },
          ]}
          onAction={(id) => {
            const kind = KINDS.find((each) => each === id);
            if (kind) focusNew(String(add(EMPTY[kind])));
          }}
        />
      )}
    </fieldset>
  );
}
