/** `GET /local/view.json`: everything that the page shows, but for the sheet's rows. */
import type { Playground } from './playground';
import { BUSINESS } from './provider';
import { rewardsStory } from './rewards-story';
import type { Person, View } from './view';

const MOST_SHOWN = 200;

export function viewOf(playground: Playground): View {
  const { script, provider, personal, screen, weather, twice, version } = playground;
  const people = provider.people();
  return {
    version,
    now: script.clock.now,
    timeZone: script.spreadsheet.timeZone,
    business: BUSINESS,
    provider: provider.name,
    people: people.map(personOf),
    chats: Object.fromEntries(people.map(({ key }) => [key, provider.chat(key)])),
    personal,
    sheets: playground.tabs(),
    rewards: rewardsStory(script.spreadsheet),
    menus: screen.menus,
    happened: playground.world.history.happenings.slice(-MOST_SHOWN),
    sidebar: screen.sidebar,
    dialog: screen.dialog,
    question: screen.question,
    notices: screen.notices,
    weather,
    twice,
    selection: playground.selection(),
  };
}

function personOf({ key, name, phone, userId, username, showsPhone }: Person): Person {
  return {
    key,
    name,
    userId,
    showsPhone,
    ...(phone === undefined ? {} : { phone }),
    ...(username === undefined ? {} : { username }),
  };
}
