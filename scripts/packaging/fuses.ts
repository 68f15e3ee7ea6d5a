import { type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses'

/** Item 19 of Electron's security checklist: https://www.electronjs.org/docs/latest/tutorial/fuses */
export const fuses: FuseConfig = {
  version: FuseVersion.V1,
  // An unsigned package has to start on Apple silicon, too; signing comes after this and replaces it.
  resetAdHocDarwinSignature: true,
  [FuseV1Options.RunAsNode]: false,
  // No cookies are kept, and with it each start asks the keychain: https://github.com/electron/electron/blob/main/docs/tutorial/fuses.md
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
}
