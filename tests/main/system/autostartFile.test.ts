import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAutostartFile, desktopEntry } from '../../../src/main/system/autostartFile'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-login-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const command = ['/opt/Throughline/throughline', '--hidden']

test('it is written, read back as it is, and taken away', async () => {
  const path = join(folder, 'config/autostart/throughline.desktop')
  const item = createAutostartFile(path, command)
  expect(await item.read()).toBe(false)
  await item.set(true)
  expect(await item.read()).toBe(true)
  expect(readFileSync(path, 'utf8')).toContain('\nExec="/opt/Throughline/throughline" "--hidden"\n')
  await item.set(false)
  expect(await item.read()).toBe(false)
  expect(readdirSync(join(folder, 'config/autostart'))).toEqual([])
  await item.set(false)
})

test('what the desktop’s own settings switched off is off', async () => {
  const path = join(folder, 'throughline.desktop')
  const item = createAutostartFile(path, command)
  for (const line of ['Hidden=true', 'X-GNOME-Autostart-enabled=false']) {
    writeFileSync(path, `${desktopEntry(command)}${line}\n`)
    expect(await item.read(), line).toBe(false)
  }
  await item.set(true)
  expect(await item.read()).toBe(true)
})

test('one of another program, place or profile does not start this one', async () => {
  const path = join(folder, 'throughline.desktop')
  const item = createAutostartFile(path, command)
  for (const other of [['/home/ines/Throughline-0.1.AppImage', '--hidden'], command.slice(0, 1), [...command, '-x']]) {
    writeFileSync(path, desktopEntry(other))
    expect(await item.read(), other.join(' ')).toBe(false)
  }
  // A desktop may write its own words into the file.
  writeFileSync(path, `${desktopEntry(command)}X-GNOME-Autostart-Delay=5\n`.replace('Exec=', 'Exec = '))
  expect(await item.read()).toBe(true)
  await item.set(false)
  expect(readdirSync(folder)).toEqual([])
})

test('a place that can’t be written says so', async () => {
  writeFileSync(join(folder, 'file'), '')
  const item = createAutostartFile(join(folder, 'file/autostart/throughline.desktop'), command)
  await expect(item.set(true)).rejects.toMatchObject({ code: 'folder-missing' })
  expect(await item.read()).toBe(false)
})

test('any program and folder survives the quoting twice', () => {
  const hostile = '/home/a b/"$HOME"/`x`/100%/back\\slash'
  const line =
    desktopEntry([hostile])
      .split('\n')
      .find((text) => text.startsWith('Exec=')) ?? ''
  // As the specification reads it: the value's escapes, the argument's quotes, the field codes.
  const value = line.slice('Exec='.length).replace(/\\\\/g, '\\')
  const argument = value
    .slice(1, -1)
    .replace(/\\(["`$\\])/g, '$1')
    .replace(/%%/g, '%')
  expect(argument).toBe(hostile)
})
