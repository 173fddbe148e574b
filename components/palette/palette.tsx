"use client";

import { Modal } from "@heroui/react/modal";
import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { showOverlay } from "@/components/shell/overlay";
import { Keys } from "@/components/shortcuts/key-caps";
import { useText } from "@/components/text/text-provider";
import type { Role } from "@/core/operator/role";
import { QUERY_MAX } from "./found";
import { foundRows, meansOneThing } from "./found-rows";
import { rememberThing } from "./recent";
import type { Row } from "./rows";
import { useFixedRows } from "./use-fixed-rows";
import { useFound } from "./use-found";

const close = () => showOverlay(null);

/** Search and jump: everything that has an address or a shortcut, from the keyboard. */
export function Palette({ slug, role }: { slug: string; role: Role }) {
  const t = useText();
  const router = useRouter();
  const [query, setQuery] = useState("");
  const [armed, setArmed] = useState<string>();
  const [picked, setPicked] = useState<string>();
  const [early, setEarly] = useState(false);
  const { found, state } = useFound(slug, query);
  const { before, after } = useFixedRows({ slug, role }, query, close);
  const go = (href: string, label: string) => {
    rememberThing(slug, { href, label });
    close();
    router.push(href);
  };
  const things = foundRows(found, slug, t, go);
  const order = meansOneThing(query)
    ? [...things, ...before, ...after]
    : [...before, ...things, ...after];
  const groups = order.filter(({ rows }) => rows.length > 0);
  const all = groups.flatMap(({ rows }) => rows);
  const count = all.length;
  const current = all.find(({ id }) => id === picked) ?? all[0];
  const choose = (row: Row) => (row.danger && armed !== row.id ? setArmed(row.id) : row.run());
  const type = (text: string) => {
    setQuery(text);
    setArmed(undefined);
    setPicked(undefined);
    setEarly(false);
  };
  const chooseEarly = useEffectEvent(() => current && choose(current));
  useEffect(() => {
    if (early && state !== "asking") chooseEarly();
  }, [early, state]);
  const said =
    state === "asking"
      ? ""
      : state === "failed"
        ? t("palette.failed")
        : t("palette.n", { n: count });
  return (
    <Modal.Backdrop isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal.Container placement="top" className="ft-palette">
        <Modal.Dialog aria-label={t("shortcuts.open")}>
          <Command
            shouldFilter={false}
            vimBindings={false}
            loop
            label={t("shortcuts.open")}
            value={current?.id ?? ""}
            onValueChange={setPicked}
            // Pressed before the search has answered, it means what the answer brings first.
            onKeyDown={({ key }) => setEarly(key === "Enter" && state === "asking" && !current)}
          >
            <div className="flex items-center gap-2 border-b border-ft-subtle px-4">
              <Search aria-hidden="true" size={16} className="shrink-0 text-ft-3" />
              <Command.Input
                autoFocus
                value={query}
                onValueChange={type}
                maxLength={QUERY_MAX}
                placeholder={t("palette.placeholder")}
                className="ft-palette-input"
              />
              <Keys keys="esc" />
            </div>
            <Command.List label={t("palette.results")} className="ft-palette-list">
              {groups.map(({ heading, rows }) => (
                <Command.Group key={heading} heading={t(heading)}>
                  {rows.map((row) => (
                    <PaletteRow
                      key={row.id}
                      row={row}
                      armed={armed === row.id}
                      onChoose={() => choose(row)}
                    />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
            {count === 0 && state !== "asking" ? (
              <p className="px-4 pb-4 text-ft-2">
                {state === "failed" ? t("palette.failed") : t("palette.nothing", { query })}
              </p>
            ) : null}
            <p role="status" className="sr-only">
              {said}
            </p>
          </Command>
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}

function PaletteRow({ row, armed, onChoose }: { row: Row; armed: boolean; onChoose: () => void }) {
  const t = useText();
  return (
    <Command.Item value={row.id} onSelect={onChoose} className="ft-palette-row">
      <row.icon aria-hidden="true" size={16} />
      <span className="truncate">
        {armed ? t("palette.again", { label: row.label }) : row.label}
      </span>
      {row.detail ? <span className="truncate text-xs text-ft-3">{row.detail}</span> : null}
      {row.keys ? (
        <span className="ms-auto shrink-0 max-md:hidden">
          <Keys keys={row.keys} />
        </span>
      ) : null}
    </Command.Item>
  );
}
