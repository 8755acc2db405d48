/** What the owner can do about a notice template that does not work; the notices wait meanwhile. */
export const TEMPLATE_TO_DO =
  'Look at the template where you made it, and at “Notice template”, its language and its values in the Settings tab. Until it works, notices wait for the inviter’s next message.';
