"""A cage for graders that run student code unprotected: own processes, own network, nothing writable but a small /tmp.

It needs Linux, `unshare` and `setpriv` (util-linux) and root, or the right to make user namespaces. It is for the
benchmark only: the grader of this project has its own sandbox and needs none of this.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TMP_MB = 768
MEMORY_MB = 6144  # address space of one process: torch alone maps more than two gigabytes
_DEVICES = ("null", "zero", "random", "urandom")

# Everything is prepared while the shell may mount; what follows `setpriv` may not, whoever it is outside.
_INSIDE = """
set -e
mount --make-rprivate /
mount -t tmpfs -o size=1m none /mnt
mkdir /mnt/given /mnt/dev
mount --bind {given} /mnt/given
for name in {devices}; do touch /mnt/dev/$name; mount --bind /dev/$name /mnt/dev/$name; done
mount --rbind /mnt/dev /dev
mount -t tmpfs -o size={size}m none /tmp
for folder in /run /var/tmp; do if [ -d $folder ]; then mount -t tmpfs -o size=16m none $folder; fi; done
mkdir -p {given} /tmp/home /tmp/shm
cp -a /mnt/given/. {given}/
umount /mnt/given
findmnt -rno TARGET | while read -r target; do
  case "$target" in
    /tmp|/dev/*|/mnt/dev/*) ;;
    *) mount -o remount,bind,ro "$(printf "%b" "$target")" 2>/dev/null || true ;;
  esac
done
ip link set lo up
cd {given}
export HOME=/tmp/home TMPDIR=/tmp
exec prlimit --as={memory} --core=0 --nproc=256 setpriv --no-new-privs --bounding-set=-all --inh-caps=-all \\
  --ambient-caps=-all {command}
"""


@dataclass(frozen=True)
class Caged:
    """How a caged command ended; `status` is None where it ran out of time and was ended with all it had started."""

    status: int | None
    output: str


def missing() -> tuple[str, ...]:
    """Name the programs that this machine lacks for a cage."""
    return tuple(name for name in ("unshare", "setpriv", "prlimit", "mount", "findmnt", "ip") if not shutil.which(name))


def run(command: Sequence[str], given: Path, seconds: float, environment: dict[str, str]) -> Caged:
    """Run `command` on a copy of the folder `given`, at the same path, in a cage that ends after `seconds`."""
    script = _INSIDE.format(
        given=shlex.quote(str(given)), devices=" ".join(_DEVICES), size=TMP_MB, memory=MEMORY_MB * 2**20,
        command=shlex.join(command),
    )
    ends_with_us = ["setpriv", "--pdeathsig", "KILL"]  # a cage of a killed benchmark would go on
    spaces = ["--mount", "--pid", "--net", "--ipc", "--uts", "--fork", "--kill-child", "--mount-proc"]
    if os.geteuid() != 0:
        spaces = ["--user", "--map-root-user", *spaces]
    with subprocess.Popen(
        [*ends_with_us, "unshare", *spaces, "bash", "-c", script], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL, env=environment, start_new_session=True, text=True, errors="replace",
    ) as process:
        try:
            output, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()  # with --kill-child, and the first process of a process namespace takes all others along
            return Caged(None, process.communicate()[0] or "")
    return Caged(process.returncode, output)
