export const root: string;
/** Program -> Debian package; answers what is missing still. */
export function systemPrograms(packages: Record<string, string>): string[];
