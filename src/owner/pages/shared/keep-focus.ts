/** Keeps the keyboard's place: when an update takes away what had the focus, what was around it gets it. */

/**
 * Watches a part of the page from now on.
 *
 * @param root where updates happen; it is the last resort itself
 * @returns ends the watching
 */
export function keepFocus(root: HTMLElement): () => void {
  let around: HTMLElement[] = [];
  const remember = ({ target }: FocusEvent) => {
    around = [];
    for (let at = target as HTMLElement | null; at && at !== root; at = at.parentElement) {
      around.push(at);
    }
  };
  // What is taken away loses the focus too; what the owner leaves is still there a moment later.
  const leave = ({ target }: FocusEvent) => {
    setTimeout(() => {
      const left = (target as HTMLElement).isConnected && around[0] === target;
      if (left && document.activeElement !== target) around = [];
    });
  };
  const watch = new MutationObserver(() => {
    if (!around.length || around[0]?.isConnected) return;
    // Another window is not to lose the focus to this one.
    if (!document.hasFocus() || document.activeElement !== document.body) return;
    const next = around.find((one) => one.isConnected) ?? root;
    around = [];
    if (!next.hasAttribute('tabindex')) next.tabIndex = -1;
    next.focus({ preventScroll: true });
  });
  root.addEventListener('focusin', remember);
  root.addEventListener('focusout', leave);
  watch.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', remember);
    root.removeEventListener('focusout', leave);
    watch.disconnect();
  };
}
