"""The types of what templates read: rows within rows, through loops and macros."""

from __future__ import annotations

import collections.abc
import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, TypeVar, Union, get_args, get_origin

from jinja2 import nodes

from briefings.render import _environment

Types = tuple[Any, ...]
"""The types that an expression may have; empty if they are not known."""
UNKNOWN: Types = ()
_SEQUENCES = (list, tuple, collections.abc.Sequence, collections.abc.Iterable)
# Filters that return a list of the same things.
_SAME = frozenset({"select", "reject", "selectattr", "rejectattr", "list", "sort"})


def members(type_: Any) -> Types:
    """Return the members of a union without None, or the type itself."""
    if get_origin(type_) in (Union, types.UnionType):
        return tuple(one for part in get_args(type_) for one in members(part))
    return () if type_ in (None, type(None), Any) else (type_,)


def fields_of(type_: Any) -> Mapping[str, Any] | None:
    """Map the fields of a dataclass to their types; return None for any other type."""
    plain = get_origin(type_) or type_
    if not (isinstance(plain, type) and dataclasses.is_dataclass(plain)):
        return None
    given = dict(zip(getattr(plain, "__parameters__", ()), get_args(type_), strict=False))
    hints = typing.get_type_hints(plain)
    properties = {name: Any for name in dir(plain) if isinstance(getattr(plain, name), property)}
    return {**properties, **{name: _filled(hint, given) for name, hint in hints.items()}}


def _filled(hint: Any, given: Mapping[Any, Any]) -> Any:
    """Return a type with its variables replaced, such as T in `list[T]`."""
    if isinstance(hint, TypeVar):
        return given.get(hint, Any)
    if get_origin(hint) is ClassVar:
        return get_args(hint)[0]
    if given and get_args(hint) and get_origin(hint) not in (Union, types.UnionType):
        return get_origin(hint)[tuple(_filled(one, given) for one in get_args(hint))]
    return hint


def items_of(type_: Any, n: int | None = None) -> Types:
    """Return the types of the items of a sequence, or of its n-th item."""
    args = get_args(type_)
    if get_origin(type_) not in _SEQUENCES or not args:
        return UNKNOWN
    if get_origin(type_) is tuple and args[-1] is not ...:
        chosen = args if n is None else (args[n],)
        return tuple(one for part in chosen for one in members(part))
    return members(args[0])


def _asks_for(test: nodes.Node) -> tuple[str, str, str] | None:
    """Return (row, field, value) of a test such as `row.type == "turn"`."""
    if not isinstance(test, nodes.Compare) or [one.op for one in test.ops] != ["eq"]:
        return None
    left, right = test.expr, test.ops[0].expr
    if not (isinstance(left, nodes.Getattr) and isinstance(left.node, nodes.Name)):
        return None
    if left.attr not in ("type", "form") or not isinstance(right, nodes.Const):
        return None
    return left.node.name, left.attr, right.value


class Check:
    """Reads a template with the types of its context, and lists what no row has."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self._done: set[tuple[str, str, tuple[Types, ...]]] = set()
        self._modules: dict[str, tuple[dict[str, nodes.Macro], dict[str, str]]] = {}

    def page(self, name: str, context: Mapping[str, Types]) -> None:
        tree = self._tree(name)
        self._body(tree.body, dict(context), name, context)
        for extended in tree.find_all(nodes.Extends):
            assert isinstance(extended.template, nodes.Const)
            self.page(extended.template.value, context)

    def _tree(self, name: str) -> nodes.Template:
        environment = _environment()
        assert environment.loader is not None
        tree = environment.parse(environment.loader.get_source(environment, name)[0])
        macros = {macro.name: macro for macro in tree.find_all(nodes.Macro)}
        imports = {
            one.target: one.template.value
            for one in tree.find_all(nodes.Import)
            if isinstance(one.template, nodes.Const)
        }
        self._modules[name] = macros, imports
        return tree

    def _body(
        self, body: list[nodes.Node], env: dict[str, Types], name: str, top: Mapping[str, Types]
    ) -> None:
        for node in body:
            if isinstance(node, nodes.For):
                self._for(node, env, name, top)
            elif isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
                env[node.target.name] = self._types(node.node, env, name, top)
            elif isinstance(node, nodes.If):
                self._if([node, *node.elif_], node.else_, env, name, top)
            elif isinstance(node, nodes.Block | nodes.CallBlock | nodes.AssignBlock):
                for part in node.iter_child_nodes():
                    if isinstance(part, nodes.Expr):
                        self._types(part, env, name, top)
                    else:
                        self._body([part], env, name, top)
            elif not isinstance(node, nodes.Macro):
                for expression in node.iter_child_nodes():
                    self._types(expression, env, name, top)

    def _if(
        self,
        cases: list[nodes.If],
        otherwise: list[nodes.Node],
        env: dict[str, Types],
        name: str,
        top: Mapping[str, Types],
    ) -> None:
        """Check each case; one that asks for the `type` of a row sees only rows of that type."""
        left = env
        for case in cases:
            self._types(case.test, left, name, top)
            asked = _asks_for(case.test)
            if asked is None or not left.get(asked[0]):
                self._body(case.body, left, name, top)
                continue
            row, field, value = asked
            chosen = tuple(one for one in left[row] if getattr(one, field, None) == value)
            if chosen:
                self._body(case.body, {**left, row: chosen}, name, top)
            left = {**left, row: tuple(one for one in left[row] if one not in chosen)}
            if not left[row]:
                return
        self._body(otherwise, left, name, top)

    def _for(
        self, node: nodes.For, env: dict[str, Types], name: str, top: Mapping[str, Types]
    ) -> None:
        items = [item for one in self._types(node.iter, env, name, top) for item in items_of(one)]
        inner = dict(env)
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = tuple(items)
        else:
            for n, target in enumerate(node.target.find_all(nodes.Name)):
                inner[target.name] = tuple(one for item in items for one in items_of(item, n))
        if node.test is not None:
            self._types(node.test, inner, name, top)
        self._body(node.body, inner, name, top)

    def _types(
        self, node: nodes.Node, env: Mapping[str, Types], name: str, top: Mapping[str, Types]
    ) -> Types:
        def read(part: nodes.Node) -> Types:
            return self._types(part, env, name, top)

        if isinstance(node, nodes.Name):
            return env.get(node.name, UNKNOWN)
        if isinstance(node, nodes.Getattr):
            return self._field(read(node.node), node.attr, f"{name}:{node.lineno}")
        if isinstance(node, nodes.Getitem):
            base, at = read(node.node), node.arg
            if isinstance(at, nodes.Slice):
                return base
            if isinstance(at, nodes.Const) and isinstance(at.value, str):
                return self._field(base, at.value, f"{name}:{node.lineno}")
            n = at.value if isinstance(at, nodes.Const) else None
            return tuple(item for one in base for item in items_of(one, n))
        if isinstance(node, nodes.CondExpr):
            read(node.test)
            return read(node.expr1) + (read(node.expr2) if node.expr2 is not None else UNKNOWN)
        if isinstance(node, nodes.Or):
            return read(node.left) + read(node.right)
        if isinstance(node, nodes.Test) and node.name == "defined":
            return UNKNOWN
        types_ = [read(part) for part in node.iter_child_nodes()]
        if isinstance(node, nodes.Filter) and node.name in _SAME:
            return types_[0]
        if isinstance(node, nodes.Call):
            self._call(node, [read(one) for one in node.args], env, name, top)
        return UNKNOWN

    def _field(self, base: Types, field: str, where: str) -> Types:
        """Return the types of a field; one of a union must have it, as templates ask which it
        is."""
        known = [fields for one in base if (fields := fields_of(one)) is not None]
        if len(known) < len(base) or not known:
            return UNKNOWN
        found = [fields[field] for fields in known if field in fields]
        if not found:
            names = ", ".join(sorted({getattr(one, "__name__", str(one)) for one in base}))
            self.errors.append(f"{where}: {names} has no {field}")
        return tuple(one for hint in found for one in members(hint))

    def _call(
        self,
        node: nodes.Call,
        args: list[Types],
        env: Mapping[str, Types],
        name: str,
        top: Mapping[str, Types],
    ) -> None:
        macros, imports = self._modules[name]
        module, called = name, node.node
        if isinstance(called, nodes.Getattr) and isinstance(called.node, nodes.Name):
            module = imports.get(called.node.name, "")
            if module and module not in self._modules:
                self._tree(module)
            macros = self._modules[module][0] if module else {}
        wanted = getattr(called, "attr", getattr(called, "name", ""))
        macro = macros.get(wanted)
        if macro is None:
            return
        key = (module, wanted, tuple(args))
        if key in self._done:
            return
        self._done.add(key)
        seen = top if module == name else {}
        given = dict(zip((one.name for one in macro.args), args, strict=False))
        for keyword in node.kwargs:
            given[keyword.key] = self._types(keyword.value, env, name, top)
        self._body(macro.body, {**seen, **given}, module, seen)


def rows_within(type_: Any, way: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every type within a type, with the names of the fields that lead to it."""
    seen: set[Any] = set()
    waiting = [(way, type_)]
    while waiting:
        at, one = waiting.pop()
        yield at, one
        fields = fields_of(one)
        if fields is not None and one not in seen:
            seen.add(one)
            waiting += [(f"{at}.{name}", hint) for name, hint in fields.items()]
        elif fields is None:
            waiting += [(at, part) for part in get_args(one) if part is not ...]
