"""``python -m momentos.sample -o data/ejemplo``: writes the sample company's workbooks."""

from pathlib import Path

import click

from momentos.locales.utf8 import print_in_utf8
from momentos.sample.sheets import write_company


@click.command()
@click.option("-o", "folder", type=click.Path(file_okay=False, path_type=Path), default=Path("data/ejemplo"))
def main(folder: Path) -> None:
    """Write the sample company's workbooks into a folder."""
    for path in write_company(folder):
        click.echo(path)


if __name__ == "__main__":
    print_in_utf8()
    main()
