import { Search } from "lucide-react";
import type { ListParams } from "./list-href";

/** A search that works without JavaScript: a GET form that keeps the other filters. */
export function SearchForm({
  label,
  params,
  name = "q",
}: {
  label: string;
  params: ListParams;
  name?: string;
}) {
  return (
    <search>
      <form method="get" className="relative">
        {Object.entries(params).map(([other, value]) =>
          other === name || other === "cursor" || !value ? null : (
            <input key={other} type="hidden" name={other} value={value} />
          ),
        )}
        <Search
          aria-hidden="true"
          size={14}
          className="pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2 text-ft-3"
        />
        <input
          type="search"
          name={name}
          aria-label={label}
          placeholder={label}
          defaultValue={params[name]}
          key={params[name]}
          maxLength={200}
          className="ft-input w-60 ps-8"
        />
      </form>
    </search>
  );
}
