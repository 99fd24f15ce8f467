export function policy(env: { PUBLIC_KAKAO_KEY?: string }): string;
export function secured(response: Response, pathname: string, env: { PUBLIC_KAKAO_KEY?: string }): Response;
