// Restores a list of hits when a reader returns to it: how many were shown, and the scroll
// position.  The browser keeps both in the history entry.

/** @returns {{shown: number, scroll: number}} */
export function kept() {
  const { shown = 0, scroll = 0 } = history.state?.search ?? {};
  return { shown: Number(shown) || 0, scroll: Number(scroll) || 0 };
}

/** @param {{shown?: number, scroll?: number}} changes */
export function keep(changes) {
  history.replaceState({ ...history.state, search: { ...kept(), ...changes } }, "");
}

// The place is noted when a reader leaves; hits that come late would make the browser lose it.
export function keepPlace() {
  history.scrollRestoration = "manual";
  window.addEventListener("pagehide", () => keep({ scroll: window.scrollY }));
}
