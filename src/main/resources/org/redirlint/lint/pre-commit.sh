#!/bin/sh
# Written by "redirlint install-hook"; "redirlint install-hook --uninstall" takes it away again.
# Checks what is about to be committed if a configuration file is among it.

before=$(dirname -- "$0")/pre-commit.before-redirlint
if [ -x "$before" ]; then
  "$before" "$@" || exit
fi

# Other commits end here, before Java is started.
git diff --cached --quiet --no-ext-diff --no-renames -- @PATHS@ && exit 0

if [ -x @PROGRAM@ ]; then
  set -- @COMMAND@
elif command -v redirlint >/dev/null; then
  set -- redirlint
else
  echo "redirlint: there is no" @PROGRAM@ "any more. Run \"redirlint install-hook\" from where redirlint is now; \"git commit --no-verify\" commits unchecked." >&2
  exit 1
fi
exec "$@" check --quiet --staged
