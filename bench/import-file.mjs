export async function measureImport() {
  return null
}
