/** How each provider names an approved template: another provider's name in the settings would lose every notice. */

const CONTENT_SID = /^HX[0-9a-f]{32}$/i;

/**
 * What is wrong with a template's name, in words for the owner.
 *
 * @param provider as the setting *Provider* has it
 * @param name as the setting *Notice template* has it; '' is fine, and is anything where there are no templates
 * @returns null when the provider can know a template by this name
 */
export function templateNameProblem(provider: string, name: string): string | null {
  if (name === '' || provider === 'green' || provider === 'telegram') return null;
  if (provider === 'twilio') {
    return CONTENT_SID.test(name)
      ? null
      : 'Twilio knows a template by its Content SID: HX and 32 digits and letters a–f. Copy it from the Content Template Builder.';
  }
  if (CONTENT_SID.test(name)) {
    return 'This is a template of Twilio’s. Write the template’s name as WhatsApp Manager shows it.';
  }
  return /^[a-z0-9_]{1,512}$/.test(name)
    ? null
    : 'A template’s name has small letters, digits and underscores only.';
}
