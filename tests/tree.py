"""Where things are in the checkout, for tests that read the source."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "momentos"
WINGS = tuple(sorted(one.name for one in SOURCE.iterdir() if (one / "screen").is_dir()))
PAGES = tuple(sorted((ROOT / "pages").rglob("*.py")))


def modules_of(folder: str) -> tuple[Path, ...]:
    """The modules of a folder of the ground and of every wing's folder of that name."""
    places = (SOURCE / folder, *(SOURCE / wing / folder for wing in WINGS))
    return tuple(path for place in places for path in sorted(place.rglob("*.py")))


SCREENS = (*modules_of("screen"), *PAGES)
"""All that knows Streamlit, but for ``app.py``."""
EVERYTHING = (*sorted(SOURCE.rglob("*.py")), *PAGES, ROOT / "app.py")


def page_script(name: str) -> Path:
    """The script of a page by its file name: ``team.py``."""
    return next(path for path in PAGES if path.name == name)
