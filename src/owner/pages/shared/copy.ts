/** Copies to the clipboard from inside Google's frame, where the newer way is often forbidden. */

/** Copies a text. @returns whether it worked; the caller says so */
export async function copy(text: string): Promise<boolean> {
  const field = document.createElement('textarea');
  field.value = text;
  field.style.cssText = 'position:fixed;top:0;opacity:0';
  const active = document.activeElement as HTMLElement | null;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  active?.focus();
  if (copied) return true;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
