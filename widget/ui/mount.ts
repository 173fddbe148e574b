import { BASE_STYLE } from "./base-style";
import { listViewOf } from "./desk";
import { dialogShell } from "./dialog";
import { beginDrawing, type Drawing } from "./drawing";
import type { PanelHost, PanelView } from "./host";
import { whenIdle } from "./idle";
import { HEADING_ID } from "./panel";
import { PANEL_STYLE } from "./panel-style";
import { unfoldedParts } from "./unfolded";
import { loadWords } from "./words";

const PANEL_ID = "fu-panel";

function elements(host: PanelHost) {
  const panel = document.createElement(host.mode === "bell" ? "dialog" : "section");
  panel.id = PANEL_ID;
  panel.className = `fu panel ${host.mode}`;
  panel.dir = host.dir;
  panel.setAttribute("part", "panel");
  panel.setAttribute("aria-labelledby", HEADING_ID);
  const content = document.createElement("div");
  content.className = "content";
  const live = document.createElement("div");
  live.className = "vh";
  live.setAttribute("aria-live", "polite");
  panel.append(content, live);
  host.root.append(panel);
  return { panel, content, live };
}

/** Draws the panel, from the first time it is wanted until its element leaves the page. */
export function mountPanel(host: PanelHost): PanelView {
  host.style(BASE_STYLE + PANEL_STYLE);
  const { panel, content, live } = elements(host);
  const isDialog = panel instanceof HTMLDialogElement;
  const shell = isDialog ? dialogShell(panel, host.element, () => host.close(true)) : null;
  let isShown = !isDialog;
  let isEnded = false;
  let drawing: Drawing | null = null;

  const showList = (): void => {
    if (!drawing) return;
    drawing.desk.change({ now: Date.now() });
    void host.inbox.open(listViewOf(drawing.desk.look.view));
    host.inbox.seen();
    drawing.draw();
    if (isDialog) host.root.getElementById(HEADING_ID)?.focus({ preventScroll: true });
  };

  const begin = async (): Promise<void> => {
    const words = await loadWords(host.lang);
    if (isEnded) return;
    const begun = beginDrawing(host, words, { panel, content, live, isShown: () => isShown });
    drawing = begun;
    if (isShown) showList();
    // Fetched before it is wanted, so that it is here when the connection is not.
    whenIdle(() => unfoldedParts(begun.desk));
  };
  void begin();

  return {
    id: PANEL_ID,
    show() {
      if (isShown) return;
      isShown = true;
      shell?.show();
      showList();
    },
    hide() {
      if (!isShown) return;
      isShown = false;
      drawing?.desk.change({ drawer: null, isMenuOpen: false, note: null });
      shell?.hide();
      live.textContent = "";
    },
    destroy() {
      isEnded = true;
      isShown = false;
      drawing?.end();
      shell?.end();
      panel.remove();
    },
  };
}
