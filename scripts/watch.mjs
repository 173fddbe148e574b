import { context } from "esbuild";
import { options } from "./bundle.mjs";
import { widgetBuilds } from "./widget.mjs";

// npm run dev: bundles the worker again at every change and says so on its own line; the widget in
// silence, as nothing has to be started anew.
let first = true;
const report = {
  name: "report",
  setup(build) {
    build.onEnd((result) => {
      if (!first && result.errors.length === 0) console.log("rebuilt");
      first = false;
    });
  },
};
const watching = await context({ ...options(["worker"]), plugins: [report] });
await watching.watch();
for (const options of widgetBuilds()) await (await context(options)).watch();
