"""Runs tasks in processes or on other machines through `concurrent.futures.Executor`.

A task is a plain value, and the work a public function of a module, so that any executor can run
it: a process pool here, or a cluster whose client provides an executor (`dask`). Nothing else in
the engine knows which it is. Results come in the order of the tasks.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

FEW = 24
"""So many tasks are done sooner here than it takes to start other processes."""
_BATCH = 4
# Batches queued for each worker: enough to keep it busy, few enough to fit in memory.
_AHEAD = 3
_SCHEME = "dask://"


class ExecutorError(RuntimeError):
    """The requested executor is not available."""


class Workers:
    """Runs tasks; a context manager, so that workers end with the build.

    `address` is the `dask://HOST:PORT` of a scheduler, or None for processes on this machine; with
    a `count` of 1 all tasks run in this process.
    """

    def __init__(self, address: str | None = None, count: int | None = None) -> None:
        self._address = address
        self._count = count or os.cpu_count() or 1
        self._executor: Executor | None = None
        self._client: Any = None

    def __enter__(self) -> Workers:
        if self._address is not None:
            self._client = _dask_client(self._address)
            self._executor = self._client.get_executor()
            self._count = max(1, sum(self._client.ncores().values()))
        return self

    def __exit__(self, *_: object) -> None:
        if self._client is not None:
            self._client.close()
        elif self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def rest(self) -> None:
        """Ends the processes of this machine, and frees their memory; `run` starts them again."""
        if self._client is None and self._executor is not None:
            self._executor.shutdown()
            self._executor = None

    def run(
        self, work: Callable[[S, T], R], shared: S, tasks: Iterable[T], number: int
    ) -> Iterator[R]:
        """Yields `work(shared, task)` for each task, in order; `number` is the number of tasks.

        Tasks are drawn lazily, since they may be read from disk one by one. If a worker is lost,
        its tasks run in this process.
        """
        executor = self._started(number)
        if executor is None:
            for task in tasks:
                yield work(shared, task)
            return
        payload = pickle.dumps(shared, protocol=5)
        batches = _batched(tasks)
        waiting: deque[tuple[tuple[T, ...], Future[list[R]]]] = deque()
        while True:
            for batch in islice(batches, max(0, self._count * _AHEAD - len(waiting))):
                waiting.append((batch, executor.submit(run_batch, work, payload, batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenExecutor:
                yield from (work(shared, task) for task in batch)

    def _started(self, number: int) -> Executor | None:
        if self._executor is None and self._count > 1 and number >= FEW:
            try:
                self._executor = ProcessPoolExecutor(
                    self._count,
                    # Start fresh processes: forking a program with threads may deadlock.
                    mp_context=multiprocessing.get_context("spawn"),
                    initializer=_leave_interrupts,
                )
            except (ImportError, OSError):  # a system without semaphores
                self._count = 1
        return self._executor


def run_batch(work: Callable[[Any, Any], R], shared: bytes, batch: tuple[Any, ...]) -> list[R]:
    """Runs in a worker: `shared` is unpickled once for all batches."""
    return [work(_unpickled(shared), task) for task in batch]


@lru_cache(maxsize=2)
def _unpickled(payload: bytes) -> Any:
    return pickle.loads(payload)  # noqa: S301 - made by `Workers.run`


def _batched(tasks: Iterable[T]) -> Iterator[tuple[T, ...]]:
    remaining = iter(tasks)
    while batch := tuple(islice(remaining, _BATCH)):
        yield batch


def _leave_interrupts() -> None:
    """Ignores Ctrl-C in workers: it ends the build, which ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _dask_client(address: str) -> Any:
    """A client of a running scheduler.

    Raises:
        ExecutorError: where the address, the library or the scheduler is missing.
    """
    if not address.startswith(_SCHEME):
        raise ExecutorError(
            f"{address!r} is not the address of an executor (write dask://HOST:PORT)"
        )
    try:
        from distributed import Client
    except ImportError as error:
        raise ExecutorError("dask is not installed (pip install '.[cluster]')") from error
    try:
        return Client(f"tcp://{address.removeprefix(_SCHEME)}", timeout=10)  # type: ignore[no-untyped-call]
    except OSError as error:
        raise ExecutorError(f"no scheduler answers at {address}: {error}") from error
