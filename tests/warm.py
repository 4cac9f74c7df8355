"""A process that has loaded the program once and runs it, each time in a process of its own.

    python -m tests.warm

It reads a JSON object a line, an `Order`, and answers each with the exit status of the run, below
zero for the signal that ended it.  Loading the program takes longer than most of what tests ask of
it.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import resource
import sys
import traceback
from dataclasses import dataclass

from briefings import render

PROGRAM = "build_site"
STRUCK = "tests.site.killed"
# What `briefings.command` imports when a command is run, and what a build imports when it runs.
_LOADED = (
    PROGRAM, "briefings.asking", "briefings.intake", "briefings.merging", "briefings.pipeline",
    "briefings.proposals", "briefings.suggestions",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Order:
    """One run: the function `main` of a module, its arguments and environment, where what it says
    goes, and how large a file it may write (0: any size)."""

    module: str
    arguments: list[str]
    environment: dict[str, str]
    out: str
    err: str
    most: int = 0


def main() -> None:
    """Serves until its input ends."""
    for name in _LOADED:
        importlib.import_module(name)
    templates = render._environment()
    for name in templates.list_templates(extensions=["j2"]):
        templates.get_template(name)
    gc.freeze()
    for line in sys.stdin.buffer:
        child = os.fork()
        if not child:
            _run(Order(**json.loads(line)))
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _run(order: Order) -> None:
    """In a child: as the interpreter runs a program, from its arguments to its exit status."""
    os.environ.clear()
    os.environ.update(order.environment)
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(os.open(order.out, flags), 1)
    os.dup2(os.open(order.err, flags), 2)
    if order.most:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order.most, order.most))
    status = 1
    try:
        status = importlib.import_module(order.module).main(order.arguments)
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else int(error.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    main()
