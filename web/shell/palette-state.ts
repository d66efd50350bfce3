const opened = new EventTarget();

/** Asks for the command palette from anywhere. */
export function openPalette(): void {
  opened.dispatchEvent(new Event('open'));
}

/** Hears when the palette is asked for, by a button or by its keys (Ctrl K, ⌘ K, and / outside fields). Returns how to stop. */
export function onPaletteWanted(open: () => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (!isPaletteKey(event)) return;
    event.preventDefault();
    open();
  };
  opened.addEventListener('open', open);
  window.addEventListener('keydown', onKey);
  return () => {
    opened.removeEventListener('open', open);
    window.removeEventListener('keydown', onKey);
  };
}

function isPaletteKey(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey)
    return true;
  const isTyping =
    event.target instanceof Element &&
    event.target.closest('input, textarea, select, [contenteditable="true"]') !== null;
  return event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping;
}
