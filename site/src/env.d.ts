/** What site/wrangler.toml binds. The Worker's own types would clash with those of the browser. */
declare module 'cloudflare:workers' {
  export const env: {
    API: { fetch(input: string | Request, init?: RequestInit): Promise<Response> };
    ENVIRONMENT: string;
    PUBLIC_KAKAO_KEY?: string;
  };
}
