/** @jsxImportSource preact */
import type { Desk } from "./desk";
import { Menu } from "./menu";
import { readAll } from "./verbs";
import { countedTab, lookAt } from "./view";

/** What is done with the whole list. */
export function HeadMenu({ desk }: { desk: Desk }) {
  const { say } = desk;
  return (
    <Menu
      label={say("more")}
      isRtl={desk.host.dir === "rtl"}
      close={() => desk.change({ isMenuOpen: false })}
      choices={[
        { key: "read", label: say("readAll"), pick: () => readAll(desk) },
        {
          key: "archived",
          label: countedTab(desk, "archived"),
          pick: () => lookAt(desk, "archived"),
        },
      ]}
    />
  );
}
