export const isCommon = (password: string): boolean => password === 'password1';
