import { CircleAlert } from "lucide-react";
import { Say } from "@/components/text/say";

/** How much of the room is used; over it, icon and word say so too. */
export function Counter({ n, max }: { n: number; max: number }) {
  const isOver = n > max;
  return (
    <span
      className={`ft-figures flex items-center gap-1 text-xs ${isOver ? "text-(--ft-due)" : "text-ft-3"}`}
    >
      {isOver ? <CircleAlert aria-hidden="true" size={14} /> : null}
      <Say text={isOver ? "contents.countOver" : "contents.count"} slots={{ n, max }} />
    </span>
  );
}
