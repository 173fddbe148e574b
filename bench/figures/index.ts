import type { Figure } from "../figure";
import type { Stage } from "../stage";
import { analytics } from "./analytics";
import { baseline, inserts } from "./baseline";
import { consoleFigures } from "./console";
import { counts } from "./counts";
import { delivery } from "./delivery";
import { editorFigures } from "./editor";
import { engine } from "./engine";
import { inbox } from "./inbox";
import { latency } from "./latency";
import { lists } from "./lists";
import { live } from "./live";
import { memory } from "./memory";
import { opening } from "./opening";
import { pending } from "./pending";
import { people } from "./people";
import { replies } from "./replies";
import { rotaFigures } from "./rota";
import { simulate } from "./simulate";
import { snapshot } from "./snapshot";
import { storm } from "./storm";
import { workers } from "./workers";

/** What can be measured, by the name to give on the command line. */
export const FIGURES: Record<string, (stage: Stage) => Promise<Figure[]>> = {
  engine,
  opening,
  workers,
  pending,
  snapshot,
  latency,
  memory,
  live,
  inbox,
  delivery,
  replies,
  storm,
  simulate,
  rota: rotaFigures,
  lists,
  people,
  counts,
  analytics,
  console: consoleFigures,
  editor: editorFigures,
  baseline,
  inserts,
};

/** What `npm run bench` measures: `engine` runs the baseline and the inserts itself. */
export const USUAL = [
  "engine",
  "opening",
  "workers",
  "pending",
  "snapshot",
  "latency",
  "memory",
  "live",
  "delivery",
  "replies",
  "simulate",
  "rota",
];
