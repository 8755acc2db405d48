/** Reads notices: of whom they tell, alone or together with others. */

/** Whether a message to an inviter tells of somebody. */
export function tellsOf(text: string, name: string): boolean {
  if (text.startsWith(`Good news: ${name} `)) return true;
  const [, names = ''] =
    /^\d+ friends have joined through your link: (.*)\. Thank you!$/.exec(text) ?? [];
  return names.split(', ').includes(name);
}

/** Whether a message is a notice at all. */
export function isNotice(text: string): boolean {
  return /^(Good news: |\d+ friends have joined )/.test(text);
}
