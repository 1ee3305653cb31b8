export async function measureSignIn() {
  return null
}
