/** The sample that the app's dashboard sends on *Test*: the same for every app, about a number that is none of its own. */
import { metaWebhook, textMessage } from './webhooks';

/** Meta's sample of the field `messages`. */
export function dashboardTest() {
  const message = textMessage({
    from: '16315551181',
    name: 'test user name',
    id: 'ABGGFlA5Fpa',
    at: 1_504_902_988_000,
    text: 'this is a text message',
  });
  return metaWebhook([message], {
    wabaId: '0',
    phoneNumberId: '123456123',
    displayPhoneNumber: '16505551111',
  });
}
