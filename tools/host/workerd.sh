#!/bin/sh
# Leaves the number of the process that becomes workerd, so that the next start can end one that was orphaned.
echo $$ > "$TODAY_WORKERD_PID"
exec "$TODAY_WORKERD" "$@"
