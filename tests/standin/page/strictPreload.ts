/** Makes an object throw on what it doesn't have, so that a preload can't lean on something the double leaves out. */
export function strictPreload<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'string' && !(key in object) && key !== 'then')
        throw new Error(`not in the stand-in: ${name}.${key}`)
      return Reflect.get(object, key, receiver)
    },
  })
}
