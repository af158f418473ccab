"""The house keeps its floors: app -> pages -> luko, etl -> luko, and within luko from the ground up."""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent

# From the ground up; a module may import from its own floor and the ones before it.
FLOORS = [
    {"clock", "config", "faults", "logs", "periods", "sqlfiles"},
    {"reference", "statistics"},
    {"access", "suppression", "store"},
    {"warehouse", "audit"},
    {"login"},
    {"accounts"},
    {"sessions"},
    {"figures"},
    {"text"},
    {"charts"},
    {"gate"},
    {"commands"},
    {"__main__"},
]
STREAMLIT = {"app.py", "luko/login.py"}


def imports(file: Path) -> set[str]:
    """The dotted names a module imports, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def test_pages_and_etl_do_not_know_each_other_and_luko_knows_neither():
    forbidden = {"pages": {"etl", "app"}, "etl": {"pages", "app"}, "luko": {"pages", "etl", "app"}}
    wrong = [
        (named(file), name)
        for folder, closed in forbidden.items()
        for file in modules(folder)
        for name in imports(file)
        if name.split(".")[0] in closed
    ]
    assert wrong == []


def test_streamlit_appears_only_in_the_front_door_the_pages_and_the_login_module():
    wrong = [
        named(file)
        for folder in ("luko", "etl")
        for file in modules(folder)
        if named(file) not in STREAMLIT and any(name.split(".")[0].startswith("streamlit") for name in imports(file))
    ]
    assert wrong == []


def test_within_luko_nothing_imports_from_a_higher_floor():
    floor_of = {name: number for number, floor in enumerate(FLOORS) for name in floor}
    wrong = []
    for file in modules("luko"):
        own = file.relative_to(ROOT / "luko").parts[0].removesuffix(".py")
        if own == "__init__":
            continue
        assert own in floor_of, f"{own} has no floor"
        for name in imports(file):
            parts = name.split(".")
            if parts[0] == "luko" and len(parts) > 1 and parts[1] in floor_of and floor_of[parts[1]] > floor_of[own]:
                wrong.append((named(file), name))
    assert wrong == []


def test_only_the_gateway_and_the_night_open_a_warehouse():
    """`duckdb` anywhere else would be a way around the reader's rights."""
    wrong = [
        named(file)
        for folder in ("luko", "pages")
        for file in [*modules(folder), ROOT / "app.py"]
        if "duckdb" in imports(file) and named(file) != "luko/warehouse.py"
    ]
    assert wrong == []


def test_importing_a_page_draws_nothing():
    drawing = []
    for file in modules("pages"):
        if file.name == "index.py":
            continue  # the script that Streamlit runs
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
                drawing.append((named(file), node.lineno))
    assert drawing == []
