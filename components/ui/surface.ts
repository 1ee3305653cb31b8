/** What all floating surfaces (menus, popovers, selects) share: frame, shadow, a short fade. */
export const floatingSurface =
  'z-50 rounded-md border bg-popover text-popover-foreground text-sm shadow-black/10 shadow-lg data-[state=closed]:animate-out data-[state=open]:animate-in data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 duration-100 dark:shadow-black/40'

/** One line of a menu or list. */
export const floatingItem =
  'relative flex min-h-7 select-none items-center gap-2 rounded-sm px-2 py-1 outline-none data-[disabled]:pointer-events-none data-[highlighted]:bg-accent data-[highlighted]:text-accent-foreground data-[disabled]:opacity-50 forced-colors:data-[highlighted]:outline-2 [&_svg:not([class*=size-])]:size-4 [&_svg]:shrink-0'

/** The veil under dialogs and sheets. */
export const overlay =
  'fixed inset-0 z-50 bg-black/40 data-[state=closed]:animate-out data-[state=open]:animate-in data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 duration-150 dark:bg-black/60'
