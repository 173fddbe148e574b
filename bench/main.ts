import { runPeers } from "./delivery/peers";
import { workAndTell, workOnSignal } from "./engine/worker";
import { type Figure, tableOf } from "./figure";
import { FIGURES, USUAL } from "./figures";
import { openStage } from "./stage";

const [name = "all", url = ""] = process.argv.slice(2);

async function measure(names: readonly string[]): Promise<void> {
  const stage = await openStage();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stage.close().finally(() => process.exit(130)));
  }
  const figures: Figure[] = [];
  try {
    for (const one of names) {
      stage.say(`${one} …`);
      figures.push(...((await FIGURES[one]?.(stage)) ?? []));
    }
  } finally {
    await stage.close();
  }
  process.stdout.write(`\n${tableOf(figures)}\n`);
}

if (name === "work") await workOnSignal(url);
else if (name === "tell") await workAndTell(url);
else if (name === "peers") await runPeers();
else if (name === "all") await measure(USUAL);
else if (name in FIGURES) await measure(process.argv.slice(2));
else {
  process.stderr.write(`There is no figure ${name}. Known: ${Object.keys(FIGURES).join(", ")}\n`);
  process.exit(1);
}
