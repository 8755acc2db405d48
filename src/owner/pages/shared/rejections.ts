/** What Meta's words for a rejection mean. */

const WORDS: Record<string, string> = {
  ABUSIVE_CONTENT: 'Meta finds that its words break the rules for business messages',
  INVALID_FORMAT: 'Meta finds its form wrong, for example where {{1}} stands',
  INCORRECT_CATEGORY: 'Meta files such a text under another category',
  TAG_CONTENT_MISMATCH: 'its words are in another language than the one it was handed in for',
  PROMOTIONAL: 'Meta takes it for advertising of another kind than it was handed in for',
  SCAM: 'Meta takes it for a fraud: leave out what looks like a prize or a demand',
};

/** @param reason as the provider gives it: a word of Meta's, or a sentence */
export function rejectionWords(reason: string): string {
  return WORDS[reason] ?? reason.replace(/\.$/, '');
}
