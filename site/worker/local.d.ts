export function relocated(response: Response, origin: string): Promise<Response>;
