export default function Page() {
  return <h1>Gafu</h1>;
}
