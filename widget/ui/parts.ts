/** All of the panel that is needed only once somebody does something there: one chunk. */
export { Blocks } from "./blocks";
export { DRAWER_STYLE } from "./drawer-style";
export { Earlier } from "./earlier";
export { Gone } from "./gone";
export { HeadMenu } from "./head-menu";
export { RowDrawer } from "./row-drawer";
export { UndoButton } from "./undo-button";
export { act, archive, dropKept, expand, toggleDrawer, turnRead, undo, unsnooze } from "./verbs";
