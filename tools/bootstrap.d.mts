export function installed(base?: string): boolean;
export function install(): void;
export function runUnderOwnNode(script: string, args?: string[]): void;
