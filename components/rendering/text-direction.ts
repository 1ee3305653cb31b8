// The direction of a text by its first letter, as dir="auto" finds it, for elements whose children carry their own dir.

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mandaic}\p{Script=Samaritan}]/u

/** 'rtl' when the first letter belongs to a script that is written from right to left. */
export function textDirection(text: string): 'ltr' | 'rtl' {
  const letter = /\p{L}/u.exec(text)?.[0]
  return letter && rightToLeft.test(letter) ? 'rtl' : 'ltr'
}
