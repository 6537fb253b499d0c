"""A quicker Jinja: templates compiled to Python that does less, and says the same. Pure.

Jinja pays for freedoms that frozen views do not need. A value that is printed becomes a Markup before it is joined;
`page.title` is a call that would also try `page["title"]`; a call of a macro asks six questions first; and each page
copies the names of all globals. `Quick` leaves these out, in less than half the time.

Where it cannot go on it raises, whatever the reason, and the plain environment, its oracle, is asked instead: that one
renders the page, or says what is wrong with it. So nothing here knows a message, and an attribute need only be right
or fail.
"""

from collections.abc import Callable, Mapping, MutableMapping
from functools import lru_cache, partial
from keyword import iskeyword
from typing import Any, cast

import markupsafe
from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.meta import find_referenced_templates
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from generator.publish.compiled import Compiled, Names
from generator.tongue import ENGLISH, Tongue

REMEMBERED = 1 << 14  # texts of macros, each about 1 KB: all entries of 5,000 articles, and what is near in any archive

_MAY_FAIL = frozenset(["default", "d", "defined", "undefined"])  # filters and tests that ask for what may not be there

# Without the Markup around it. Where a markupsafe has no such function, the public one says the same, slower.
_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", markupsafe.escape)


def escape(value: object) -> str:
    """As `markupsafe.escape`: all is escaped but what is of the type Markup. Only to be joined, so a str will do."""
    kind = type(value)
    if kind is str:
        return _escaped(value)  # type: ignore[arg-type]  # just looked at
    return value if kind is Markup else markupsafe.escape(value)  # type: ignore[return-value]  # a str


_safe: Callable[[str], Markup] = partial(str.__new__, Markup)  # of a str; without the question whether it is one


def call(macro: Callable[..., str], *values: object) -> str:
    """What a macro makes of these values: the filter `once`, as it is without a memory."""
    return macro(*values)


class _Compiler(CodeGenerator):
    """Emits `escape` and the macros of this module, and `it.title` as it stands in the layout."""

    _asking = 0  # how many of _MAY_FAIL this expression stands in

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escape, Macro = environment.escape, environment.macro")

    def enter_frame(self, frame: Frame) -> None:
        """A block says all in one piece: each piece of it would pass through the layout and all that this extends."""
        super().enter_frame(frame)
        if frame.parent is None and frame.block_frame:
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        if frame.parent is None and frame.block_frame:
            self.writeline(f"yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        block = isinstance(node.node, nodes.Name) and node.node.name == "self"  # self.title() is self["title"]()
        if self._asking or block or iskeyword(node.attr) or not node.attr.isascii():
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802 - the same
        self._asking += node.name in _MAY_FAIL
        super().visit_Filter(node, frame)
        self._asking -= node.name in _MAY_FAIL

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802 - the same
        self._asking += node.name in _MAY_FAIL
        super().visit_Test(node, frame)
        self._asking -= node.name in _MAY_FAIL


class _Macro(Macro):
    """`plain`: it takes its arguments and nothing else, no caller, no others."""

    def __init__(self, *parts: Any, **named: Any) -> None:
        super().__init__(*parts, **named)
        self.plain = not (self.caller or self.catch_kwargs or self.catch_varargs)


def _called(macro: Callable[..., str], *values: object) -> str:
    """As `call`, a plain macro at once."""
    if type(macro) is _Macro and macro.plain and macro._default_autoescape and len(values) == len(macro.arguments):
        return _safe(macro._func(*values))
    return macro(*values)


class _Context(Context):
    """Calls a plain macro at once; every other call is Jinja's."""

    def call(self, called: Any, /, *values: Any, _block_vars: Any = None, _loop_vars: Any = None, **named: Any) -> Any:
        if type(called) is _Macro and called.plain and not named and self.eval_ctx.autoescape:
            absent = len(called.arguments) - len(values)
            return _safe(called._func(*values, *[missing] * absent))  # too many of them raise
        return super().call(called, *values, _block_vars=_block_vars, _loop_vars=_loop_vars, **named)


class _Template(Template):
    """Is imported as it stands, without a look at the globals: no page brings any of its own."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return self._module or super()._get_default_module(ctx)


class Speaking(Environment):
    """An environment in which `_("Older")` says a phrase in the language of the site, and
    `counted(n, "{n} article", "{n} articles")` a number of things.

    What is said everywhere alike is put into the template when it is compiled, and costs a page nothing.
    """

    def __init__(self, tongue: Tongue, **options: Any) -> None:
        super().__init__(**options)
        self.tongue = tongue
        self.globals |= {"_": self._said, "counted": tongue.counted}

    def _said(self, phrase: str, **parts: object) -> Markup:
        """Parts may be html; all else is escaped."""
        return markupsafe.escape(self.tongue.say(phrase)).format(**parts)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        return cast("nodes.Template", _Spoken(self.tongue).visit(tree))


class _Spoken(NodeTransformer):
    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja's name
        self.generic_visit(node)
        phrase = _phrase(node, "_")
        return nodes.Const(self._tongue.say(phrase), lineno=node.lineno) if phrase and not node.kwargs else node


def _phrase(node: nodes.Call, *names: str) -> str:
    """What such a call says, in English; "" where it is none, or does not say a phrase that stands there."""
    called = node.node.name if isinstance(node.node, nodes.Name) else ""
    said = node.args[-1] if called in names and node.args else None
    return str(said.value) if isinstance(said, nodes.Const) else ""


def phrases(source: str) -> set[str]:
    """All that a template says in the language of the site, in English. Raises TemplateError."""
    calls = Environment().parse(source).find_all(nodes.Call)
    return {phrase for call in calls if (phrase := _phrase(call, "_", "counted"))}


class Quick(Speaking):
    """An environment whose `text` is what `get_template(name).render(values)` gives, or an exception."""

    code_generator_class = _Compiler
    context_class = _Context
    template_class = _Template
    macro = _Macro
    escape = staticmethod(escape)

    def __init__(self, tongue: Tongue = ENGLISH, **options: Any) -> None:
        super().__init__(tongue, **options)
        once = lru_cache(REMEMBERED, typed=True)(_called)
        self.filters["once"] = once
        self.forget = once.cache_clear
        self.bytecode_cache = self.compiled = Compiled()
        self._names: dict[str | None, Names] = {}
        self._ready: dict[str | Template, Template] = {}

    def names(self, source: str, name: str, filename: str) -> Names:
        """Which others a template names; None where a name is computed. Raises TemplateError."""
        if name not in self._names:
            known = self.compiled.names(name, source)
            if known is None:
                known = frozenset(find_referenced_templates(self.parse(source, name, filename)))
            self._names[name] = known
        return self._names[name]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Of what is parsed to be compiled, the names are found at once: to parse takes longer than that."""
        tree = super()._parse(source, name, filename)
        self._names[name] = frozenset(find_referenced_templates(tree))
        if name:
            self.compiled.tell(name, source, self._names[name])
        return tree

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """Asked seven times a page: a template is what it was when it was first asked for."""
        if name not in self._ready:
            self._ready[name] = super().get_template(name, parent, globals)
        return self._ready[name]

    def pieces(self, name: str, values: Mapping[str, object]) -> list[str]:
        """The text in pieces, as it is made."""
        template = self.get_template(name)
        context = self.context_class(self, {**self.globals, **values}, template.name, template.blocks)
        return list(template.root_render_func(context))

    def text(self, name: str, values: Mapping[str, object]) -> str:
        return "".join(self.pieces(name, values))
