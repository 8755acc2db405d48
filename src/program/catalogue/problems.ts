/** What is said of a value that cannot be used. */

export const PROBLEMS = {
  sameButton:
    '“{other}” says the same, and WhatsApp refuses two buttons with the same words. Until you reword one of them, they are sent as text.',
  empty: 'A text cannot be empty.',
  long: 'At most {limit} characters; this has {length}.',
  placeholder: '{given} means nothing here. What can be used: {could}.',
  placeholderOrHeading:
    '{given} means nothing here. What can be used: {could}; and a heading of the tab Clients that clients may see, written exactly so.',
  unknown: '{given} is not known here. Use {phone} or {code}, written exactly so.',
  nobody:
    'The invitation does not say who invites. Put {phone} or {code} where the inviter belongs.',
  twice: 'The invitation names the inviter more than once. Keep one {phone} or one {code}.',
  wordless:
    'The invitation could not be told apart from any other message. Add a word or an emoji beside {given}.',
  touchesPhone:
    '{phone} touches a digit or a plus sign and would run together with it. Put a space between them.',
  touchesCode:
    '{code} touches a digit, a plus sign or a letter and would run together with it. Put a space between them.',
  longLink:
    'The invitation is too long for a link ({length} characters; it must stay below {limit}). Shorten it; letters other than Latin ones count as six to nine characters each.',
} as const;
