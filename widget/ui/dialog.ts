/** From here down, the panel is a sheet over the whole page. */
const SHEET = "(max-width: 479.98px)";
const GAP_PX = 8;
/** Room that is enough below the bell, even if there is more above. */
const ROOM_PX = 400;

export type Shell = {
  show(): void;
  hide(): void;
  end(): void;
};

/**
 * Shows the panel beside the bell without moving anything of the page: in the top layer, or, where
 * it is small, as a modal sheet. `pressed` is asked to close, by `Escape` and by the browser's own ways.
 */
export function dialogShell(
  dialog: HTMLDialogElement,
  bell: HTMLElement,
  pressed: () => void,
): Shell {
  const sheet = matchMedia(SHEET);
  let isShown = false;
  let waiting = 0;

  const place = (): void => {
    waiting = 0;
    const { left, right, top, bottom } = bell.getBoundingClientRect();
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const own = dialog.offsetWidth;
    const wanted = left + right > width ? right - own : left;
    const isBelow = height - bottom >= Math.min(ROOM_PX, top);
    const { style } = dialog;
    style.left = `${Math.max(GAP_PX, Math.min(wanted, width - own - GAP_PX))}px`;
    style.top = isBelow ? `${Math.max(GAP_PX, bottom + GAP_PX)}px` : "auto";
    style.bottom = isBelow ? "auto" : `${Math.max(GAP_PX, height - top + GAP_PX)}px`;
    style.setProperty(
      "--room",
      `${Math.max(160, (isBelow ? height - bottom : top) - 2 * GAP_PX)}px`,
    );
  };
  const follow = (): void => {
    waiting ||= requestAnimationFrame(place);
  };

  const canceled = (event: Event): void => {
    event.preventDefault();
    pressed();
  };
  const escaped = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation();
    canceled(event);
  };
  // A focus that nothing has is not in the panel, and not elsewhere either.
  const escapedOutside = (event: KeyboardEvent): void => {
    if (event.target === document.body) escaped(event);
  };

  const show = (): void => {
    if (isShown) return;
    isShown = true;
    addEventListener("keydown", escapedOutside);
    if (sheet.matches) {
      dialog.removeAttribute("style");
      dialog.removeAttribute("popover");
      dialog.showModal();
      return;
    }
    dialog.popover = "manual";
    if ("showPopover" in dialog) dialog.showPopover();
    else (dialog as HTMLDialogElement).show();
    place();
    addEventListener("scroll", follow, true);
    addEventListener("resize", follow);
  };
  const hide = (): void => {
    if (!isShown) return;
    isShown = false;
    removeEventListener("keydown", escapedOutside);
    removeEventListener("scroll", follow, true);
    removeEventListener("resize", follow);
    cancelAnimationFrame(waiting);
    waiting = 0;
    if (dialog.open) dialog.close();
    if (dialog.popover && dialog.matches(":popover-open")) dialog.hidePopover();
  };
  const turned = (): void => {
    if (!isShown) return;
    hide();
    show();
  };
  sheet.addEventListener("change", turned);
  dialog.addEventListener("cancel", canceled);
  dialog.addEventListener("keydown", escaped);
  return {
    show,
    hide,
    end() {
      hide();
      sheet.removeEventListener("change", turned);
    },
  };
}
