/** Pages that wait for something ask again every three or four seconds: in tests they ask sooner. */
export const IMPATIENT = `for (const name of ['setTimeout', 'setInterval']) {
  const later = window[name].bind(window);
  window[name] = (work, ms, ...given) => later(work, ms === 3000 || ms === 4000 ? 300 : ms, ...given);
}`;
