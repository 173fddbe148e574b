export function warnOfContrast(_panel: HTMLElement, _locale: string): void {}
