/** How far “move_due” moves a due date. */
const MOVES_BY = "P7D";

/** Whether a date belongs to it. */
export const isDated = (what: string): boolean => what === "move_due_to" || what === "holiday_on";

/** What a row of choices comes to, to be parsed: `after` is how long after `from` it happens. */
export function behaviourFrom(what: string, from: string, after: unknown, date: string): unknown {
  const [place = "", n = ""] = from.split(" ");
  const at = place === "start" ? { after } : { [place]: Number(n), after };
  const [kind = "", ...rest] = what.split(" ");
  const named = rest.join(" ");
  switch (kind) {
    case "action":
      return { do: kind, action: named, at };
    case "event":
      return { do: kind, event: named, at };
    case "move_due":
      return { do: kind, by: MOVES_BY, at };
    case "move_due_to":
      return { do: "move_due", dueAt: date, at };
    case "holiday_on":
      return { do: "holiday", on: date, at };
    default:
      return { do: kind, at };
  }
}
