"use client";

import { ListFilter, Search, X } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import type { Filter } from "@/core/filter/field";
import { parseTyped } from "@/core/filter/typed";
import { FilterPopover } from "./filter-popover";
import { conditionWords, filterWords } from "./filter-words";
import { type ListField, useList } from "./list-context";
import { useListShortcuts } from "./list-shortcuts";

const isSame = (a: Filter, b: Filter | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** The filters of a list as chips, a way to add one, and a box that takes words and `due:<2d`. */
export function FilterBar({ searchLabel }: { searchLabel: string }) {
  const t = useText();
  const locale = useLocale();
  const { list, address, go } = useList();
  const [adding, setAdding] = useState(false);
  const { filters } = address;
  const clear = () => go({ filters: [] });
  useListShortcuts([
    { keys: "f", label: "lists.addFilter", run: () => setAdding(true) },
    { keys: "shift+f", label: "lists.clearFilters", run: clear },
  ]);
  const put = (at: number, next: Filter | null, how: "push" | "replace") => {
    const changed = next ? filters.with(at, next) : filters.toSpliced(at, 1);
    go({ filters: changed }, how);
  };
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5">
      <SearchBox label={searchLabel} />
      {filters.map((filter, at) => {
        const field = list.fields.find(({ name }) => name === filter.field);
        if (!field) return null;
        return (
          <FilterChip
            // biome-ignore lint/suspicious/noArrayIndexKey: a chip is its place in the address.
            key={`${at}-${filter.field}`}
            field={field}
            filter={filter}
            words={conditionWords(field, filter, t, locale)}
            removeLabel={t("lists.removeFilter", { filter: filterWords(field, filter, t, locale) })}
            onChange={(next, how) => put(at, next, how)}
            onRemove={() => put(at, null, "push")}
          />
        );
      })}
      <FilterPopover
        open={adding}
        onOpenChange={setAdding}
        onChange={(next, how, before) =>
          go({ filters: [...filters.filter((filter) => !isSame(filter, before)), next] }, how)
        }
      >
        <Button size="sm">
          <ListFilter aria-hidden="true" />
          {t("lists.filter")}
        </Button>
      </FilterPopover>
      {filters.length > 1 ? (
        <Button size="sm" look="tertiary" onPress={clear}>
          {t("lists.clearFilters")}
        </Button>
      ) : null}
    </div>
  );
}

/** One filter: its words open it, the cross takes it away. */
export function FilterChip({
  field,
  filter,
  words,
  removeLabel,
  onChange,
  onRemove,
}: {
  field: ListField;
  filter: Filter;
  words: string;
  removeLabel: string;
  onChange: (next: Filter, how: "push" | "replace") => void;
  onRemove: () => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <span className="ft-filter-chip">
      {field.given ? (
        <span className="px-2 text-sm">
          <span className="text-ft-3">{field.label}</span> {words}
        </span>
      ) : (
        <FilterPopover
          open={open}
          onOpenChange={setOpen}
          field={field}
          filter={filter}
          onChange={onChange}
        >
          <Button look="tertiary" size="sm" className="ft-filter-chip-words">
            <span className="text-ft-3">{field.label}</span> {words}
          </Button>
        </FilterPopover>
      )}
      <Button look="tertiary" size="sm" isIconOnly aria-label={removeLabel} onPress={onRemove}>
        <X aria-hidden="true" />
      </Button>
    </span>
  );
}

function SearchBox({ label }: { label: string }) {
  const t = useText();
  const { list, address, go } = useList();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const focus = () => input.current?.focus();
  useListShortcuts([{ keys: "/", label: "lists.search", run: focus, onlyKeys: true }]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const named = (field: { name: string }, text: string) =>
      list.fields
        .find(({ name }) => name === field.name)
        ?.options.find((option) => option.label.toLowerCase() === text.toLowerCase())?.value;
    const read = parseTyped(list.fields, typed, named);
    const [wrong] = read.problems;
    if (wrong) {
      const field = list.fields.find(({ name }) => name === wrong.field);
      setProblem(
        wrong.field === ""
          ? t("lists.noWords", {
              text: wrong.text,
              fields: list.fields.flatMap(({ name, given }) => (given ? [] : name)).join(", "),
            })
          : t("lists.notUnderstood", { text: wrong.text, field: field?.label ?? wrong.field }),
      );
      return;
    }
    setProblem("");
    setTyped("");
    const isFree = (filter: Filter) =>
      list.fields.some(({ name, kind }) => kind === "words" && name === filter.field);
    const kept = read.filters.some(isFree)
      ? address.filters.filter((filter) => !isFree(filter))
      : address.filters;
    if (read.filters.length > 0) go({ filters: [...kept, ...read.filters] });
  };
  return (
    <search className="relative max-sm:w-full">
      <form method="get" onSubmit={submit}>
        <Search
          aria-hidden="true"
          size={14}
          className="pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2 text-ft-3"
        />
        <input
          ref={input}
          type="search"
          aria-keyshortcuts="/"
          name="q"
          aria-label={label}
          aria-invalid={problem !== ""}
          aria-describedby={problem ? "list-search-problem" : undefined}
          placeholder={label}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={200}
          autoComplete="off"
          className="ft-input ft-list-search w-72 ps-8 max-sm:w-full"
        />
      </form>
      {problem ? (
        <p
          id="list-search-problem"
          role="alert"
          className="ft-field-error absolute start-0 top-full z-10 mt-1 w-max max-w-80 rounded-md border border-ft-border bg-ft-raised p-2"
        >
          {problem}
        </p>
      ) : null}
    </search>
  );
}
