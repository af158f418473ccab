"""The settings of contract section 2: environment variables with prefix LUKO_, also from `.env`."""

import os
import secrets
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Everything an installation may choose; a default for each."""

    model_config = SettingsConfigDict(env_prefix="LUKO_", env_file=".env", extra="ignore")

    data: Path = Path("data")
    warehouse: str = ""
    store_url: str = ""
    secret: str = ""
    demo_password: str = ""
    min_n: int = 5
    min_n_comments: int = 10
    max_drop: float = 20.0

    @property
    def warehouse_path(self) -> Path:
        """The symlink that readers follow to the served version."""
        return Path(self.warehouse) if self.warehouse else self.data / "warehouse.duckdb"

    @property
    def store_address(self) -> str:
        """SQLAlchemy URL of the store."""
        return self.store_url or f"sqlite:///{self.data / 'store.sqlite'}"

    def folder(self, name: str) -> Path:
        """One of the folders under LUKO_DATA, made when it is not there yet."""
        folder = self.data / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def key(self) -> bytes:
        """The secret of this installation, made once in `<LUKO_DATA>/secret` with mode 600."""
        if self.secret:
            return self.secret.encode()
        kept = self.data / "secret"
        if not kept.exists():
            self.data.mkdir(parents=True, exist_ok=True)
            _write_once(kept, secrets.token_hex(32))
        return kept.read_bytes().strip()


def _write_once(file: Path, text: str) -> None:
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return  # another process made it between the question and the act; what that one wrote counts
    with os.fdopen(handle, "w") as opened:
        opened.write(text)


def settings() -> Settings:
    """The settings in force now; read anew, so that a test or a child process can change them."""
    return Settings()
