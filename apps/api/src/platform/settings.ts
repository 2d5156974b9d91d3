/** What of the environment the request path needs; built once at boot. */
export class Settings {
  constructor(
    readonly publicUrl: string | undefined,
    readonly demo: boolean,
    readonly version: string,
    /** Where files of the installation are written; none: nothing is. */
    readonly dataFolder?: string,
  ) {}
}
