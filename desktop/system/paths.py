"""Where the app keeps its files."""

from __future__ import annotations

from pathlib import Path

from desktop.domain.errors import Code, StoreError


def data_dir() -> Path:
    """The folder of this OS user for the app's data, made private if it was not there.

    On Windows it is the local one: a roaming profile would carry an open database over the network.
    Raises `StoreError(FILE_NOT_WRITTEN)`.
    """
    import platformdirs

    return make_private(Path(platformdirs.user_data_dir("oficina-virtual", False, roaming=False)))


def make_private(folder: Path) -> Path:
    """`folder`, made if need be, for its owner only. Raises `StoreError(FILE_NOT_WRITTEN)`."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise StoreError(Code.FILE_NOT_WRITTEN, detail=type(error).__name__) from error
    return folder
