"""The settings of one site: read once from the environment and `.env`, frozen, handed down by `create_app`."""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from cms.errors import SetupError
from cms.webhooks.addresses import AddressRules

PREFIX = "CMS_"
BUILD_VARIABLE = "CMS_STUDIO"  # for hatch_build.py, when the package is installed; it sets nothing here
OIDC_LOGIN_PATH, OIDC_CALLBACK_PATH = "/auth/oidc/login", "/auth/oidc/callback"
PLAIN_ADDRESS = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+(?:/[A-Za-z0-9._~/-]*)?", re.ASCII)
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
DATABASE_SCHEMES = ("sqlite", "postgres", "postgresql")


class Settings(BaseSettings):
    """Everything that can be set. Each name is an environment variable when written `CMS_` + upper case.

    The environment wins over `.env`; nothing else in the CMS reads either. `docs/settings.md` lists the same fields,
    and a test compares the two.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        frozen=True,
        extra="ignore",
        validate_default=True,
    )

    # The URL may hold a password, so it stays out of every repr.
    database_url: str = Field(
        "sqlite:///data/site.sqlite3",
        repr=False,
        description="Where the site lives: `sqlite:///path` or `postgres://user:password@host:port/name`.",
    )
    database_pool_size: int = Field(
        10, ge=2, le=200, description="Connections that one process keeps to PostgreSQL; SQLite ignores it."
    )
    site_url: str = Field(
        "http://localhost:8000", description="The public address of the site, without a slash at its end."
    )
    environment: Literal["production", "development"] = Field(
        "production", description="`development` adds the number of SQL statements to the `extensions` of every answer."
    )
    host: str = Field("127.0.0.1", min_length=1, description="The address to listen on; `0.0.0.0` in a container.")
    port: int = Field(8000, ge=0, le=65535, description="The TCP port to listen on; 0 takes a free one.")
    workers: int = Field(
        1, ge=1, le=64, description="Server processes: 1 with SQLite, as many as cores with PostgreSQL."
    )
    forwarded_allow_ips: str = Field(
        "127.0.0.1",
        description="Proxies whose X-Forwarded headers are believed: addresses or networks, with commas between them.",
    )
    serve_studio: bool = Field(True, description="Whether `/studio` is there, the editors' pages.")
    serve_playground: bool = Field(
        True, description="Whether `/playground` is there, where developers try queries of the API."
    )
    metrics: bool = Field(False, description="Whether `/metrics` tells the numbers of the server, for Prometheus.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="The least severe line that is logged."
    )
    log_format: Literal["json", "console", "auto"] = Field(
        "auto", description="`json` lines, `console` text, or `auto`: console on a terminal and JSON elsewhere."
    )
    cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        ("*",), description="Origins whose pages may call the API, with commas between them; `*` is all, empty is none."
    )
    introspection: bool = Field(
        True, description="Whether the schema may be asked for; off also hides the suggestions in error messages."
    )
    max_tokens: int = Field(2000, ge=100, le=100_000, description="Tokens (words and signs) in one GraphQL document.")
    max_cost: int = Field(
        10_000,
        ge=100,
        le=1_000_000,
        description="Rows that one operation may read: page sizes multiplied on the way down.",
    )
    max_depth: int = Field(12, ge=3, le=100, description="Levels of nested fields in one operation.")
    max_aliases: int = Field(30, ge=0, le=1000, description="Aliases in one operation.")
    max_fields: int = Field(1000, ge=20, le=100_000, description="Fields in one operation, fragments spread out.")
    max_root_fields: int = Field(20, ge=1, le=1000, description="Fields at the top of one operation.")
    max_directives: int = Field(50, ge=0, le=1000, description="Directives in one operation.")
    operation_timeout_seconds: float = Field(
        10, gt=0, le=600, description="Seconds that one GraphQL operation may take before it is cancelled."
    )
    body_limit_bytes: int = Field(
        1024 * 1024, ge=1024, le=1024**3, description="Bytes of one request body; more is answered 413."
    )
    body_timeout_seconds: float = Field(
        20, gt=0, le=600, description="Seconds in which a request body must have arrived; later is answered 408."
    )
    header_limit_bytes: int = Field(
        32 * 1024, ge=1024, le=1024**2, description="Bytes of the address and all headers of one request; more is 431."
    )
    header_limit_count: int = Field(100, ge=10, le=10_000, description="Headers of one request; more is answered 431.")
    compression_min_bytes: int = Field(
        1024, ge=0, description="Bytes from which an answer is compressed (br or gzip, as the client accepts)."
    )
    response_cache_bytes: int = Field(
        64 * 1024 * 1024,
        ge=0,
        le=16 * 1024**3,
        description="Bytes that one process keeps of answers to readers until the content changes; 0 keeps none.",
    )
    cache_max_age_seconds: int = Field(
        0, ge=0, le=366 * 24 * 3600, description="Seconds for which browsers may use an answer without asking again."
    )
    cache_shared_seconds: int = Field(
        0, ge=0, le=366 * 24 * 3600, description="The same for shared caches, such as a CDN; 0 is as for browsers."
    )
    cache_stale_seconds: int = Field(
        0,
        ge=0,
        le=366 * 24 * 3600,
        description="Seconds for which caches may go on with an old answer while they ask for the new one.",
    )
    surrogate_keys: bool = Field(
        False, description="Whether answers for everybody carry a cache tag that a CDN can purge them by."
    )
    trusted_documents: str = Field(
        "", description="A JSON file with the documents that clients name by their ids; empty is none."
    )
    trusted_documents_only: bool = Field(
        False, description="Whether readers may ask with trusted documents alone; who signed in may ask anything."
    )
    concurrency_limit: int = Field(
        500, ge=10, description="Connections that one process serves at a time; more are answered 503."
    )
    keep_alive_seconds: int = Field(10, ge=1, le=600, description="Seconds that an idle connection is kept open.")
    shutdown_seconds: int = Field(
        15, ge=1, le=600, description="Seconds that running requests get to end when the server is stopped."
    )
    live_limit: int = Field(
        300,
        ge=1,
        le=100_000,
        description="Sockets and event streams that one process holds open at a time; more are answered 503.",
    )
    live_limit_per_address: int = Field(
        50, ge=1, le=100_000, description="The same, for one address; more are answered 429."
    )
    live_buffer_events: int = Field(
        1000,
        ge=10,
        le=1_000_000,
        description="Events that one process keeps for its subscriptions; one farther behind reads the database.",
    )
    heartbeat_seconds: float = Field(
        20,
        gt=0,
        le=600,
        description="Seconds between two signs of life on a socket or stream; a dead client is noticed after two.",
    )
    viewer_check_seconds: float = Field(
        30,
        gt=0,
        le=600,
        description="Seconds after which subscriptions end at the latest when their session or token has ended.",
    )
    socket_message_bytes: int = Field(
        256 * 1024, ge=1024, le=16 * 1024**2, description="Bytes of one message to a socket; more closes it with 1009."
    )
    socket_operations: int = Field(50, ge=1, le=10_000, description="Operations that run on one socket at a time.")
    socket_init_seconds: float = Field(
        10,
        gt=0,
        le=600,
        description="Seconds in which a socket must send `connection_init`; later closes it with 4408.",
    )
    hits: bool = Field(True, description="Whether pages may tell at `/hit` that an article is read.")
    hit_flush_seconds: float = Field(
        5,
        ge=0.1,
        le=3600,
        description="Seconds for which hits are gathered; a crash loses these, and what was being written.",
    )
    hit_repeat_seconds: int = Field(
        300,
        ge=0,
        le=24 * 3600,
        description="Seconds in which an article counts once for a reader, and at most twice as many; 0 counts all.",
    )
    hit_limit_per_minute: int = Field(
        1200, ge=1, le=1_000_000_000, description="Hits that count from one address in a minute; more are answered 429."
    )
    session_lifetime_seconds: int = Field(
        14 * 24 * 3600,
        ge=300,
        le=366 * 24 * 3600,
        description="Seconds after which a session ends, however it is used.",
    )
    session_idle_seconds: int = Field(
        3 * 24 * 3600, ge=300, le=366 * 24 * 3600, description="Seconds without any request after which a session ends."
    )
    link_lifetime_seconds: int = Field(
        24 * 3600, ge=300, le=30 * 24 * 3600, description="Seconds in which a one-time link must be used."
    )
    preview_lifetime_seconds: int = Field(
        7 * 24 * 3600,
        ge=60,
        le=90 * 24 * 3600,
        description="Seconds for which a preview link works, unless its maker says otherwise.",
    )
    idempotency_seconds: int = Field(
        24 * 3600,
        ge=60,
        le=30 * 24 * 3600,
        description="Seconds for which the answer to a mutation with an idempotency key is kept for whoever retries.",
    )
    webhook_allowed_addresses: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Names, addresses or networks that webhooks may go to besides the public Internet, with commas.",
    )
    dispatch: bool = Field(
        True, description="Whether `cms serve` also sends webhooks; off where `cms worker` alone shall do it."
    )
    follow: bool = Field(
        True,
        description="Whether `cms serve` also keeps related articles; off where `cms worker` alone shall do it.",
    )
    webhook_retry_seconds: Annotated[tuple[float, ...], NoDecode] = Field(
        (5, 30, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400),
        min_length=1,
        max_length=50,
        description="Seconds between the tries to send a webhook, with commas; each is varied by up to a fifth.",
    )
    webhook_disable_after_seconds: float = Field(
        5 * 24 * 3600,
        ge=60,
        le=366 * 24 * 3600,
        description="Seconds of failure without any success after which an endpoint is disabled.",
    )
    delivery_retention_days: int = Field(
        30, ge=1, le=3660, description="Days for which it is kept what was sent to endpoints, and what they answered."
    )
    event_retention_days: int = Field(
        0,
        ge=0,
        le=36_600,
        description="Days for which events stay in the change log, which is the audit log, too; 0 is for ever.",
    )
    webhook_timeout_seconds: float = Field(
        15, gt=0, le=120, description="Seconds in which the receiver of a webhook must have answered."
    )
    import_urls: bool = Field(True, description="Whether editors may import a page by its address.")
    import_allowed_addresses: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Names, addresses or networks to import pages from besides the public Internet, with commas.",
    )
    import_timeout_seconds: float = Field(
        6, gt=0, le=60, description="Seconds that fetching a page to import may take, redirects included."
    )
    import_max_bytes: int = Field(
        5 * 1024 * 1024, ge=1024, le=16 * 1024 * 1024, description="Bytes that a page to import may have, unpacked."
    )
    asset_store: str = Field(
        "",
        description="Where uploaded files are kept: a folder, or `s3://bucket/prefix`; empty is beside the database.",
    )
    asset_base_url: str = Field(
        "",
        max_length=500,
        description="What the addresses of assets begin with, such as `https://cdn.example.org`; empty is this server.",
    )
    asset_limit_bytes: int = Field(
        25 * 1024 * 1024, ge=1024, le=1024**3, description="Bytes of one uploaded file; more is answered 413."
    )
    asset_timeout_seconds: float = Field(
        300, gt=0, le=3600, description="Seconds in which an uploaded file must have arrived; later is answered 408."
    )
    asset_max_pixels: int = Field(
        50_000_000,
        ge=10_000,
        le=500_000_000,
        description="Pixels of one picture; reading one takes up to eight bytes of memory for each.",
    )
    asset_threads: int = Field(
        2, ge=1, le=64, description="Pictures that one process reads or makes at a time; each takes a core."
    )
    s3_endpoint: str = Field(
        "", max_length=500, description="The address of an S3-compatible service; empty is Amazon's own."
    )
    s3_region: str = Field("us-east-1", max_length=100, description="The region of the bucket.")
    s3_access_key_id: str = Field(
        "", description="The name of the key for the bucket; empty takes the credentials of the machine."
    )
    s3_secret_access_key: str = Field("", repr=False, description="The secret of that key.")
    oidc_issuer: str = Field(
        "",
        max_length=500,
        description="The address of the OpenID Connect provider that users may sign in with; empty is none.",
    )
    oidc_client_id: str = Field("", max_length=500, description="What the provider calls this site.")
    oidc_client_secret: str = Field(
        "", repr=False, description="The secret that the provider gave this site; empty for a public client."
    )
    oidc_scopes: str = Field(
        "openid email profile", description="What the provider is asked to tell, with spaces between."
    )
    oidc_label: str = Field(
        "OpenID Connect", min_length=1, max_length=100, description="What stands on the button for signing in with it."
    )
    oidc_create_users: Literal["", "READER", "CONTRIBUTOR", "EDITOR", "PUBLISHER"] = Field(
        "", description="The role of an account made for whoever has none; empty makes none."
    )
    slug_style: Literal["unicode", "pinyin"] = Field(
        "unicode", description="How slugs of Chinese titles are written: `unicode` (as they are) or `pinyin`."
    )

    @field_validator("cors_origins", mode="before")
    @classmethod
    def _split_origins(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(origin.strip().rstrip("/") for origin in value.split(",") if origin.strip())
        return value

    @field_validator("cors_origins")
    @classmethod
    def _check_origins(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for origin in value:
            if origin != "*" and not _is_origin(origin):
                raise ValueError(f"{origin!r} is no origin; write it like https://www.example.org, or * for all.")
        return value

    @field_validator("webhook_retry_seconds", mode="before")
    @classmethod
    def _split_seconds(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(entry.strip() for entry in value.split(",") if entry.strip())
        return value

    @field_validator("webhook_retry_seconds")
    @classmethod
    def _check_seconds(cls, value: tuple[float, ...]) -> tuple[float, ...]:
        if not all(0 < seconds <= 7 * 24 * 3600 for seconds in value):
            raise ValueError("write numbers of seconds, each more than 0 and at most a week.")
        return value

    @field_validator("webhook_allowed_addresses", "import_allowed_addresses", mode="before")
    @classmethod
    def _split_addresses(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(entry.strip() for entry in value.split(",") if entry.strip())
        return value

    @field_validator("webhook_allowed_addresses", "import_allowed_addresses")
    @classmethod
    def _check_addresses(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        AddressRules.parse(value)
        return value

    @field_validator("site_url")
    @classmethod
    def _check_site_url(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
            raise ValueError("write an address like https://www.example.org.")
        # Its scheme decides over the cookie's attributes, so that has one spelling.
        return f"{parts.scheme}://{parts.netloc.lower()}{parts.path}".rstrip("/")

    @field_validator("asset_base_url")
    @classmethod
    def _check_asset_base_url(cls, value: str) -> str:
        if value and not PLAIN_ADDRESS.fullmatch(value):
            raise ValueError("write an address like https://cdn.example.org.")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _check_database_url(cls, value: str) -> str:
        scheme, separator, _rest = value.partition("://")
        if not separator or scheme not in DATABASE_SCHEMES:
            # The value itself is not repeated, because it may hold a password.
            raise ValueError("write sqlite:///path/to/file.sqlite3 or postgres://user:password@host:5432/name.")
        return value

    @field_validator("oidc_issuer")
    @classmethod
    def _check_issuer(cls, value: str) -> str:
        parts = urlsplit(value)
        is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
        if value and not (is_safe and parts.hostname and not parts.query and not parts.fragment and not parts.username):
            raise ValueError("write the issuer as the provider names it, such as https://login.example.org/realm.")
        return value

    @field_validator("oidc_create_users", mode="before")
    @classmethod
    def _upper_role(cls, value: object) -> object:
        return value.strip().upper() if isinstance(value, str) else value

    @field_validator("oidc_scopes")
    @classmethod
    def _check_scopes(cls, value: str) -> str:
        if "openid" not in value.split():
            raise ValueError("openid must be one of the scopes.")
        return " ".join(value.split())

    @model_validator(mode="after")
    def _check_client(self) -> Self:
        if bool(self.oidc_issuer) != bool(self.oidc_client_id):
            raise ValueError("CMS_OIDC_ISSUER and CMS_OIDC_CLIENT_ID go together: set both or none.")
        return self

    @model_validator(mode="after")
    def _check_shutdown(self) -> Self:
        # The database is closed when the server has stopped, so every operation must have ended by then.
        if self.shutdown_seconds <= self.operation_timeout_seconds:
            raise ValueError(
                "CMS_SHUTDOWN_SECONDS must be longer than CMS_OPERATION_TIMEOUT_SECONDS "
                f"({self.operation_timeout_seconds:g}), so that running operations can end."
            )
        return self

    @property
    def cache_control(self) -> str:
        """What caches may do with an answer that is for everybody (RFC 9111, RFC 5861)."""
        seconds = {
            "max-age": self.cache_max_age_seconds,
            "s-maxage": self.cache_shared_seconds,
            "stale-while-revalidate": self.cache_stale_seconds,
        }
        if not any(seconds.values()):
            return "no-cache"  # which lets them keep it, and ask each time whether it is still the same
        given = [f"{name}={value}" for name, value in seconds.items() if value or name == "max-age"]
        return ", ".join(["public", *given])

    @property
    def is_development(self) -> bool:
        """Whether answers carry what only developers need."""
        return self.environment == "development"


def load_settings(**overrides: object) -> Settings:
    """Read the settings from the environment and `.env` of the working directory; `overrides` win over both.

    Raises:
        SetupError: a value cannot be used; one sentence names the variable and what it wants.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]  # pydantic judges the values, that is what it is for
    except ValidationError as error:
        raise SetupError(_first_problem(error), _remedy()) from None
    except UnicodeDecodeError:
        raise SetupError("The file .env is no UTF-8 text.", "Save it as UTF-8.") from None


def unknown_variables() -> dict[str, str]:
    """Variables of the environment and of `.env` that begin with CMS_ and set nothing, each with the nearest real name.

    The name is "" where none is near.
    """
    known = [BUILD_VARIABLE, *(PREFIX + name.upper() for name in Settings.model_fields)]
    given = {*os.environ, *_names_in_file()}
    unknown = sorted(name for name in given if name.upper().startswith(PREFIX) and name.upper() not in known)
    return {name: next(iter(difflib.get_close_matches(name.upper(), known, n=1)), "") for name in unknown}


def _names_in_file() -> set[str]:
    try:
        return set(dotenv_values(".env", encoding="utf-8", interpolate=False))
    except UnicodeDecodeError:
        return set()  # `load_settings` refuses such a file


def _is_origin(value: str) -> bool:
    parts = urlsplit(value)
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and value == f"{parts.scheme}://{parts.netloc}"


def _first_problem(error: ValidationError) -> str:
    problem = error.errors(include_url=False, include_context=False, include_input=False)[0]
    message = problem["msg"].removeprefix("Value error, ")
    message = message if message.endswith(".") else f"{message}."
    if not problem["loc"]:
        return message
    return f"{PREFIX}{str(problem['loc'][0]).upper()}: {message}"


def _remedy() -> str:
    where = "in the environment or in .env" if Path(".env").exists() else "in the environment"
    return f"Correct it {where} (docs/settings.md)."
