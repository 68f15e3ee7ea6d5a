/** Tokens of the page that main needs too: what a window has before its first paint, so that nothing flashes. A test holds them to `tokens.css`. */

export const surfaces = {
  paper: { light: '#fbf9f5', dark: '#211e1b' },
  float: { light: '#fffefb', dark: '#2c2824' },
} as const
