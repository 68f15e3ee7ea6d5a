/** A window's colour before its first paint is that of the page. */
import { parse } from 'culori'
import { expect, test } from 'vitest'
import { surfaces } from '../../src/main/windows/surfaces'
import { colour, themes } from './tokens'

test.each(['paper', 'float'] as const)('main’s %s is the page’s', (name) => {
  for (const theme of themes) expect(parse(surfaces[name][theme]), theme).toEqual(colour(`--${name}`, theme))
})
