const KO = `테토·에겐 테스트: 내 데이터

이 ZIP에는 이 계정에 관해 저희가 가진 모든 것이 들어 있어요. 시각은 모두 UTC예요.

account.json      계정: 주소, 이름, 역할, 상태, 로그인 방법
preferences.json  설정: 언어, 화면, 알림, 통계 동의, 판매 거부
consents.json     언제 어떤 글에 동의했거나 동의를 거뒀는지
sign-ins.json     어디에서 로그인했는지: 기기, 지역, 시각
passkeys.json     패스키의 이름과 날짜 (열쇠 자체는 기기에만 있어요)
identities.json   연결한 외부 계정
exports.json      내보내기를 요청한 기록
audit.json        이 계정에 일어난 일: 직접 한 일과 운영진이 한 일
results/*.json    결과: 점수와 오차, 비교한 집단(percentiles.basis), 답한 내용
                  category는 0부터 센 보기 번호, ms는 질문을 본 시간(밀리초).
                  바꾼 답도 순서대로 있어요. 마지막 것이 점수에 쓰였어요.
                  answers가 null이면 답이 이미 지워진 거예요.
                  score.refusal이 있으면 유형이 없는 결과예요. 그 옆의 숫자는 답을 더한 값일 뿐, 아무 뜻도 없어요.
                  score.fit.cautious가 true면 조심해서 읽을 결과예요. 오차가 이미 그만큼 넓혀져 있어요.
results/*.pdf     결과를 인쇄한 것

비밀번호, 인증 앱의 비밀 값, 복구 코드는 저희도 읽을 수 없는 형태로만 있어서 들어 있지 않아요.
측정에 쓰는 답의 사본은 results의 answers와 같은 내용이라 따로 넣지 않았어요.`;

const EN = `The Teto–Egen test: your data

This ZIP holds everything we have about this account. All times are UTC.

account.json      the account: address, name, role, status, ways to sign in
preferences.json  settings: language, theme, notifications, analytics consent, do-not-sell
consents.json     what you agreed to or took back, when, and which text
sign-ins.json     where you were signed in: device, place, times
passkeys.json     names and dates of your passkeys (the keys themselves are on your devices)
identities.json   accounts at providers you linked
exports.json      the exports you asked for
audit.json        what happened to the account: by you and by our staff
results/*.json    results: scores and how sure they are, what they are compared with
                  (percentiles.basis), and your answers. category is the choice counted from 0,
                  ms the milliseconds the question was on screen. Changed answers are there in
                  order; the last one counted. answers is null where they are deleted already.
                  With a score.refusal there is no type: the figures beside it are what the answers add up to
                  and mean nothing. With score.fit.cautious the result is to be read with care: its
                  errors are widened already.
results/*.pdf     the results, printed

Passwords, authenticator secrets and recovery codes are kept only in forms we cannot read, so they are not here.
The copy of your answers that we measure with says the same as answers in results, so it is not here twice.`;

/** What each file of an export is, in both languages. `unprinted`: ids of results that have no PDF in it. */
export function readme(at: number, unprinted: readonly string[]): string {
  const made = new Date(at).toISOString();
  const list = unprinted.map((id) => `  ${id}`).join('\n');
  const missing =
    unprinted.length === 0
      ? ['', '']
      : [
          `\n\nPDF 인쇄기가 답하지 않아 아래 결과에는 PDF가 없어요. 내용은 JSON에 다 있어요.\n${list}`,
          `\n\nThe PDF printer did not answer, so these results have no PDF here. The JSON holds all of it.\n${list}`,
        ];
  return `${KO}${missing[0]}\n\n${'-'.repeat(72)}\n\n${EN}${missing[1]}\n\n${made}\n`;
}
