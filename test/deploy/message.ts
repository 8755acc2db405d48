/** A message as Meta delivers it. */

/** *Link*, written by this phone. */
export function messageFrom(phone: string, phoneNumberId: string): object {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: phoneNumberId },
    contacts: [{ profile: { name: 'Sheena' }, wa_id: phone }],
    messages: [
      {
        from: phone,
        id: `wamid.${phone}`,
        timestamp: String(Math.floor(Date.now() / 1000)),
        type: 'text',
        text: { body: 'Link' },
      },
    ],
  };
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: 'WABA', changes: [{ field: 'messages', value }] }],
  };
}
