/** Which command a key press is for, by the keys that commands have now. */
import { type Command, type CommandId, commands } from '#shared/contract/commands'
import { isPressed, isPressedByPlace, type PressedKey } from '#shared/domain/settings/commandKeys'

export function commandPressed(
  pressed: PressedKey,
  keysOf: ReadonlyMap<CommandId, string>,
  mac: boolean,
): CommandId | null {
  const find = (is: typeof isPressed) => (command: Command) =>
    [keysOf.get(command.id), command.alsoKeys].some((keys) => keys !== undefined && is(pressed, keys, mac))
  // What the layout produces counts first: another command may have it where a layout has no backslash.
  return (commands.find(find(isPressed)) ?? commands.find(find(isPressedByPlace)))?.id ?? null
}
