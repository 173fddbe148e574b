import { describe, expect, it } from "vitest";
import { ariaKeys, keyNames } from "./key-names";
import { isSingle, matches, type Press, parseKeys } from "./keys";
import { meaningOf, type Registered, type Where } from "./registry";

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : "",
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const fits = (keys: string, event: Press, mac = false) =>
  parseKeys(keys).every((chord) => matches(chord, event, mac));

describe("a press", () => {
  it("means mod by Ctrl, and by Command on a Mac", () => {
    expect(fits("mod+k", press("k", { ctrlKey: true }))).toBe(true);
    expect(fits("mod+k", press("k", { metaKey: true }))).toBe(false);
    expect(fits("mod+k", press("k", { metaKey: true }), true)).toBe(true);
    expect(fits("k", press("k", { ctrlKey: true }))).toBe(false);
  });

  it("of a letter needs exactly its Shift", () => {
    expect(fits("shift+e", press("E", { shiftKey: true }))).toBe(true);
    expect(fits("e", press("E", { shiftKey: true }))).toBe(false);
    expect(fits("e", press("E"))).toBe(true);
  });

  it("of a mark counts wherever the keyboard has that mark", () => {
    expect(fits("?", press("?", { shiftKey: true }))).toBe(true);
    expect(fits("/", press("/", { shiftKey: true }))).toBe(true);
    expect(fits("[", press("[", { ctrlKey: true, altKey: true }))).toBe(true);
    expect(fits("[", press("[", { altKey: true }), true)).toBe(true);
    expect(fits("mod+shift+,", press("<", { ctrlKey: true, shiftKey: true, code: "Comma" }))).toBe(
      true,
    );
    expect(fits(".", press(".", { ctrlKey: true }))).toBe(false);
  });

  it("of a function key needs exactly its Shift, and is no single key", () => {
    expect(fits("f8", press("F8"))).toBe(true);
    expect(fits("f8", press("F8", { shiftKey: true }))).toBe(false);
    expect(fits("shift+f8", press("F8"))).toBe(false);
    expect(fits("shift+f8", press("F8", { shiftKey: true }))).toBe(true);
    expect(parseKeys("f8").some(isSingle)).toBe(false);
  });

  it("on a Cyrillic keyboard means the letter in that place", () => {
    expect(fits("c", press("с", { code: "KeyC" }))).toBe(true);
  });

  it("of a letter, mark or Shift and letter is a single key; arrows and mod are not", () => {
    const single = ["e", "shift+e", "?", "mod+k", "down", "enter"].map((keys) =>
      parseKeys(keys).some(isSingle),
    );
    expect(single).toEqual([true, true, true, false, false, false]);
  });
});

const shortcut = (keys: string, more: Partial<Registered> = {}): Registered => ({
  id: keys,
  keys,
  scope: "shortcuts.page",
  label: "common.save",
  run: () => {},
  ...more,
});
const WHERE: Where = {
  mac: false,
  pending: [],
  typing: false,
  singleKeys: true,
  dialogOpen: false,
};

describe("what a press does", () => {
  const all = [
    shortcut("mod+k", { inDialog: true }),
    shortcut("g t"),
    shortcut("t"),
    shortcut("x"),
    shortcut("f8"),
  ];
  const run = (event: Press, where: Partial<Where> = {}) =>
    meaningOf(all, event, { ...WHERE, ...where }).run?.id;

  it("finishes a sequence instead of the single key its last stroke is", () => {
    const { run: none, pending } = meaningOf(all, press("g"), WHERE);
    expect([none, pending.length]).toEqual([undefined, 1]);
    expect(run(press("t"), { pending })).toBe("g t");
    expect(run(press("t"))).toBe("t");
  });

  it("is nothing when a sequence goes wrong", () => {
    expect(meaningOf(all, press("x"), { ...WHERE, pending: [press("g")] })).toEqual({
      pending: [],
    });
  });

  it("is nothing in a text field, but for those with mod and function keys", () => {
    expect(run(press("F8"), { typing: true })).toBe("f8");
    expect(run(press("x"), { typing: true })).toBeUndefined();
    expect(run(press("k", { ctrlKey: true }), { typing: true })).toBe("mod+k");
  });

  it("leaves single keys alone where they are off", () => {
    expect(run(press("x"), { singleKeys: false })).toBeUndefined();
    expect(run(press("k", { ctrlKey: true }), { singleKeys: false })).toBe("mod+k");
  });

  it("reaches nothing beneath an open dialog", () => {
    expect(run(press("x"), { dialogOpen: true })).toBeUndefined();
    expect(run(press("k", { ctrlKey: true }), { dialogOpen: true })).toBe("mod+k");
  });

  it("is the page's own before what works everywhere, also when the frame came later", () => {
    const own = shortcut("/", { id: "own" });
    const frame = shortcut("/", { id: "frame", scope: "shortcuts.everywhere" });
    for (const both of [
      [own, frame],
      [frame, own],
    ]) {
      expect(meaningOf(both, press("/"), WHERE).run?.id).toBe("own");
    }
  });

  it("is the newest of two with the same keys", () => {
    const newer = shortcut("x", { id: "newer" });
    expect(meaningOf([...all, newer], press("x"), WHERE).run?.id).toBe("newer");
  });
});

describe("the names of keys", () => {
  const words = {
    mod: "Strg",
    shift: "Umschalt",
    alt: "Alt",
    enter: "Eingabe",
    escape: "Esc",
    space: "Leertaste",
    backspace: "Rücktaste",
    delete: "Entf",
  };

  it("are signs on a Mac and words elsewhere", () => {
    expect(keyNames("mod+shift+k", words, true)).toEqual(["⌘⇧K"]);
    expect(keyNames("mod+shift+k", words, false)).toEqual(["Strg+Umschalt+K"]);
    expect(keyNames("g t", words, false)).toEqual(["G", "T"]);
    expect(keyNames("down", words, false)).toEqual(["↓"]);
  });

  it("are told to assistive technology for one stroke", () => {
    expect([ariaKeys("mod+k", false), ariaKeys("mod+k", true), ariaKeys("g t", true)]).toEqual([
      "Control+K",
      "Meta+K",
      undefined,
    ]);
  });
});
