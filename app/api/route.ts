/** People who guess the API's address are shown the page that describes it. */
export function GET() {
  return new Response(null, { status: 308, headers: { Location: '/developers' } });
}
