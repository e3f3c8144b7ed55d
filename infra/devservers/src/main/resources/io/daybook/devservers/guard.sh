#!/bin/sh
# guard.sh SIGNAL SECONDS COMMAND...
# Becomes COMMAND. Before that it leaves a watcher behind that holds our standard input: when the other end closes,
# whether its owner stopped, crashed or was killed, the watcher sends SIGNAL and, if that does not help in SECONDS, KILL.
# The start time in /proc tells COMMAND from a stranger that is given the same process number later.
signal=$1
grace=$2
shift 2
birth=$(cut -d ' ' -f 22 "/proc/$$/stat")
alive() { [ "$(cut -d ' ' -f 22 "/proc/$$/stat" 2>/dev/null)" = "$birth" ]; }
exec 3<&0
# Started from a subshell that ends at once, so that COMMAND never sees a child it does not know.
(
  trap '' INT HUP TERM
  (
    while read -r _; do :; done
    alive && kill -s "$signal" $$
    while alive && [ "$grace" -gt 0 ]; do
      sleep 1
      grace=$((grace - 1))
    done
    alive && kill -s KILL $$
  ) <&3 3<&- >/dev/null 2>&1 &
)
exec "$@" </dev/null 3<&-
