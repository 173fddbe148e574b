/** All of the panel that is needed only once somebody does something there: one chunk. */
export { attend } from "./attend";
export { Blocks } from "./blocks";
export { DRAWER_STYLE } from "./drawer-style";
export { Earlier } from "./earlier";
export { Gone } from "./gone";
export { HeadMenu } from "./head-menu";
export { loadAllWords } from "./later-words";
export { RowDrawer } from "./row-drawer";
export { onRowKey, onTabKey } from "./row-keys";
export { openSettings, Settings } from "./settings";
export { UndoButton } from "./undo-button";
export { act, archive, expand, toggleDrawer, turnRead, undo, unsnooze } from "./verbs";
