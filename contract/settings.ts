import { Type, type Static } from 'typebox';

export const SettingsInput = Type.Object({
  smallGroupThreshold: Type.Integer({ minimum: 2, maximum: 1000 }),
  timeZone: Type.String({ minLength: 1, maxLength: 60 }),
});
export type SettingsInput = Static<typeof SettingsInput>;

/** The rules of the network. */
export const SettingsView = Type.Object({
  ...SettingsInput.properties,
  version: Type.Integer(),
  abilities: Type.Object({ change: Type.Boolean() }),
});
export type SettingsView = Static<typeof SettingsView>;
