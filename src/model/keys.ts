/** The keys of a fixed list in their order, with their type, which `Object.keys` forgets. */
export function listKeys<T extends object>(list: T): (keyof T & string)[] {
  return Object.keys(list) as (keyof T & string)[];
}
