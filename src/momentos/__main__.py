"""``python -m momentos``: the command line."""

from momentos.cli import main

if __name__ == "__main__":
    main()
