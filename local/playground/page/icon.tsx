/** The small pictures on the buttons, drawn with the text's colour. */

const PATHS = {
  add: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12l16-8-6 16-3-7z',
  link: 'M14 4h6v6M20 4l-9 9M10 5H5v14h14v-5',
  reply: 'M10 7L5 12l5 5M5 12h9a5 5 0 0 1 5 5v1',
  ticks: 'M2 13l4 4L15 7M11 16l1 1L22 7',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2',
  chat: 'M4 5h16v11H9l-5 4z',
  sheet: 'M4 4h16v16H4zM4 10h16M10 10v10',
  pulse: 'M3 12h4l3-7 4 14 3-7h4',
  again: 'M4 12a8 8 0 1 0 3-6M4 4v5h5',
  bag: 'M6 8h12l1 12H5zM9 8V6a3 3 0 0 1 6 0v2',
  down: 'M7 10l5 5 5-5',
  warning: 'M12 4l9 16H3zM12 10v4M12 17v.01',
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg viewBox="0 0 24 24" class="icon" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
