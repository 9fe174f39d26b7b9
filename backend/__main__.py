"""`python -m backend serve|load|demo|care|office|openapi`."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from backend.settings import Post, Settings, Smtp


def main(argv: Sequence[str]) -> int:
    """Run one command; the exit status is the command's."""
    command, rest = (argv[0], argv[1:]) if argv else ("", ())
    # Their modules, and what they import, are only paid for by who asks for them.
    if command == "load":
        from backend.loader.command import main as load

        return load(rest)
    if command == "demo":
        from backend.demo.command import main as demo

        return demo(rest)
    if command == "care":
        from backend.care import main as care

        return care(rest)
    if command == "office":
        from backend.office.command import main as office

        return office(rest)
    if command == "reconcile":
        from backend.payments.command import main as reconcile

        return reconcile(rest)
    if command == "bank-simulator":
        from backend.banks.simulator.serve import main as simulate

        return simulate(rest)
    arguments = _parser().parse_args(argv)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    if arguments.command == "openapi":
        return _openapi()
    return _serve(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m backend", description=main.__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="answer the app")
    serve.add_argument(
        "--database", required=True, metavar="URL", help="sqlite:///FILE or postgresql://..."
    )
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8765, help="0 takes a free one")
    serve.add_argument(
        "--start", type=_instant, metavar="TIME", help="let the clock begin here (ISO 8601)"
    )
    serve.add_argument(
        "--bank-simulator", default="", metavar="URL", help="where `bank-simulator` listens"
    )
    serve.add_argument(
        "--until-stdin-closes", action="store_true", help="end when standard input does"
    )
    serve.add_argument(
        "--smtp",
        metavar="HOST[:PORT]",
        help="send mail over this server, with STARTTLS; OFICINA_SMTP_USER and "
        "OFICINA_SMTP_PASSWORD in the environment sign in there",
    )
    serve.add_argument(
        "--mail-folder", type=Path, metavar="DIR", help="write mail into files instead"
    )
    serve.add_argument("--mail-from", metavar="ADDRESS", help="whom mail comes from")
    serve.add_argument(
        "--public-url", metavar="URL", help="where customers reach this service: links in mail"
    )
    commands.add_parser(
        "load", help="take over customers, readings and invoices from CSV or XLSX files"
    )
    commands.add_parser("demo", help="serve a utility with invented customers")
    commands.add_parser("care", help="purge the change feed, audit it, or begin a new epoch")
    commands.add_parser("office", help="answer claims, accept requests, publish notices")
    commands.add_parser("reconcile", help="hold a bank's daily file against the books")
    commands.add_parser("bank-simulator", help="serve a bank that moves no money")
    commands.add_parser("openapi", help="print the OpenAPI document")
    return parser


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def _post(arguments: argparse.Namespace) -> Post | None:
    if not (arguments.smtp or arguments.mail_folder):
        return None  # mail waits in the database
    host, _colon, port = (arguments.smtp or "").partition(":")
    smtp = Smtp(
        host,
        int(port or 587),
        os.environ.get("OFICINA_SMTP_USER", ""),
        os.environ.get("OFICINA_SMTP_PASSWORD", ""),
    )
    return Post(
        author=arguments.mail_from or Post().author,
        public_url=arguments.public_url,
        smtp=smtp if arguments.smtp else None,
        folder=arguments.mail_folder,
    )


def _serve(arguments: argparse.Namespace) -> int:
    if (arguments.smtp or arguments.mail_folder) and not arguments.public_url:
        sys.stderr.write("--public-url is missing: links in mail would lead nowhere\n")
        return 2
    from backend.app import create_app
    from backend.serve import run

    settings = Settings(
        database_url=arguments.database,
        start=arguments.start,
        post=_post(arguments),
        public_url=arguments.public_url or "",
        bank_simulator=arguments.bank_simulator,
    )
    run(
        create_app(settings),
        arguments.host,
        arguments.port,
        until_stdin_closes=arguments.until_stdin_closes,
    )
    return 0


def _openapi() -> int:
    from backend.app import create_app
    from backend.openapi import as_text

    sys.stdout.write(as_text(create_app(Settings(database_url="sqlite:///unused.db"))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
