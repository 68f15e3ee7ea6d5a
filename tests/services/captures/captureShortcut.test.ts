import { expect, test, vi } from 'vitest'
import { Failure } from '#shared/domain/failure'
import { createCaptureShortcut } from '../../../src/main/services/captures/captureShortcut'

function made(first: string | null = null, taken: readonly string[] = []) {
  const others = new Set(taken)
  const held = new Map<string, () => void>()
  const disk = { keys: first, fails: false }
  const pressed = vi.fn()
  const tried = vi.fn()
  const captureKeys = createCaptureShortcut({
    keys: {
      register(accelerator, call) {
        if (others.has(accelerator)) return false
        held.set(accelerator, call)
        return true
      },
      unregister: (accelerator) => void held.delete(accelerator),
    },
    stored: () => disk.keys,
    async store(keys) {
      if (disk.fails) throw new Failure('disk-full', 'made up')
      disk.keys = keys
    },
    pressed,
    tried,
  })
  return { captureKeys, held, others, disk, pressed, tried }
}

test('there are none until some are chosen; then those, also after a restart, and none again', async () => {
  const { captureKeys, held, disk, pressed } = made()
  captureKeys.start()
  expect([...held]).toEqual([])
  expect(await captureKeys.choose('Control+J')).toEqual({ keys: 'Control+J', isFree: true })
  held.get('Control+J')?.()
  expect(pressed).toHaveBeenCalledOnce()
  const again = made(disk.keys)
  again.captureKeys.start()
  expect([...again.held.keys()]).toEqual(['Control+J'])
  expect(await again.captureKeys.choose(null)).toEqual({ keys: null, isFree: true })
  expect([...again.held]).toEqual([])
})

test('keys of another program are refused, and those from before stay', async () => {
  const { captureKeys, held, disk } = made('Control+J', ['Control+K'])
  captureKeys.start()
  expect(await captureKeys.choose('Control+K')).toEqual({ keys: 'Control+K', isFree: false })
  expect([...held.keys()]).toEqual(['Control+J'])
  expect(disk.keys).toBe('Control+J')
})

test('chosen keys that are taken at the start are said, and taken once they are free', () => {
  const { captureKeys, others, held } = made('Control+J', ['Control+J'])
  captureKeys.start()
  expect(captureKeys.read()).toEqual({ keys: 'Control+J', isFree: false })
  others.clear()
  expect(captureKeys.read()).toEqual({ keys: 'Control+J', isFree: true })
  expect(held.size).toBe(1)
})

test('a choice that can’t be stored is no choice', async () => {
  const { captureKeys, held, disk } = made('Control+J')
  captureKeys.start()
  disk.fails = true
  await expect(captureKeys.choose('Control+K')).rejects.toMatchObject({ code: 'disk-full' })
  expect([...held.keys()]).toEqual(['Control+J'])
})

test('while they are tried out a press opens nothing', async () => {
  const { captureKeys, held, pressed, tried } = made('Control+J')
  captureKeys.start()
  captureKeys.tryOut(true)
  held.get('Control+J')?.()
  expect(tried).toHaveBeenCalledOnce()
  captureKeys.tryOut(false)
  held.get('Control+J')?.()
  expect(pressed).toHaveBeenCalledOnce()
  captureKeys.stop()
  expect(held.size).toBe(0)
})
