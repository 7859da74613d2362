/** What one zone is called and says in the picture. */
export interface ZoneMark {
  readonly id: string;
  readonly title: string;
  /** The address that the zone links to. */
  readonly url: string;
  /** A figure to colour the zone by; null where there is none, undefined where the map shows no figures. */
  readonly value?: number | null;
  /** The figure as printed. */
  readonly text?: string;
}
