"use client";

import { Popover } from "@heroui/react/popover";
import { CalendarDays, ListFilter } from "lucide-react";
import { useState } from "react";
import { FilterChip } from "@/components/lists/filter-bar";
import { FilterPopover } from "@/components/lists/filter-popover";
import { conditionWords, filterWords } from "@/components/lists/filter-words";
import { useList } from "@/components/lists/list-context";
import { useListShortcuts } from "@/components/lists/list-shortcuts";
import { useLocale, useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { Filter } from "@/core/filter/field";
import {
  COMPARED_WITH,
  type ComparedWith,
  type Days,
  REPORT_PERIODS,
  type ReportPeriod,
} from "@/core/filter/report-asked";
import { dayText } from "./step-text";
import { withWords } from "./with-words";

/** Which time the page is of, what it is compared with, which cases it counts, and all of it as a file. */
export function ReportBar({
  days,
  today,
  period,
  compare,
  csvHref,
}: {
  days: Days;
  today: string;
  period: ReportPeriod | "custom";
  compare: ComparedWith;
  /** Of all blocks. */
  csvHref: string;
}) {
  const t = useText();
  const { address, go } = useList();
  const set = (words: Parameters<typeof withWords>[1]) =>
    go({ filters: withWords(address.filters, words) });
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <fieldset className="flex flex-wrap items-center gap-1.5">
          <legend className="sr-only">{t("analytics.period")}</legend>
          {REPORT_PERIODS.map((one) => (
            <button
              key={one}
              type="button"
              className="ft-chip"
              aria-pressed={one === period}
              onClick={() =>
                set({ period: one === "m" ? undefined : one, from: undefined, to: undefined })
              }
            >
              {t(`analytics.period_${one}`)}
            </button>
          ))}
          <DaysPicker
            {...{ days, today }}
            isChosen={period === "custom"}
            onPick={(chosen) => set({ ...chosen, period: undefined })}
          />
        </fieldset>
        <label className="flex items-center gap-2 text-xs text-ft-2">
          {t("analytics.compare")}
          <select
            className="ft-input w-auto!"
            value={compare}
            onChange={({ target: { value } }) =>
              set({ compare: value === "previous" ? undefined : value })
            }
          >
            {COMPARED_WITH.map((one) => (
              <option key={one} value={one}>
                {t(`analytics.compare_${one}`)}
              </option>
            ))}
          </select>
        </label>
        <a href={csvHref} download className="button button--ghost button--sm">
          {t("analytics.exportAll")}
        </a>
      </div>
      <Chips />
    </div>
  );
}

function DaysPicker({
  days,
  today,
  isChosen,
  onPick,
}: {
  days: Days;
  today: string;
  isChosen: boolean;
  onPick: (days: Days) => void;
}) {
  const t = useText();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const [isWrong, setWrong] = useState(false);
  const label = isChosen
    ? t("analytics.customIs", { from: dayText(days.from, locale), to: dayText(days.to, locale) })
    : t("analytics.custom");
  const pick = (form: FormData) => {
    const [from, to] = [String(form.get("from")), String(form.get("to"))];
    const isGood = from !== "" && from <= to && daysBetween(from, to) < DAYS_MAX;
    setWrong(!isGood);
    if (!isGood) return;
    setOpen(false);
    onPick({ from, to });
  };
  return (
    <Popover isOpen={open} onOpenChange={setOpen}>
      <Button size="sm" look={isChosen ? "secondary" : "tertiary"}>
        <CalendarDays aria-hidden="true" />
        {label}
      </Button>
      <Popover.Content placement="bottom start">
        <Popover.Dialog aria-label={t("analytics.custom")} className="w-72 p-4 outline-none">
          <form
            className="grid gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              pick(new FormData(event.currentTarget));
            }}
          >
            <TextField
              label={t("analytics.from")}
              name="from"
              type="date"
              defaultValue={days.from}
              max={today}
              required
              error={isWrong ? t("analytics.badDays") : undefined}
            />
            <TextField
              label={t("analytics.to")}
              name="to"
              type="date"
              defaultValue={days.to}
              max={today}
              required
            />
            <Button type="submit" look="primary">
              {t("analytics.show")}
            </Button>
          </form>
        </Popover.Dialog>
      </Popover.Content>
    </Popover>
  );
}

const DAYS_MAX = 366;
const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

function Chips() {
  const t = useText();
  const locale = useLocale();
  const { list, address, go } = useList();
  const [adding, setAdding] = useState(false);
  const { filters } = address;
  const isChip = ({ field }: Filter) =>
    list.fields.some(({ name, kind }) => name === field && kind !== "words");
  const clear = () => go({ filters: filters.filter((filter) => !isChip(filter)) });
  useListShortcuts([
    { keys: "f", label: "lists.addFilter", run: () => setAdding(true) },
    { keys: "shift+f", label: "lists.clearFilters", run: clear },
  ]);
  const put = (next: Filter, how: "push" | "replace") =>
    go({ filters: [...filters.filter(({ field }) => field !== next.field), next] }, how);
  const chips = filters.filter(isChip);
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5">
      {chips.map((filter) => {
        const field = list.fields.find(({ name }) => name === filter.field);
        return field ? (
          <FilterChip
            key={filter.field}
            field={field}
            filter={filter}
            words={conditionWords(field, filter, t, locale)}
            removeLabel={t("lists.removeFilter", { filter: filterWords(field, filter, t, locale) })}
            onChange={put}
            onRemove={() => go({ filters: filters.filter((one) => one !== filter) })}
          />
        ) : null;
      })}
      <FilterPopover open={adding} onOpenChange={setAdding} onChange={put}>
        <Button size="sm">
          <ListFilter aria-hidden="true" />
          {t("lists.filter")}
        </Button>
      </FilterPopover>
      {chips.length > 1 ? (
        <Button size="sm" look="tertiary" onPress={clear}>
          {t("lists.clearFilters")}
        </Button>
      ) : null}
    </div>
  );
}
