"""Whom the operating system does not trust is not talked to."""

from __future__ import annotations

import datetime
import ipaddress
import ssl
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from desktop.api.transport import Transport
from desktop.domain.errors import AppError, Code
from tests.support import chaos
from tests.support.chaos import answer

NOW = datetime.datetime.now(datetime.UTC)
DAY = datetime.timedelta(days=1)


def certificate(folder: Path, *, host: str = "127.0.0.1", until: datetime.timedelta = DAY) -> Path:
    """A file with a key and a certificate that vouches for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(NOW - 3 * DAY)
        .not_valid_after(NOW + until)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "certificate.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


def serving(path: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


def test_a_server_that_the_system_trusts_is_talked_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    with chaos.running(serving(path)) as server:
        server.then(answer(b"{}"), answer(b"{}"))
        transport = Transport(server.url)
        assert transport.get("/v1/me").body == b"{}"
        assert transport.get("/v1/me").body == b"{}"
        transport.close()


@pytest.mark.parametrize("fault", ["nobody vouches", "over", "another host"])
def test_a_certificate_that_proves_nothing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    host = "127.0.0.9" if fault == "another host" else "127.0.0.1"
    path = certificate(tmp_path, host=host, until=-DAY if fault == "over" else DAY)
    if fault != "nobody vouches":
        monkeypatch.setenv("SSL_CERT_FILE", str(path))
    with chaos.running(serving(path)) as server:
        transport = Transport(server.url)
        with pytest.raises(AppError) as caught:
            transport.get("/v1/me", token="secret")
        assert caught.value.code is Code.CERTIFICATE
        assert server.requests == []
        transport.close()


def test_a_server_that_speaks_no_tls_is_refused() -> None:
    with chaos.running() as server:
        transport = Transport(server.url.replace("http:", "https:"))
        with pytest.raises(AppError) as caught:
            transport.get("/v1/me", token="secret")
        assert caught.value.code is Code.CERTIFICATE
        transport.close()
